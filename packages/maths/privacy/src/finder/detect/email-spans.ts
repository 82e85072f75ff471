import type { Span } from '../kinds.ts';
import { charClass, DIGIT, LETTER } from '../text/char-classes.ts';

const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;
const FILE_ENDINGS = new Set(
  'png jpg jpeg gif svg webp js ts css json xml html yml yaml txt csv pdf zip gz exe dll map tsx jsx scss ico bmp mp3 mp4'.split(
    ' ',
  ),
);

function isLocal(code: number): boolean {
  if ((charClass(code) & (LETTER | DIGIT)) !== 0) return true;
  return code < 128 && "!#$%&'*+-/=?^_`{|}~.".includes(String.fromCharCode(code));
}

function isDomain(code: number): boolean {
  return (charClass(code) & (LETTER | DIGIT)) !== 0 || code === 45 || code === 46;
}

/**
 * E-mail addresses: a local part of at most 64 and a dotted domain with an alphabetic last label, scanned outwards
 * from each `@` within those bounds, so that the cost per `@` is bounded. Also the spellings `name [at] host [dot]
 * tld` and `name (at) host.tld`. Retina file names (`icon@2x.png`), `git@host:path` and `@user@host` are not e-mail.
 */
export function emailSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const span = around(text, at);
    if (span !== undefined) spans.push(span);
  }
  return spans;
}

function around(text: string, at: number): Span | undefined {
  let start = at;
  while (start > 0 && at - start <= MAX_LOCAL && isLocal(text.charCodeAt(start - 1))) start--;
  while (start < at && "'`*_|=/#?&{.~!^$%+-".includes(text.charAt(start)) && text.charAt(start) !== '_')
    start++;
  if (at > 2 && text.charAt(at - 1) === '"') {
    const quote = text.lastIndexOf('"', at - 2);
    if (quote !== -1 && at - quote < MAX_LOCAL) start = quote;
  }
  if (at === start || at - start > MAX_LOCAL) return undefined;
  start += text.slice(start, at).lastIndexOf('=') + 1;
  if (at - start < 1 || at - start > MAX_LOCAL || text.charAt(at - 1) === '.') return undefined;
  if (start > 0 && (text.charAt(start - 1) === '@' || text.slice(start - 2, start) === '//'))
    return undefined;
  let end = at + 1;
  while (end < text.length && end - at <= MAX_DOMAIN && isDomain(text.charCodeAt(end))) end++;
  while (end > at && (text.charAt(end - 1) === '.' || text.charAt(end - 1) === '-')) end--;
  const domain = text.slice(at + 1, end).toLowerCase();
  if (domain.startsWith('-') || domain.startsWith('.') || domain.includes('..')) return undefined;
  const dot = domain.lastIndexOf('.');
  const top = domain.slice(dot + 1);
  if (dot < 1 || !/^(?:xn--[a-z0-9-]{2,}|\p{L}{2,24})$/u.test(top) || FILE_ENDINGS.has(top)) return undefined;
  const local = text.slice(start, at).toLowerCase();
  if (
    text.charAt(end) === ':' &&
    /[a-z~/]/i.test(text.charAt(end + 1)) &&
    /^(?:git|svn|hg|deploy|root|ubuntu|admin)$/.test(local)
  ) {
    return undefined;
  }
  if (text.charAt(end) === '@') return undefined;
  return { kind: 'email', start, end, confidence: 0.97 };
}

const SPELT =
  /[a-z0-9][\w.+-]{0,63}\s?(?:\[at\]|\(at\)|\{at\})\s?[a-z0-9-]{1,63}(?:(?:\.|\s?(?:\[dot\]|\(dot\)|\{dot\})\s?)[a-z0-9-]{2,63}){1,4}/gi;

const WORDED = /[a-z0-9][\w.+-]{0,63} at [a-z0-9-]{1,63}(?: dot [a-z]{2,24}){1,3}\b/gi;

/** E-mail addresses with `@` spelt as a bracketed `at`, or wholly in words (`jane at example dot org`). */
export function speltEmailSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const mark of ['[at]', '(at)', '{at}', ' dot ']) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 4)) {
      const from = Math.max(0, at - 70);
      const window = text.slice(from, at + 100);
      const form = mark === ' dot ' ? WORDED : SPELT;
      form.lastIndex = 0;
      const match = form.exec(window);
      if (match !== null)
        spans.push({
          kind: 'email',
          start: from + match.index,
          end: from + match.index + match[0].length,
          confidence: 0.85,
        });
    }
  }
  return spans;
}
