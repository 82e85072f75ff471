import type { MeasurementLevel, Ratings } from '@assay/agreement';
import type { ColumnSpec } from '@assay/contracts';
import type { TableReader } from '@assay/tables';
import { CommandError } from '../frame/command-error.ts';
import { openTableFile } from '../tables/open-table-file.ts';

/** Ratings of a file with the names of what they are of. */
export type NamedRatings = {
  ratings: Ratings;
  units: readonly string[];
  raters: readonly string[];
  /** Categories in order; numbers ascending where all of them are numbers. */
  categories: readonly string[];
};

/** The columns of a long table: one rating per row. */
export type LongColumns = { unit: string; rater: string; value: string };

type Mark = { unit: string; rater: string; value: string };

/**
 * Reads ratings from a table. Long, if it has the columns that `long` names: one rating per row. Otherwise wide: the
 * first column names the unit and each further one is a rater. Empty cells are ratings that were not given.
 *
 * @throws CommandError when the table is not such, a rater rates a unit twice, or a value does not fit the scale
 */
export async function readRatings(options: {
  path: string;
  folder: string;
  long: LongColumns;
  /** The columns of a long table were named by a person: then it has to be one. */
  named: boolean;
  level: MeasurementLevel;
  order: readonly string[] | null;
  signal: AbortSignal;
  tell: (stage: string, share?: number) => void;
}): Promise<NamedRatings> {
  const { path, folder, long, signal, tell } = options;
  const file = await openTableFile({ path, dialect: undefined, folder, signal, tell, correct: asTexts });
  try {
    const names = file.manifest.columns.map((column) => column.name);
    const wanted = [long.unit, long.rater, long.value];
    const missing = wanted.filter((name) => !names.includes(name));
    if (missing.length > 0 && options.named)
      throw new CommandError(
        `The table has no column "${missing[0]}": name the columns with --unit, --rater and --value.`,
      );
    if (missing.length > 0 && names.length < 3)
      throw new CommandError(
        `The table has neither the columns ${wanted.join(', ')} nor a column of units and two raters beside it.`,
      );
    const marks =
      missing.length === 0 ? longMarks(file.reader, long, signal) : wideMarks(file.reader, names, signal);
    return await collect(marks, options);
  } finally {
    await file.reader.close();
  }
}

/** A category is what was written: `01` is not `1`. */
function asTexts(columns: readonly ColumnSpec[]): ColumnSpec[] {
  return columns.map((column) => ({ ...column, type: 'text', physical: 'VARCHAR' }));
}

async function* textRows(reader: TableReader, columns: readonly string[], signal: AbortSignal) {
  for await (const batch of reader.scan({ columns }, signal)) {
    for (const [at, row] of batch.rowNumbers.entries()) {
      yield { row, cells: batch.columns.map((column) => String(column.values[at] ?? '').trim()) };
    }
  }
}

async function* longMarks(reader: TableReader, long: LongColumns, signal: AbortSignal): AsyncGenerator<Mark> {
  for await (const { row, cells } of textRows(reader, [long.unit, long.rater, long.value], signal)) {
    const [unit, rater, value] = cells as [string, string, string];
    if (value === '') continue;
    if (unit === '' || rater === '')
      throw new CommandError(`Row ${row + 1} has a rating, but no ${unit === '' ? long.unit : long.rater}.`);
    yield { unit, rater, value };
  }
}

async function* wideMarks(
  reader: TableReader,
  names: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Mark> {
  for await (const { row, cells } of textRows(reader, names, signal)) {
    // Units without a name are told apart by their row.
    const unit = cells[0] === '' || cells[0] === undefined ? `row ${row + 1}` : cells[0];
    for (const [at, value] of cells.entries()) {
      if (at > 0 && value !== '') yield { unit, rater: names[at]!, value };
    }
  }
}

async function collect(
  marks: AsyncGenerator<Mark>,
  { level, order }: { level: MeasurementLevel; order: readonly string[] | null },
): Promise<NamedRatings> {
  const [units, raters, found] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const place = (known: Map<string, number>, name: string) => {
    const at = known.get(name) ?? known.size;
    known.set(name, at);
    return at;
  };
  const numeric = level === 'interval' || level === 'ratio';
  const [unit, rater, code]: number[][] = [[], [], []];
  const seen = new Set<string>();
  for await (const mark of marks) {
    const value = numeric ? numberText(mark.value, level) : mark.value;
    const pair = [place(units, mark.unit), place(raters, mark.rater)] as const;
    const key = pair.join();
    if (seen.has(key))
      throw new CommandError(`"${mark.rater}" rated "${mark.unit}" twice: keep one of the two ratings.`);
    seen.add(key);
    unit!.push(pair[0]);
    rater!.push(pair[1]);
    code!.push(place(found, value));
  }
  if (unit!.length === 0) throw new CommandError('The table holds no ratings.');
  const categories = inOrder([...found.keys()], order);
  const places = new Map(categories.map((name, at) => [name, at]));
  const codes = [...found.keys()].map((name) => places.get(name)!);
  return {
    units: [...units.keys()],
    raters: [...raters.keys()],
    categories,
    ratings: {
      units: units.size,
      raters: raters.size,
      categories: categories.length,
      unit: Int32Array.from(unit!),
      rater: Int32Array.from(rater!),
      code: Int32Array.from(code!, (each) => codes[each]!),
    },
  };
}

function numberText(text: string, level: MeasurementLevel): string {
  const number = Number(text);
  if (!Number.isFinite(number))
    throw new CommandError(`The rating "${text}" is not a number: level ${level} needs numbers.`);
  if (level === 'ratio' && number < 0)
    throw new CommandError(`The rating ${text} is negative: level ratio needs numbers from 0.`);
  return String(number);
}

/** As given, or numbers ascending, or by their letters. */
function inOrder(names: readonly string[], order: readonly string[] | null): string[] {
  if (order !== null) {
    const unknown = names.find((name) => !order.includes(name));
    if (unknown !== undefined) throw new CommandError(`The rating "${unknown}" is missing in --order.`);
    return [...order];
  }
  const numbers = names.every((name) => Number.isFinite(Number(name)));
  return [...names].sort(numbers ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : 1));
}
