import type { GreyPicture } from '../picture.ts';

/**
 * A picture made smaller (or larger) by area: each of `columns` x `rows` cells is the mean of what it covers, parts of
 * pixels counting as parts. Row by row.
 */
export function areaAverage(
  { pixels, width, height }: GreyPicture,
  columns: number,
  rows: number,
): Float64Array {
  const narrow = new Float64Array(columns * height);
  const line = new Float64Array(Math.max(width, height));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) line[column] = pixels[row * width + column]!;
    averageLine(line, width, columns, (cell, mean) => {
      narrow[row * columns + cell] = mean;
    });
  }
  const small = new Float64Array(columns * rows);
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < height; row += 1) line[row] = narrow[row * columns + column]!;
    averageLine(line, height, rows, (cell, mean) => {
      small[cell * columns + column] = mean;
    });
  }
  return small;
}

/** Means of `cells` equal parts of the first `length` values. */
function averageLine(
  values: Float64Array,
  length: number,
  cells: number,
  put: (cell: number, mean: number) => void,
): void {
  const size = length / cells;
  for (let cell = 0; cell < cells; cell += 1) {
    // from whole numbers, so that a border between two cells is the same for both
    const start = (cell * length) / cells;
    const end = ((cell + 1) * length) / cells;
    let sum = 0;
    for (let at = Math.floor(start); at < end; at += 1) {
      sum += values[at]! * (Math.min(end, at + 1) - Math.max(start, at));
    }
    put(cell, sum / size);
  }
}
