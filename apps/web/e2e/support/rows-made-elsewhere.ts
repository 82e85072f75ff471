import { readFileSync } from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '../../node_modules/vega-datasets/data/birdstrikes.csv');
const ROWS = 400;
/** Coprime with the number of rows, one a column, so that each column is drawn in an order of its own. */
const STEPS = [7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59];

/**
 * Synthetic strikes as another tool might leave them: each column drawn by itself from the table of the demo, so that
 * no row is real and no relation is kept. `rename` is applied to the header.
 */
export function rowsMadeElsewhere(rename: Readonly<Record<string, string>> = {}): string {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  // No cell of this file holds a comma or a quotation mark.
  const rows = lines.map((line) => line.split(','));
  const names = header.split(',').map((name) => rename[name] ?? name);
  const made = Array.from({ length: ROWS }, (_, row) =>
    names.map((_name, column) => rows[(row * (STEPS[column] ?? 1) + 977 * column) % rows.length]?.[column]),
  );
  return `${[names, ...made].map((cells) => cells.join(',')).join('\n')}\n`;
}
