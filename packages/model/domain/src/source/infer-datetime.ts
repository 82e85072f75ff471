import { type ColumnFacts, DATETIME_CANDIDATES, type DatetimeCandidate } from '@assay/contracts';

export type DatetimeReading = {
  readonly formats: string[];
  readonly physical: 'DATE' | 'TIMESTAMP' | 'TIMESTAMPTZ';
  /** Day and month could be the other way round in every value. */
  readonly orderAmbiguous: boolean;
  /** Some values only make sense day first and others only month first. */
  readonly orderMixed: boolean;
  readonly zonesMixed: boolean;
  /** More formats occur than a column may keep. */
  readonly formatsLeftOut: number;
};

const CANDIDATES = new Map(DATETIME_CANDIDATES.map((candidate) => [candidate.format, candidate]));
const MAX_FORMATS = 4;

type Match = { readonly candidate: DatetimeCandidate; readonly matched: number };

/**
 * The formats that read a column's dates, most frequent first: one per way of writing, and both orders of day and
 * month only where neither reads all. Null where no format reads anything.
 */
export function readDatetimes(facts: ColumnFacts): DatetimeReading | null {
  const shapes = new Map<string, Match[]>();
  for (const { format, matched } of facts.datetimes.matches) {
    const candidate = CANDIDATES.get(format);
    if (candidate === undefined || matched === 0) continue;
    shapes.set(candidate.pattern, [...(shapes.get(candidate.pattern) ?? []), { candidate, matched }]);
  }
  const most = [...shapes.values()].map((matches) => Math.max(...matches.map(({ matched }) => matched)));
  // Shapes do not overlap: what the best format of each leaves unread is read by its other order alone.
  const mixed = facts.datetimes.any > most.reduce((sum, matched) => sum + matched, 0);
  const readings = [...shapes.values()].map((matches) => readShape(matches, mixed));
  readings.sort((a, b) => b.matched - a.matched);
  const chosen = readings.flatMap((reading) => reading.chosen);
  if (chosen.length === 0) return null;
  const kept = chosen.slice(0, MAX_FORMATS);
  const zoned = kept.filter((candidate) => candidate.physical === 'TIMESTAMPTZ').length;
  const dates = kept.filter((candidate) => candidate.physical === 'DATE').length;
  return {
    formats: kept.map((candidate) => candidate.format),
    physical: zoned > 0 ? 'TIMESTAMPTZ' : dates === kept.length ? 'DATE' : 'TIMESTAMP',
    orderAmbiguous: facts.datetimes.swappable > 0 && readings.some((reading) => reading.ambiguous),
    orderMixed: mixed,
    zonesMixed: zoned > 0 && zoned < kept.length,
    formatsLeftOut: chosen.length - kept.length,
  };
}

type ShapeReading = { chosen: DatetimeCandidate[]; matched: number; ambiguous: boolean };

/** One way of writing: the order that reads more, and the other one where orders are mixed. */
function readShape(matches: readonly Match[], mixed: boolean): ShapeReading {
  const sorted = [...matches].sort((a, b) => b.matched - a.matched || preference(b) - preference(a));
  const best = sorted[0]!;
  const chosen = mixed ? sorted.map(({ candidate }) => candidate) : [best.candidate];
  return { chosen, matched: best.matched, ambiguous: !mixed && sorted[1]?.matched === best.matched };
}

/** Between equals: dots are written day first, slashes and dashes more often month first. */
function preference({ candidate }: Match): number {
  return (candidate.order === 'day-first') === candidate.format.includes('.') ? 1 : 0;
}
