import { encodeBase64 } from '../encode-base64.ts';
import { sha256 } from '../sha256.ts';
import { utf8 } from '../utf8.ts';
import { VERIFY_PAGE_BODY } from './verify-page-body.ts';
import { VERIFY_PAGE_STYLE } from './verify-page-style.ts';

/**
 * One HTML file that verifies exports in a browser without a server. Its content security policy allows only
 * the script and the style in the file itself, by their hashes, and no request to anywhere.
 *
 * @param script the page's browser part (`@assay/ledger/page`) and all that it needs, as one classic script
 * @throws RangeError when the script would end its own element
 */
export function buildVerifyPage({ script }: { readonly script: string }): string {
  if (/<\/script|<!--/i.test(script)) {
    throw new RangeError(
      'The script has "</script" or "<!--" in it, which would end or hide it in the page.',
    );
  }
  const source = (text: string): string => `'sha256-${encodeBase64(sha256(utf8(text)))}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${source(script)}`,
    `style-src ${source(VERIFY_PAGE_STYLE)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Verify an Assay ledger</title>
<link rel="icon" href="data:,">
<style>${VERIFY_PAGE_STYLE}</style>
</head>
<body>
${VERIFY_PAGE_BODY}
<script>${script}</script>
</body>
</html>
`;
}
