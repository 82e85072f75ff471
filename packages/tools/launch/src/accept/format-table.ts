/** A cell wider than this is cut: what was said in full stands above the table. */
const WIDEST = 72;

const cut = (text: string) => (text.length <= WIDEST ? text : `${text.slice(0, WIDEST - 1)}…`);

/** Rows under a heading, with columns as wide as what is in them. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map((cell) => cut(cell.replaceAll(/\s+/g, ' '))));
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const [first = [], ...others] = all;
  return `${[line(first), widths.map((width) => '-'.repeat(width)).join('  '), ...others.map(line)].join('\n')}\n`;
}
