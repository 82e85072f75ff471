import type { ConditionTerm } from '../conditions/condition.ts';
import type { Restoration } from './learnt-table.ts';

type Joint = Extract<Restoration, { kind: 'joint' }>;

/**
 * The terms of a condition as terms on what is learnt, which can be met by construction: a term on a column of a
 * combination names the combinations that fit. The rest is on columns that are put together.
 */
export function learntTerms(
  restorations: readonly Restoration[],
  where: readonly ConditionTerm[],
): { learnt: ConditionTerm[]; rest: ConditionTerm[] } {
  const derived = new Set(restorations.flatMap((each) => (each.kind === 'joint' ? [] : [each.column])));
  const learnt: ConditionTerm[] = [];
  const rest: ConditionTerm[] = [];
  const byJoint = new Map<Joint, ConditionTerm[]>();
  for (const term of where) {
    const joint = restorations.find(
      (each): each is Joint => each.kind === 'joint' && each.columns.some(({ name }) => name === term.column),
    );
    if (joint !== undefined) byJoint.set(joint, [...(byJoint.get(joint) ?? []), term]);
    else if (derived.has(term.column)) rest.push(term);
    else learnt.push(term);
  }
  for (const [joint, terms] of byJoint) learnt.push(ofJoint(joint, terms));
  return { learnt, rest };
}

function ofJoint({ joint, seen, columns }: Joint, terms: readonly ConditionTerm[]): ConditionTerm {
  const tests = terms.map((term) => {
    const place = columns.findIndex(({ name }) => name === term.column);
    if ('levels' in term) {
      const named = new Set(term.levels);
      return (values: readonly (string | number | null)[]) => {
        const value = values[place]!;
        return named.has(value === null ? null : String(value));
      };
    }
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = term;
    return (values: readonly (string | number | null)[]) => {
      const value = values[place]!;
      return typeof value === 'number' && min <= value && value <= max;
    };
  });
  const levels = seen.filter((text) => {
    const values = JSON.parse(text) as (string | number | null)[];
    return tests.every((holds) => holds(values));
  });
  return { column: joint, levels };
}
