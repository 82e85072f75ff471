/** Style of a report as a page of its own: screen in light and dark, and paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1a1d21; --soft: #565e68; --line: #d5dae0; --page: #fff; --panel: #f5f6f8;
  --green: #14713f; --amber: #8a5a00; --red: #b3261e; --real: #9db4d6; --synthetic: #c2410c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #a8b0ba; --line: #3a4048; --page: #15181c;
  --panel: #1e2227; --green: #5fce93; --amber: #f0b44d; --red: #ff8a80; --real: #45608c; --synthetic: #ff9d66; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 32px 20px 64px; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 4px; } h2 { font-size: 19px; margin: 36px 0 8px; } h3 { font-size: 15px; margin: 20px 0 6px; }
p { margin: 0 0 10px; } .soft { color: var(--soft); }
.verdict { border: 1px solid var(--line); border-left: 6px solid currentColor; border-radius: 8px; padding: 16px 20px; margin: 20px 0; background: var(--panel); }
.verdict strong { font-size: 20px; display: block; } .verdict > * { color: var(--ink); } .verdict strong { color: inherit; }
.passed, .green { color: var(--green); } .failed, .red { color: var(--red); } .incomplete, .amber, .not-assessed { color: var(--amber); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 12px; }
.tile { border: 1px solid var(--line); border-radius: 8px; padding: 12px 14px; } .tile b { display: block; font-size: 22px; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; } th { font-weight: 600; color: var(--soft); font-size: 13px; }
td.n, th.n { text-align: right; } td { overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 20px; } figure { margin: 0; } figcaption { font-weight: 600; overflow-wrap: anywhere; }
figure svg { width: 100%; height: 90px; background: var(--panel); border-radius: 4px; } .ends { display: flex; justify-content: space-between; gap: 12px; font-size: 12px; color: var(--soft); }
.real { fill: var(--real); } .synthetic { fill: none; stroke: var(--synthetic); stroke-width: 2; vector-effect: non-scaling-stroke; } .pair { fill: var(--red); } .map { max-width: 100%; height: auto; }
.key { display: flex; gap: 16px; font-size: 13px; color: var(--soft); margin: 0 0 12px; } .key i { display: inline-block; width: 14px; height: 10px; margin-right: 6px; background: var(--real); } .key i.line { background: none; border-top: 3px solid var(--synthetic); height: 0; vertical-align: middle; }
@media print { main { padding: 0; max-width: none; } h2 { break-after: avoid; } figure, tr, .tile { break-inside: avoid; } .scroll { overflow: visible; } }
`;
