import type { Overlay } from '@assay/contracts';
import {
  alignLevels,
  type CategoryColumn,
  type Column,
  missingIn,
  type NumberColumn,
  quantiles,
} from '@assay/stats';

const BARS = 24;
const MOST_LEVELS = 16;

/** Counts of one column in the sides of a comparison, over the same bars. */
export function overlayOf(real: Column, synthetic: Column, unseen: Column | null): Overlay {
  const sides = [real, synthetic, ...(unseen === null ? [] : [unseen])];
  const missing = {
    real: missingIn(real),
    synthetic: missingIn(synthetic),
    unseen: unseen === null ? null : missingIn(unseen),
  };
  if (sides.every((side): side is NumberColumn => side.kind === 'number')) return numbers(sides, missing);
  return categories(sides as CategoryColumn[], missing);
}

type Missing = Overlay['missing'];

function numbers(sides: readonly NumberColumn[], missing: Missing): Overlay {
  const [real, synthetic, unseen] = sides;
  const edges = edgesOf(real!);
  const counted = (column: NumberColumn) => {
    const counts = new Array<number>(Math.max(1, edges.length - 1)).fill(0);
    for (const value of column.values) {
      if (Number.isNaN(value)) continue;
      // The outer bars are open, so that nothing falls off the chart.
      let bar = 0;
      while (bar < counts.length - 1 && value >= edges[bar + 1]!) bar += 1;
      counts[bar]! += 1;
    }
    return counts;
  };
  return {
    column: real!.name,
    kind: real!.scale === 'datetime' ? 'datetime' : 'number',
    edges,
    levels: null,
    other: false,
    bars: {
      real: counted(real!),
      synthetic: counted(synthetic!),
      unseen: unseen === undefined ? null : counted(unseen),
    },
    missing,
  };
}

/** Equal widths between the 1st and the 99th percentile of the real values: a far outlier flattens no chart. */
function edgesOf(column: NumberColumn): number[] {
  const found = quantiles(column.values, [0, 0.01, 0.99, 1]);
  if (!found.ok) return [0, 1];
  const [least, low, high, most] = found.value as [number, number, number, number];
  const [from, to] = low < high ? [low, high] : [least, most];
  if (from === to) return [from, from + 1];
  const whole = column.scale === 'integer' && to - from < BARS;
  const bars = whole ? to - from + 1 : BARS;
  const width = whole ? 1 : (to - from) / bars;
  return Array.from({ length: bars + 1 }, (_, at) => from + at * width);
}

function categories(sides: readonly CategoryColumn[], missing: Missing): Overlay {
  const aligned = alignLevels(sides);
  const counts = aligned.map((column) => {
    const of = new Array<number>(column.levels.length).fill(0);
    for (const code of column.codes) if (code >= 0) of[code]! += 1;
    return of;
  });
  const [real, synthetic, unseen] = counts;
  const levels = aligned[0]!.levels;
  const order = levels
    .map((_, code) => code)
    .sort((a, b) => real![b]! - real![a]! || synthetic![b]! - synthetic![a]! || a - b);
  const other = order.length > MOST_LEVELS;
  const shown = order.slice(0, other ? MOST_LEVELS - 1 : MOST_LEVELS);
  const rest = order.slice(shown.length);
  const bars = (of: readonly number[]) => [
    ...shown.map((code) => of[code]!),
    ...(other ? [rest.reduce((sum, code) => sum + of[code]!, 0)] : []),
  ];
  return {
    column: sides[0]!.name,
    kind: 'category',
    edges: null,
    levels: [...shown.map((code) => levels[code]!.slice(0, 128)), ...(other ? [''] : [])],
    other,
    bars: {
      real: bars(real!),
      synthetic: bars(synthetic!),
      unseen: unseen === undefined ? null : bars(unseen),
    },
    missing,
  };
}
