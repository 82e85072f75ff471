import {
  type ColumnProfile,
  type ColumnSpec,
  type DatetimeProfile,
  RARE_ROWS,
  RARE_SHARE,
} from '@assay/contracts';
import { histogram, histogramEdges, sortedFinite } from '@assay/stats';
import { GAPS, isoTime, numericProfileOf, RARE_EXAMPLES, TOP } from './profile-column.ts';

const DAY = 86_400_000;

/** A whole column in memory: its cells as text, and as numbers where it has any (times in milliseconds). */
export type ColumnValues = { texts: (string | null)[]; numbers: Float64Array };

/** The same as `profileColumn`, from values in memory: thousands of short columns would need too many queries. */
export function profileValues(spec: ColumnSpec, values: ColumnValues): ColumnProfile {
  const { texts, numbers } = values;
  const counts = new Map<string, number>();
  let present = 0;
  for (const text of texts) {
    if (text === null) continue;
    present++;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const entries = [...counts].map(([value, count]) => ({ value, count }));
  const category = spec.type === 'category' || spec.type === 'boolean';
  return {
    name: spec.name,
    type: spec.type,
    role: spec.role,
    rows: texts.length,
    missing: texts.length - present,
    distinct: counts.size,
    constant: counts.size === 1,
    nearKey: present >= 20 && counts.size * 100 >= present * 95,
    top: entries.sort((a, b) => b.count - a.count || byValue(a, b)).slice(0, TOP),
    rare: category && present > 0 ? rareOf(entries, present) : null,
    numeric: spec.type === 'integer' || spec.type === 'decimal' ? numericProfileOf(numbers) : null,
    datetime: spec.type === 'datetime' ? datetimeOf(texts, numbers) : null,
    text: spec.physical === 'VARCHAR' && present > 0 ? textOf(entries, present) : null,
  };
}

type Entry = { value: string; count: number };

const byValue = (a: Entry, b: Entry): number => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

function rareOf(entries: readonly Entry[], present: number): ColumnProfile['rare'] {
  const rare = entries.filter(
    ({ count }) => count < RARE_ROWS || count * RARE_SHARE.denominator < present * RARE_SHARE.numerator,
  );
  return {
    categories: rare.length,
    rows: rare.reduce((sum, { count }) => sum + count, 0),
    examples: rare.sort((a, b) => a.count - b.count || byValue(a, b)).slice(0, RARE_EXAMPLES),
  };
}

function textOf(entries: readonly Entry[], present: number): ColumnProfile['text'] {
  let minLength = Number.POSITIVE_INFINITY;
  let maxLength = 0;
  let total = 0;
  for (const { value, count } of entries) {
    const length = [...value].length;
    minLength = Math.min(minLength, length);
    maxLength = Math.max(maxLength, length);
    total += length * count;
  }
  return { minLength, maxLength, meanLength: total / present };
}

function datetimeOf(texts: readonly (string | null)[], numbers: Float64Array): DatetimeProfile {
  const sorted = sortedFinite(numbers);
  const textOfTime = new Map<number, string>();
  for (const [i, text] of texts.entries()) if (text !== null) textOfTime.set(numbers[i] as number, text);
  const days = [...new Set([...sorted].map((time) => Math.floor(time / DAY)))];
  const date = (day: number): string => isoTime(day * DAY).slice(0, 10);
  const gaps = days
    .slice(1)
    .map((day, i) => ({
      after: date(days[i] as number),
      before: date(day),
      days: day - (days[i] as number) - 1,
    }))
    .filter((gap) => gap.days > 0)
    .sort((a, b) => b.days - a.days)
    .slice(0, GAPS);
  const edges = histogramEdges(sorted);
  const binned = edges.ok ? histogram(sorted, edges.value) : edges;
  return {
    min: textOfTime.get(sorted[0] as number) ?? null,
    max: textOfTime.get(sorted.at(-1) as number) ?? null,
    days: days.length,
    gaps,
    histogram: binned.ok
      ? { edges: binned.value.edges.map((edge) => isoTime(edge)), counts: [...binned.value.counts] }
      : null,
  };
}
