import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The package exports no file of its data. */
const file = path.join(import.meta.dirname, '../../node_modules/vega-datasets/data/birdstrikes.csv');

/**
 * The FAA wildlife strikes (United States Government data), as they lie in the npm package, with one column that
 * this test makes up: the e-mail address of a reporter.
 */
export function strikesCsv(change: (line: string, row: number) => string = (line) => line): string {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const rows = lines.map((line, row) => change(`${line},reporter.${row % 900}@mail.example`, row));
  return `${header},Reporter contact\n${rows.join('\n')}\n`;
}
