import type { Reason, Table } from '@assay/stats';
import type { FidelityMode } from '../score.ts';
import { roundTo14 } from '../shapes/ks-complement.ts';
import { type CenteredColumn, centeredColumn } from '../trends/correlation.ts';
import { categoryCodes } from './category-codes.ts';
import type { CodedColumn } from './codes.ts';
import { equalWidthEdges, openBins, ownBins } from './equal-width-bins.ts';
import { type OrderedCounts, orderedCounts } from './ordered-counts.ts';
import { type ColumnPair, type NumberPair, pairColumns } from './pair-columns.ts';
import { decileEdges, quantileBins } from './quantile-bins.ts';
import { recoded, topCategories } from './top-categories.ts';

/** Two values of one thing: the real table's and the synthetic table's. */
export type Both<T> = { readonly real: T; readonly synthetic: T };

/** What pairs and triples ask of a column of numbers. */
export type CodedNumber = {
  readonly kind: 'number';
  readonly name: string;
  /** In milliseconds where the scale is datetime. */
  readonly centered: Both<CenteredColumn>;
  /** Ten bins of equal width, for pairs with categories. */
  readonly bins: Both<CodedColumn>;
  /** Ten quantile bins of the real table, for triples. */
  readonly tenths: Both<CodedColumn>;
};

/** A column of numbers coded once for all that is asked of it. */
export type PreparedNumber = CodedNumber & {
  readonly scale: NumberPair['scale'];
  readonly ordered: Both<OrderedCounts>;
  readonly absent: Both<number>;
};

export type PreparedCategory = {
  readonly kind: 'category';
  readonly name: string;
  readonly levels: readonly string[];
  /** Missing is the last code. */
  readonly bins: Both<CodedColumn>;
  /** The ten most frequent categories of the real table, for triples. */
  readonly tenths: Both<CodedColumn>;
  readonly absent: Both<number>;
};

type Unmatched = { readonly kind: 'unmatched'; readonly name: string; readonly reason: Reason };
export type PreparedColumn = PreparedNumber | PreparedCategory | Unmatched;
export type CodedPairColumn = CodedNumber | PreparedCategory | Unmatched;

/** Two tables side by side: how they are compared, and how many rows they have. */
export type Sides = { readonly mode: FidelityMode; readonly rows: Both<number> };

/** Two tables side by side, coded for pairs and triples: codes in a byte or two a row, and the numbers themselves. */
export type CodedTables = Sides & { readonly columns: readonly CodedPairColumn[] };

/** Codes every column of both tables once. */
export function codeTables(real: Table, synthetic: Table, mode: FidelityMode): CodedTables {
  return {
    mode,
    rows: { real: real.rows, synthetic: synthetic.rows },
    columns: Array.from(pairColumns(real, synthetic), (pair) => withoutOrder(prepareColumn(pair, mode))),
  };
}

/** A column without its distinct values, which take more room than all the rest. */
export function withoutOrder(column: PreparedColumn): CodedPairColumn {
  if (column.kind !== 'number') return column;
  const { kind, name, centered, bins, tenths } = column;
  return { kind, name, centered, bins, tenths };
}

export function prepareColumn(pair: ColumnPair, mode: FidelityMode): PreparedColumn {
  if (pair.kind === 'unmatched') return pair;
  if (pair.kind === 'number') return prepareNumber(pair, mode);
  const { name, levels } = pair;
  const bins = both(pair, (codes) => categoryCodes(codes, levels.length));
  const top = topCategories(bins.real.counts, levels.length);
  return {
    kind: 'category',
    name,
    levels,
    bins,
    tenths: both(bins, (column) => recoded(column, top.recode, top.size)),
    absent: both(bins, (column) => column.counts[levels.length]!),
  };
}

function prepareNumber(pair: NumberPair, mode: FidelityMode): PreparedNumber {
  const { name, scale } = pair;
  const round = mode === 'parity' && scale === 'decimal' ? roundTo14 : undefined;
  const ordered = both(pair, (values) => orderedCounts(values, round));
  const edges = decileEdges(ordered.real);
  const realEdges = mode === 'corrected' ? equalWidthEdges(pair.real) : undefined;
  return {
    kind: 'number',
    name,
    scale,
    centered: both(pair, centeredColumn),
    ordered,
    bins: both(pair, (values) =>
      realEdges === undefined
        ? ownBins(scale === 'datetime' ? inNanoseconds(values) : values)
        : openBins(values, realEdges),
    ),
    tenths: both(pair, (values) => quantileBins(values, edges)),
    absent: both(pair, missingIn),
  };
}

function both<T, U>(pair: Both<T>, of: (value: T) => U): Both<U> {
  return { real: of(pair.real), synthetic: of(pair.synthetic) };
}

/** SDMetrics' edges for instants are rounded as nanoseconds are. */
function inNanoseconds(milliseconds: Float64Array): Float64Array {
  return milliseconds.map((value) => value * 1e6);
}

function missingIn(values: Float64Array): number {
  let missing = 0;
  for (let row = 0; row < values.length; row += 1) if (Number.isNaN(values[row]!)) missing += 1;
  return missing;
}
