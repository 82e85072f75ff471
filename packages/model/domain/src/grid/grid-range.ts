/** A cell of a grid of answers: row and column from 0. */
export type GridCellAt = { row: number; column: number };

/** Cells between two corners, where one began and where one is. */
export type GridRange = { from: GridCellAt; to: GridCellAt };

/** First and last row and column of a range, all inside it. */
export function boundsOf({ from, to }: GridRange) {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

/** All cells of a range, row by row. */
export function cellsIn(range: GridRange): GridCellAt[] {
  const { top, bottom, left, right } = boundsOf(range);
  const cells: GridCellAt[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cells.push({ row, column });
  }
  return cells;
}

/**
 * What a fill down writes where: the first row of the range into all below it; of a range of one row, the row above
 * into it. Nothing in the first row of the grid.
 */
export function fillDown(range: GridRange): { from: GridCellAt; to: GridCellAt }[] {
  const { top, bottom, left, right } = boundsOf(range);
  const source = top === bottom ? top - 1 : top;
  if (source < 0) return [];
  return cellsIn({ from: { row: source + 1, column: left }, to: { row: bottom, column: right } }).map(
    (to) => ({
      from: { row: source, column: to.column },
      to,
    }),
  );
}

/**
 * Where the cells of a clipboard go: from the first cell of the range on; over and over where the range is made of
 * several times as many. `outside` counts those for which the grid has no place.
 */
export function placePaste(
  range: GridRange,
  clipboard: readonly (readonly string[])[],
  shape: { rows: number; columns: number },
): { cells: { at: GridCellAt; text: string }[]; outside: number } {
  const { top, bottom, left, right } = boundsOf(range);
  const tall = clipboard.length;
  const wide = Math.max(0, ...clipboard.map((row) => row.length));
  if (tall === 0 || wide === 0) return { cells: [], outside: 0 };
  const times = (cells: number, of: number) => (cells % of === 0 ? cells : of);
  const rows = times(bottom - top + 1, tall);
  const columns = times(right - left + 1, wide);
  const cells: { at: GridCellAt; text: string }[] = [];
  let outside = 0;
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      const text = clipboard[i % tall]?.[j % wide];
      if (text === undefined) continue;
      const at = { row: top + i, column: left + j };
      if (at.row < shape.rows && at.column < shape.columns) cells.push({ at, text });
      else outside += 1;
    }
  }
  return { cells, outside };
}
