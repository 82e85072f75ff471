/** Characters that make a spreadsheet run a cell as a formula. */
const STARTERS = /^[=+\-@\t\r]/;
const ESCAPED = /^'+[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * Makes text safe for spreadsheets: a text that starts with `= + - @`, tab or carriage return gets an apostrophe
 * in front. So does a text that already is apostrophes before such a starter, so that `unescapeFormula` gives back
 * exactly what was written.
 */
export function escapeFormula(text: string): string {
  return STARTERS.test(text) || ESCAPED.test(text) ? `'${text}` : text;
}

/** The inverse of `escapeFormula`. */
export function unescapeFormula(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text;
}

/**
 * One CSV cell (RFC 4180, comma). Missing is an empty cell; an empty text is `""`. Cells of numeric columns are
 * written as they are, so that -5 stays a number; all others are made safe by `escapeFormula`.
 */
export function csvCell(value: string | null, numeric: boolean): string {
  if (value === null) return '';
  if (value === '') return '""';
  const safe = numeric ? value : escapeFormula(value);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One CSV line with its line end. A missing cell alone on its line is written `""`, for an empty line is no row. */
export function csvLine(cells: readonly (string | null)[], numeric: readonly boolean[]): string {
  if (cells.length === 1 && (cells[0] ?? null) === null) return '""\n';
  let line = '';
  for (let i = 0; i < cells.length; i++) {
    if (i > 0) line += ',';
    line += csvCell(cells[i] ?? null, numeric[i] ?? false);
  }
  return `${line}\n`;
}
