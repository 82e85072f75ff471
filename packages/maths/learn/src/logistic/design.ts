import { type CategoryColumn, findColumn, type NumberColumn, type Table } from '@assay/stats';
import { type CategoryCoding, type FeatureCoding, type NumberCoding, termCount } from './feature-coding.ts';

/**
 * Rows as terms: term `dense[i].term` has the value `dense[i].values[row]`; term `hot[i][row]`, where not -1, is 1.
 * All other terms are 0.
 */
export type Design = {
  readonly rows: number;
  readonly terms: number;
  readonly dense: readonly { readonly term: number; readonly values: Float64Array }[];
  readonly hot: readonly Int32Array[];
};

/**
 * The given rows of a table (all when left out) as terms.
 *
 * @throws RangeError when a column is not there, or is of the other kind
 */
export function designOf(table: Table, features: readonly FeatureCoding[], rows?: Int32Array): Design {
  const taken = rows ?? Int32Array.from({ length: table.rows }, (_, row) => row);
  const dense: { term: number; values: Float64Array }[] = [];
  const hot: Int32Array[] = [];
  let terms = 0;
  for (const coding of features) {
    const column = findColumn(table, coding.name);
    if (column === undefined) throw new RangeError(`the table has no column ${coding.name}`);
    if (column.kind === 'number' && coding.kind === 'number') {
      dense.push({ term: terms, values: standardised(column, coding, taken) });
      if (coding.missingTerm) hot.push(missingTerms(column, terms + 1, taken));
    } else if (column.kind === 'category' && coding.kind === 'category')
      hot.push(levelTerms(column, coding, terms, taken));
    else throw new RangeError(`column ${coding.name} is a ${column.kind}, not a ${coding.kind}`);
    terms += termCount(coding);
  }
  return { rows: taken.length, terms, dense, hot };
}

function standardised(column: NumberColumn, coding: NumberCoding, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => {
    const value = column.values[row]!;
    return Number.isFinite(value) ? (value - coding.mean) / coding.deviation : 0;
  });
}

function missingTerms(column: NumberColumn, term: number, rows: Int32Array): Int32Array {
  return rows.map((row) => (Number.isFinite(column.values[row]!) ? -1 : term));
}

function levelTerms(
  column: CategoryColumn,
  coding: CategoryCoding,
  first: number,
  rows: Int32Array,
): Int32Array {
  const termOf = new Map(coding.levels.map((level, at) => [level, first + at]));
  const recode = column.levels.map((level) => termOf.get(level) ?? -1);
  const missing = coding.missingTerm ? first + coding.levels.length : -1;
  return rows.map((row) => (column.codes[row]! < 0 ? missing : recode[column.codes[row]!]!));
}

/** Writes intercept plus terms times coefficients, for each row, into `out`. */
export function linearScores(
  design: Design,
  coefficients: Float64Array,
  intercept: number,
  out: Float64Array,
): void {
  out.fill(intercept);
  for (const { term, values } of design.dense) {
    const coefficient = coefficients[term]!;
    for (let row = 0; row < values.length; row += 1) out[row]! += coefficient * values[row]!;
  }
  for (const terms of design.hot)
    for (let row = 0; row < terms.length; row += 1) {
      const term = terms[row]!;
      if (term >= 0) out[row]! += coefficients[term]!;
    }
}

/** Adds, for each term, its sum of products with `residuals` to `out`. */
export function addTermSums(design: Design, residuals: Float64Array, out: Float64Array): void {
  for (const { term, values } of design.dense) {
    let sum = 0;
    for (let row = 0; row < values.length; row += 1) sum += residuals[row]! * values[row]!;
    out[term]! += sum;
  }
  for (const terms of design.hot)
    for (let row = 0; row < terms.length; row += 1) {
      const term = terms[row]!;
      if (term >= 0) out[term]! += residuals[row]!;
    }
}

/** For each term the mean of its squares: with 1 for the intercept, how curved the loss is along each, up to a factor. */
export function meanSquares(design: Design, weights: Float64Array | undefined): Float64Array {
  const squares = new Float64Array(design.terms);
  let total = 0;
  for (let row = 0; row < design.rows; row += 1) total += weights === undefined ? 1 : weights[row]!;
  for (const { term, values } of design.dense)
    for (let row = 0; row < values.length; row += 1)
      squares[term]! += (weights === undefined ? 1 : weights[row]!) * values[row]! ** 2;
  for (const terms of design.hot)
    for (let row = 0; row < terms.length; row += 1)
      if (terms[row]! >= 0) squares[terms[row]!]! += weights === undefined ? 1 : weights[row]!;
  return squares.map((sum) => sum / total);
}
