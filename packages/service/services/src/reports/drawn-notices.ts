import type { RowsTaken } from '@assay/contracts';
import type { ReportParts } from './build-report.ts';

const written = (count: number): string => count.toLocaleString('en');
const isDrawn = (taken: RowsTaken | null): boolean => taken !== null && taken.rows < taken.of;

/** What a reader must know of figures that are of a part of the rows: how many of how many. None where all are. */
export function drawnNotices({ fidelity, detection, utility, privacy }: ReportParts): string[] {
  const notices: string[] = [];
  const told = (
    what: string,
    taken: { real: RowsTaken; synthetic: RowsTaken; unseen: RowsTaken | null } | undefined,
    then: string,
  ) => {
    if (taken === undefined) return;
    const sides = (['real', 'synthetic', 'unseen'] as const).flatMap((side) => {
      const rows = taken[side];
      return rows === null ? [] : [`${written(rows.rows)} of ${written(rows.of)} ${side} rows`];
    });
    if ([taken.real, taken.synthetic, taken.unseen].some(isDrawn))
      notices.push(`${what} ${sides.join(', ')}, drawn by the seed${then}.`);
  };
  told(
    'Pairs and triples of columns were compared on',
    fidelity.pairRows,
    '; their noise floors are of that many',
  );
  told('Distances were computed between', privacy.distanceRows, '; copies were counted over all rows');
  if (detection.most !== undefined && detection.rowsEach === detection.most)
    notices.push(
      `Detection learned from ${written(detection.rowsEach)} rows of each side, drawn by the seed.`,
    );
  if (utility.rows !== undefined && utility.rows.rows === utility.rows.most)
    notices.push(
      `Models were trained on ${written(utility.rows.rows)} rows of each side, drawn by the seed.`,
    );
  const { compared } = fidelity.trends;
  const listed = fidelity.trends.pairs.length;
  if (compared !== undefined && listed < compared)
    notices.push(
      `${written(compared)} pairs of columns were compared; the ${written(listed)} that differ most are listed.`,
    );
  return notices;
}
