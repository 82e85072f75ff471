/**
 * Cells as spreadsheets put them on the clipboard: tabs between columns, line ends between rows, and in double quotes
 * what holds one of these or begins with a quote.
 */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quote).join('\t')).join('\n');
}

const quote = (cell: string): string =>
  /[\t\n\r]/.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Reads what spreadsheets put on the clipboard, and plain lists. The line end behind the last row is none of it. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = 0;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    const quoted = sign === '"' && cell === '' ? readQuoted(text, at) : null;
    if (quoted !== null) {
      cell = quoted.cell;
      at = quoted.end;
    } else if (sign === '\t') {
      endCell();
      at += 1;
    } else if (sign === '\n' || sign === '\r') {
      endRow();
      at += sign === '\r' && text.charAt(at + 1) === '\n' ? 2 : 1;
    } else {
      cell += sign;
      at += 1;
    }
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** A cell in quotes from `start` on; null where the quotes do not end before a tab, a line end or the end. */
function readQuoted(text: string, start: number): { cell: string; end: number } | null {
  let cell = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) !== '"') {
      cell += text.charAt(at);
    } else if (text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else
      return at + 1 === text.length || /[\t\n\r]/.test(text.charAt(at + 1)) ? { cell, end: at + 1 } : null;
  }
  return null;
}

/**
 * A text that a spreadsheet would take for a formula, with a single quote before it, which makes it a text there. What
 * begins with such quotes already gets one more, so that `fromSpreadsheet` gives back every text.
 */
export function forSpreadsheet(text: string): string {
  return /^'*[=+\-@]/.test(text) ? `'${text}` : text;
}

export function fromSpreadsheet(text: string): string {
  return /^'+[=+\-@]/.test(text) ? text.slice(1) : text;
}
