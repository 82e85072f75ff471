/** However wide a table, so many rows are taken where it has them. */
const LEAST_ROWS = 1000;

/** So many rows at most, and in a wide table so many that rows times columns stay within `cells`. */
function rowsWithin(most: number, cells: number, columns: number): number {
  return Math.min(most, Math.max(LEAST_ROWS, Math.floor(cells / Math.max(1, columns))));
}

/** Rows of each side that a classifier learns to tell apart: 50,000 up to 80 columns, 20,000 of 200. */
export const detectionRows = (columns: number): number => rowsWithin(50_000, 4_000_000, columns);

/** Rows that a model of the target learns from: 100,000 up to 50 columns, 25,000 of 200. */
export const utilityRows = (columns: number): number => rowsWithin(100_000, 5_000_000, columns);

/** Rows of each side that distances are computed of: 100,000 up to 15 columns, 7,500 of 200. */
export const distanceRows = (columns: number): number => rowsWithin(100_000, 1_500_000, columns);
