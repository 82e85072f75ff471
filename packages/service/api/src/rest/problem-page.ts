import { type AssayError, errorStatus } from '@assay/contracts';
import { html, Markup } from '@assay/services';
import { headersOf } from './problem-response.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1d21; --page: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --page: #15181c; } }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 20vh 20px 40px; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 12px; } p { margin: 0 0 12px; }
`;

/** Does the answer go to a person's window? A browser that follows a form says so; a program does not. */
export function wantsPage(request: Request): boolean {
  const accepted = (request.headers.get('accept') ?? '').toLowerCase().split(',');
  return accepted.some((each) => each.split(';')[0]?.trim() === 'text/html');
}

/** A refusal as a page of its own: what happened, what was kept, what to do next. */
export function problemPage(refusal: AssayError): Response {
  const { message, kept, next } = refusal;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${message}</title><style>${new Markup(STYLE)}</style></head>
<body><main><h1>${message}</h1>
${kept === null ? null : html`<p>${kept}</p>`}
${next === null ? null : html`<p>${next}</p>`}</main></body></html>
`;
  const status = errorStatus[refusal.code];
  return new Response(page.text, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', vary: 'accept', ...headersOf(status) },
  });
}
