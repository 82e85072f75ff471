import type { ColumnSpec } from '@assay/contracts';

/** How a column is made unless the recipe says otherwise. `meaning` is a kind of finding, or `sentence`. */
export type AutomaticPlan = { make: 'model' | 'sequence' | 'uuid' } | { make: 'faker'; meaning: string };

/**
 * Personal data, identifiers and free text are made up and never learnt; everything else is learnt.
 *
 * @param finding kind of personal data that was found in the column and not dismissed; null where there is none
 */
export function automaticPlan(
  column: Pick<ColumnSpec, 'type' | 'physical' | 'role'>,
  finding: string | null,
): AutomaticPlan {
  if (finding !== null) return { make: 'faker', meaning: finding };
  if (column.type === 'identifier' || column.role === 'identifier') {
    return { make: column.physical === 'BIGINT' || column.physical === 'DOUBLE' ? 'sequence' : 'uuid' };
  }
  // Whatever somebody wrote may name somebody: free text is never learnt word by word.
  if (column.type === 'text') return { make: 'faker', meaning: 'sentence' };
  return { make: 'model' };
}
