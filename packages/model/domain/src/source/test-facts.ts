import { type ColumnFacts, DATETIME_CANDIDATES, NUMBER_CONVENTIONS } from '@assay/contracts';

/**
 * The facts of some values as a gatherer would count them, for tests. Dates are read by day, month and year order
 * alone; null is missing.
 */
export function factsOf(values: readonly (string | null)[], more: Partial<ColumnFacts> = {}): ColumnFacts {
  const known = values.filter((value) => value !== null);
  const count = (test: (value: string) => boolean): number => known.filter(test).length;
  const counts = new Map<string, number>();
  for (const value of known) counts.set(value, (counts.get(value) ?? 0) + 1);
  const lengths = known.map((value) => [...value].length);
  const conventions = NUMBER_CONVENTIONS.map(({ decimal, thousands, pattern }) => {
    const fits = known.filter((value) => new RegExp(pattern).test(value));
    return {
      decimal,
      thousands,
      matched: fits.length,
      withFraction: fits.filter((value) => value.includes(decimal) || /e/i.test(value)).length,
      withThousands: fits.filter((value) => thousands !== null && value.includes(thousands)).length,
    };
  }).filter(({ matched }) => matched > 0);
  const plain = known.filter((value) => /^-?\d+(\.\d+)?$/.test(value)).map(Number);
  const integers = known.filter((value) => /^[+-]?\d+$/.test(value));
  return {
    index: 0,
    name: 'column',
    sourceName: 'column',
    stored: null,
    rows: values.length,
    missing: values.length - known.length,
    distinct: counts.size,
    distinctIsEstimate: false,
    minLength: Math.min(...lengths, Number.MAX_SAFE_INTEGER) % Number.MAX_SAFE_INTEGER,
    maxLength: Math.max(...lengths, 0),
    meanLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, known.length),
    manyWords: count((value) => value.split(/\s+/).length >= 3),
    numbers: {
      integer: integers.length,
      leadingZero: count((value) => /^[+-]?0\d+$/.test(value)),
      beyondInt64: integers.filter((value) => BigInt.asIntN(64, BigInt(value)) !== BigInt(value)).length,
      infinity: count((value) => /^[+-]?(inf|infinity|∞)$/i.test(value)),
      nan: count((value) => /^[+-]?nan$/i.test(value)),
      overPrecise: count((value) => value.replace(/\D/g, '').length > 17 && value.includes('.')),
      conventions,
    },
    datetimes: datetimesOf(known),
    frequent: [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 64)
      .map(([value, n]) => ({ value, count: n })),
    sample: [...counts.keys()].slice(0, 200),
    numericMin: plain.length > 0 ? Math.min(...plain) : null,
    numericMax: plain.length > 0 ? Math.max(...plain) : null,
    ...more,
  };
}

function datetimesOf(known: readonly string[]): ColumnFacts['datetimes'] {
  const reads = (value: string, candidate: (typeof DATETIME_CANDIDATES)[number]): boolean => {
    if (!new RegExp(candidate.pattern).test(value)) return false;
    if (candidate.order === null) return true;
    const [first, second] = value.split(/[/.-]/).map(Number);
    const [day, month] = candidate.order === 'day-first' ? [first, second] : [second, first];
    return (day ?? 0) >= 1 && (day ?? 0) <= 31 && (month ?? 0) >= 1 && (month ?? 0) <= 12;
  };
  const ordered = DATETIME_CANDIDATES.filter((candidate) => candidate.order !== null);
  return {
    any: known.filter((value) => DATETIME_CANDIDATES.some((candidate) => reads(value, candidate))).length,
    swappable: known.filter((value) => {
      const [first, second] = value.split(/[/.-]/).map(Number);
      return first !== second && ordered.filter((candidate) => reads(value, candidate)).length === 2;
    }).length,
    matches: DATETIME_CANDIDATES.map((candidate) => ({
      format: candidate.format,
      matched: known.filter((value) => reads(value, candidate)).length,
    })).filter(({ matched }) => matched > 0),
  };
}
