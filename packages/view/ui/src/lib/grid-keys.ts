/** Row -1 is the header. */
export type GridPosition = { row: number; column: number };
export type GridShape = { rows: number; columns: number; pageRows: number };

/**
 * Where a key moves the active cell of a grid; undefined for keys that do not move it. Home and End go along the row,
 * with Control to the first and last row as well; positions stay inside the grid.
 */
export function moveInGrid(
  at: GridPosition,
  key: string,
  control: boolean,
  shape: GridShape,
): GridPosition | undefined {
  const lastRow = shape.rows - 1;
  const lastColumn = shape.columns - 1;
  const to = (row: number, column: number): GridPosition => ({
    row: Math.min(Math.max(row, -1), lastRow),
    column: Math.min(Math.max(column, 0), Math.max(lastColumn, 0)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(control ? lastRow : at.row + 1, at.column);
    case 'ArrowUp':
      return to(control ? Math.min(0, at.row) : at.row - 1, at.column);
    case 'ArrowRight':
      return to(at.row, control ? lastColumn : at.column + 1);
    case 'ArrowLeft':
      return to(at.row, control ? 0 : at.column - 1);
    case 'Home':
      return to(control ? Math.min(0, lastRow) : at.row, 0);
    case 'End':
      return to(control ? lastRow : at.row, lastColumn);
    case 'PageDown':
      return to(at.row + shape.pageRows, at.column);
    case 'PageUp':
      return to(Math.max(at.row - shape.pageRows, Math.min(0, lastRow)), at.column);
    default:
      return undefined;
  }
}
