/**
 * Cells of a CSV text as `csvLine` writes it (RFC 4180, comma unless told otherwise, line ends are LF): an empty cell is missing, `""` is
 * an empty text. A text that comes in pieces is read piece by piece: `push` gives the rows that are whole by then,
 * `end` the last one.
 */
export function createCsvCellReader(delimiter = ','): {
  push: (text: string) => (string | null)[][];
  end: () => (string | null)[][];
} {
  let row: (string | null)[] = [];
  let cell = '';
  let state: 'start' | 'bare' | 'quoted' | 'quote' = 'start';
  let wasQuoted = false;
  const closeCell = (): void => {
    row.push(cell === '' && !wasQuoted ? null : cell);
    cell = '';
    wasQuoted = false;
    state = 'start';
  };
  const push = (text: string): (string | null)[][] => {
    const rows: (string | null)[][] = [];
    for (const character of text) {
      if (state === 'quoted') {
        if (character === '"') state = 'quote';
        else cell += character;
      } else if (character === '"' && state === 'start') {
        state = 'quoted';
        wasQuoted = true;
      } else if (character === '"' && state === 'quote') {
        cell += '"';
        state = 'quoted';
      } else if (character === delimiter) closeCell();
      else if (character === '\n') {
        closeCell();
        rows.push(row);
        row = [];
      } else {
        cell += character;
        if (state === 'start') state = 'bare';
      }
    }
    return rows;
  };
  return {
    push,
    end: () => {
      if (state === 'quoted') throw new SyntaxError('a quote is not closed');
      if (state === 'start' && row.length === 0) return [];
      closeCell();
      const last = [row];
      row = [];
      return last;
    },
  };
}
