/** The style of the page that verifies exports: light and dark, from 390 px up, visible focus. */
export const VERIFY_PAGE_STYLE = `
:root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --text: #16202c; --soft: #4a5868; --line: #8793a1;
  --accent: #0b57c2; --on-accent: #fff; --good: #0d6b35; --good-back: #e6f5ec; --bad: #a8161f; --bad-back: #fdecec; }
@media (prefers-color-scheme: dark) { :root { --page: #10161d; --card: #19212b; --text: #e8edf3; --soft: #aebac7;
  --line: #6d7b8a; --accent: #8ab8ff; --on-accent: #0a1a30; --good: #7fdca4; --good-back: #11291c; --bad: #ff9d9d;
  --bad-back: #341618; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; }
.soft { color: var(--soft); font-size: .9rem; }
#live { margin-top: 1rem; }
.drop .soft { margin: .35rem 0 0; }
form, .result { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem; margin-top: 1.25rem; }
label, .label { display: block; font-weight: 600; margin-bottom: .25rem; }
textarea, input[type=file] { width: 100%; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line);
  border-radius: 6px; padding: .6rem; min-height: 44px; }
textarea { font-family: ui-monospace, monospace; font-size: .9rem; resize: vertical; overflow-wrap: anywhere; }
textarea[aria-invalid=true] { border-color: var(--bad); border-width: 2px; }
.drop { border: 2px dashed var(--line); border-radius: 8px; padding: 1rem; margin: 1rem 0; }
.drop.over { border-color: var(--accent); }
.error { color: var(--bad); font-weight: 600; margin: .25rem 0 0; }
button { font: inherit; font-weight: 600; min-height: 44px; padding: .5rem 1.25rem; border-radius: 6px; cursor: pointer;
  border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); margin-right: .5rem; }
button.plain { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
progress { width: 100%; height: 16px; accent-color: var(--accent); }
[hidden] { display: none !important; }
.verdict { border-radius: 6px; padding: .75rem 1rem; font-weight: 700; }
.verdict.good { color: var(--good); background: var(--good-back); border: 1px solid var(--good); }
.verdict.bad { color: var(--bad); background: var(--bad-back); border: 1px solid var(--bad); }
dl { display: grid; grid-template-columns: minmax(9rem, auto) 1fr; gap: .35rem 1rem; margin: 1rem 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
ol { padding-left: 1.5rem; } li { margin-bottom: .5rem; overflow-wrap: anywhere; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .6rem; } }
`;
