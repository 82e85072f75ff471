import { type ColumnProfile, type ColumnReference, LEAST_BIN_ROWS } from '@assay/contracts';

/** Neighbouring bins put together until each has enough rows; the last one is open. */
function mergeBins<Edge>(
  upper: readonly Edge[],
  counts: readonly number[],
): { upTo: Edge | null; rows: number }[] {
  const merged: { upTo: Edge | null; rows: number }[] = [];
  let rows = 0;
  counts.forEach((count, at) => {
    rows += count;
    if (rows < LEAST_BIN_ROWS) return;
    merged.push({ upTo: upper[at] ?? null, rows });
    rows = 0;
  });
  const last = merged.at(-1);
  if (last === undefined) return [];
  merged[merged.length - 1] = { upTo: null, rows: last.rows + rows };
  return merged;
}

const TOO_FEW: ColumnReference = { kind: 'none', reason: 'too-few' };

/**
 * What annotators see of the real values of a column: shares of bins and of values that at least `LEAST_BIN_ROWS` rows
 * stand behind. No figure of it is one row's: the outermost bins are open, rarer values are not named.
 */
export function columnReferenceOf(profile: ColumnProfile): ColumnReference {
  const of = profile.rows - profile.missing;
  if (profile.role === 'identifier' || profile.type === 'identifier') {
    return { kind: 'none', reason: 'identifier' };
  }
  if (of < LEAST_BIN_ROWS) return TOO_FEW;
  if (profile.numeric?.histogram) {
    const { histogram, outliers, finite } = profile.numeric;
    const bins = mergeBins(histogram.edges.slice(1), histogram.counts);
    const fences = outliers === null ? null : { low: outliers.low, high: outliers.high };
    return bins.length === 0 ? TOO_FEW : { kind: 'number', of: finite, bins, fences };
  }
  if (profile.datetime?.histogram) {
    const { edges, counts } = profile.datetime.histogram;
    const bins = mergeBins(edges.slice(1), counts);
    return bins.length === 0 ? TOO_FEW : { kind: 'moment', of, bins };
  }
  if (profile.type !== 'category' && profile.type !== 'boolean') return { kind: 'none', reason: 'free-text' };
  const values = profile.top.flatMap(({ value, count }) =>
    count < LEAST_BIN_ROWS ? [] : [{ value, rows: count }],
  );
  return { kind: 'category', of, values };
}
