import type { BiasQuestion, BiasReport } from '@assay/contracts';
import {
  type CubeCell,
  compareWithPopulation,
  fairlearnParity,
  fourFifths,
  groupKey,
  groupShares,
  MINIMUM_GROUP,
  selectionRates,
} from '@assay/fairness';

export type Population = {
  name: string;
  citation: string;
  columns: readonly string[];
  rows: readonly { group: readonly string[]; size: number }[];
};

/**
 * Shares per group and intersection, against a population where one is given, and selection rates with the
 * four-fifths rule where an outcome is asked about. Undefined without any row.
 */
export function biasOfCells(
  cells: readonly CubeCell[],
  question: BiasQuestion,
  population: Population | null,
): BiasReport | null {
  const cube = { columns: question.groups, cells };
  const shares = groupShares(cube, question.groups);
  if (!shares.ok) return null;

  const asksOutcome = question.target !== null && question.favourable.length > 0;
  const rates = asksOutcome ? selectionRates(cube, question.groups, question.favourable) : null;
  const fifths = rates?.ok ? fourFifths(rates.value) : null;
  const parity = rates?.ok ? fairlearnParity(rates.value) : null;
  const matches = population !== null && population.columns.join('\n') === question.groups.join('\n');
  const compared = matches
    ? compareWithPopulation(
        shares.value,
        population.rows.map(({ group, size }) => ({ group: [...group], size })),
      )
    : null;

  const byGroup = <T extends { group: readonly (string | null)[] }>(rows: readonly T[]) =>
    new Map(rows.map((row) => [groupKey(row.group), row]));
  const rateOf = byGroup(rates?.ok ? rates.value : []);
  const verdictOf = byGroup(fifths?.ok ? fifths.value.groups : []);
  const populationOf = byGroup(compared?.ok ? compared.value.groups : []);

  return {
    type: 'assay.bias',
    version: 1,
    question,
    rows: shares.value[0]?.total ?? 0,
    minimum: MINIMUM_GROUP,
    groups: shares.value.map((share) => {
      const key = groupKey(share.group);
      const rate = rateOf.get(key);
      const verdict = verdictOf.get(key);
      const outside = populationOf.get(key);
      return {
        group: [...share.group],
        count: share.count,
        share: share.share,
        assessable: share.assessable,
        population:
          outside === undefined
            ? null
            : {
                share: outside.populationShare,
                difference: outside.difference,
                ratio: outside.ratio.ok ? outside.ratio.value : null,
                differs: outside.differs,
              },
        outcome:
          rate === undefined
            ? null
            : {
                favourable: rate.favourable,
                n: rate.n,
                unknown: rate.unknown,
                rate: rate.rate.status === 'assessed' ? rate.rate.value : null,
                reason: rate.rate.status === 'assessed' ? null : rate.rate.reason,
                fourFifths: verdict?.verdict ?? 'not-assessable',
                impactRatio: verdict?.impact?.ratio ?? null,
              },
      };
    }),
    parity: parity?.ok
      ? {
          difference: parity.value.difference,
          ratio: parity.value.ratio.ok ? parity.value.ratio.value : null,
          lowest: [...parity.value.lowest],
          highest: [...parity.value.highest],
        }
      : null,
    parityReason: parity === null || parity.ok ? null : parity.reason,
    population: compared?.ok
      ? {
          name: population?.name ?? '',
          citation: population?.citation ?? '',
          unmatched: compared.value.unmatched.reduce((sum, each) => sum + each.count, 0),
          pValue: compared.value.test.ok ? compared.value.test.value.pValue : null,
        }
      : null,
  };
}
