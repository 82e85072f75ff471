import {
  type Annotation,
  type ImportProblem,
  type LabelImportUse,
  MOST_OVERLAP,
  type TakenRecord,
} from '@assay/contracts';
import { withoutRemarks } from '../region/remarks.ts';

/** A record whose row is known and whose answers the label schema takes. */
export type PlacedRecord = TakenRecord & { line: number };

/** What was taken by imports before: who said what of a row. */
export type KnownAnswer = { row: number; source: string; payload: Annotation };

/** What is said, whatever order its keys stand in, without comments and remarks. */
function saidIn(payload: Annotation): string {
  const { answers, realism, artefact } = payload;
  return JSON.stringify([sorted(withoutRemarks(answers)), sorted(realism), artefact]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}

/**
 * Which records are taken: one of each person and row, of proposals and known answers one of each row. Of those that
 * say the same the first is taken; where they differ none is, for nobody knows which holds.
 *
 * @param asNow how an answer of these records is read by now, as those that were taken before are
 */
export function settleImport(
  use: LabelImportUse,
  records: readonly PlacedRecord[],
  known: readonly KnownAnswer[],
  asNow: (payload: Annotation) => Annotation = (payload) => payload,
): { taken: PlacedRecord[]; problems: ImportProblem[] } {
  const placeOf = ({ row, source }: { row: number; source: string }) =>
    use === 'labels' ? `${row} ${source}` : String(row);
  const whose = use === 'labels' ? 'by the same person' : 'of the same row';
  const before = new Map(known.map((each) => [placeOf(each), saidIn(each.payload)]));
  const places = new Map<string, { record: PlacedRecord; said: string }[]>();
  for (const record of records) {
    const place = placeOf(record);
    const of = places.get(place) ?? [];
    of.push({ record, said: saidIn(record.payload) });
    places.set(place, of);
  }
  const problems: ImportProblem[] = [];
  const taken: PlacedRecord[] = [];
  const people = new Map<number, number>();
  if (use === 'labels') for (const { row } of known) people.set(row, (people.get(row) ?? 0) + 1);
  for (const [place, group] of places) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    const add = ({ line }: PlacedRecord, code: ImportProblem['code'], message: string) =>
      problems.push({ line, code, field: null, message });
    const earlier = before.get(place);
    const differing = others.find(({ said }) => said !== first.said);
    if (differing !== undefined) {
      const lines = `lines ${first.record.line} and ${differing.record.line}`;
      for (const { record } of group) {
        add(record, 'conflict', `Answers ${whose} differ on ${lines}: none of them is taken.`);
      }
      continue;
    }
    if (earlier !== undefined) {
      const isSame = earlier === saidIn(asNow(first.record.payload));
      const message = isSame
        ? `The same was imported before ${whose}.`
        : `Another answer was imported before ${whose}, and stands.`;
      for (const { record } of group) add(record, isSame ? 'duplicate' : 'conflict', message);
      continue;
    }
    for (const { record } of others) {
      add(record, 'duplicate', `Line ${first.record.line} says the same ${whose}.`);
    }
    if (use === 'labels') {
      const count = (people.get(first.record.row) ?? 0) + 1;
      if (count > MOST_OVERLAP) {
        add(
          first.record,
          'too-many',
          `More than ${MOST_OVERLAP} people answered row ${first.record.row + 1}.`,
        );
        continue;
      }
      people.set(first.record.row, count);
    }
    taken.push(first.record);
  }
  taken.sort((a, b) => a.row - b.row || a.line - b.line);
  return { taken, problems: problems.sort((a, b) => a.line - b.line) };
}
