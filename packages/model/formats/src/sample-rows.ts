/** A row of the sample: its cells with quotes resolved, the physical line it starts on, and whether it is sound. */
export type SampleRow = { cells: string[]; line: number; sound: boolean; quotedCells: number };

export type SplitOptions = { delimiter: string; quote: string | null; backslash: boolean };

const LONGEST_QUOTED = 20_000;

/** Splits sample text leniently: for judging dialects, not for importing. Blank lines give no row. */
export function sampleRows(text: string, options: SplitOptions, limit: number): SampleRow[] {
  const { delimiter, quote, backslash } = options;
  const rows: SampleRow[] = [];
  let i = 0;
  let line = 1;
  while (i < text.length && rows.length < limit) {
    if (text[i] === '\n' || text[i] === '\r') {
      i += text[i] === '\r' && text[i + 1] === '\n' ? 2 : 1;
      line++;
      continue;
    }
    const row: SampleRow = { cells: [], line, sound: true, quotedCells: 0 };
    for (;;) {
      let blank = i;
      while (text[blank] === ' ' && delimiter !== ' ') blank++;
      if (quote !== null && text[blank] === quote) {
        const read = quotedCell(text, blank, quote, backslash);
        row.quotedCells++;
        row.cells.push(read.value);
        i = read.next;
        line += read.lines;
        if (!read.closed) row.sound = false;
        while (text[i] === ' ' && delimiter !== ' ') i++;
        if (i < text.length && text[i] !== delimiter && text[i] !== '\n' && text[i] !== '\r')
          row.sound = false;
        while (i < text.length && text[i] !== delimiter && text[i] !== '\n' && text[i] !== '\r') i++;
      } else {
        const from = i;
        while (i < text.length && text[i] !== delimiter && text[i] !== '\n' && text[i] !== '\r') {
          i += backslash && text[i] === '\\' ? 2 : 1;
        }
        row.cells.push(text.slice(from, i).trim());
      }
      if (i < text.length && text[i] === delimiter) {
        i++;
        continue;
      }
      i += text[i] === '\r' && text[i + 1] === '\n' ? 2 : 1;
      line++;
      break;
    }
    rows.push(row);
  }
  return rows;
}

function quotedCell(text: string, open: number, quote: string, backslash: boolean) {
  let value = '';
  let lines = 0;
  let i = open + 1;
  const limit = Math.min(text.length, open + LONGEST_QUOTED);
  while (i < limit) {
    const character = text[i] as string;
    if (backslash && character === '\\') {
      value += text[i + 1] ?? '';
      i += 2;
      continue;
    }
    if (character === quote) {
      if (text[i + 1] !== quote) return { value, next: i + 1, lines, closed: true };
      i++;
    }
    if (character === '\n') lines++;
    value += character;
    i++;
  }
  // A broken quote costs its line only.
  const end = text.indexOf('\n', open);
  return { value: '', next: end < 0 ? text.length : end, lines: 0, closed: false };
}
