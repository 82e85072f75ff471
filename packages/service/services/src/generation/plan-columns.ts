import type { ColumnSpec, Recipe, RecipeColumnPlan } from '@assay/contracts';
import { AssayError } from '@assay/contracts';
import { automaticPlan } from '@assay/domain';
import { type ColumnPlan, MEANINGS, type Meaning } from '@assay/synthesis';

/** A column of the synthetic table: how it is made and how it is stored. */
export type PlannedColumn = { plan: ColumnPlan; spec: ColumnSpec };

const isMeaning = (name: string): name is Meaning => MEANINGS.some((each) => each === name);

/** Personal data in free text has no meaning of its own: the text is made up as a whole. */
function meaningOf(finding: string): Meaning {
  return isMeaning(finding) ? finding : 'sentence';
}

const asText = (spec: ColumnSpec): ColumnSpec => ({ ...spec, physical: 'VARCHAR' });

function automatic(spec: ColumnSpec, findings: readonly { columnIndex: number; kind: string }[]): ColumnPlan {
  const { name } = spec;
  const found = findings.find((finding) => finding.columnIndex === spec.index);
  const plan = automaticPlan(spec, found?.kind ?? null);
  switch (plan.make) {
    case 'faker':
      return { name, make: 'faker', meaning: meaningOf(plan.meaning) };
    case 'sequence':
      return { name, make: 'sequence', start: 1 };
    default:
      return { name, make: plan.make };
  }
}

function chosen(plan: RecipeColumnPlan, spec: ColumnSpec): ColumnPlan | null {
  const { name } = spec;
  switch (plan.make) {
    case 'leave-out':
      return null;
    case 'model':
      return { name, make: 'model' };
    case 'sequence': {
      const { start, step, prefix, digits } = plan;
      return { name, make: 'sequence', start, step, prefix, digits };
    }
    case 'code':
      return { name, make: 'code', digits: plan.digits, prefix: plan.prefix };
    case 'uuid':
      return { name, make: 'uuid' };
    case 'faker':
      if (!isMeaning(plan.meaning)) {
        throw new AssayError('bad-input', `“${plan.meaning}” is no meaning that values can be made up for.`, {
          field: 'document.columns',
          next: `Choose one of: ${MEANINGS.join(', ')}.`,
        });
      }
      return { name, make: 'faker', meaning: plan.meaning, missing: plan.missing };
  }
}

/**
 * How each column of the source is made: as the recipe says, else by what it is. Confirmed personal data, identifiers
 * and free text are made up and never learnt.
 *
 * @param findings personal data that was not dismissed
 */
export function planColumns(
  recipe: Recipe,
  columns: readonly ColumnSpec[],
  findings: readonly { columnIndex: number; kind: string }[],
): PlannedColumn[] {
  const told = new Map(recipe.columns.map((plan) => [plan.column.toLowerCase(), plan]));
  const unique = new Set(
    recipe.constraints.flatMap((each) => (each.kind === 'unique' ? [each.column.toLowerCase()] : [])),
  );
  const planned = columns.flatMap((spec): PlannedColumn[] => {
    const plan = told.get(spec.name.toLowerCase());
    const made =
      plan !== undefined
        ? chosen(plan, spec)
        : automatic(unique.has(spec.name.toLowerCase()) ? { ...spec, role: 'identifier' } : spec, findings);
    if (made === null) return [];
    const stored = made.make === 'model' || made.make === 'sequence' ? spec : asText(spec);
    const prefixed = made.make === 'sequence' && ((made.prefix ?? '') !== '' || (made.digits ?? 0) > 0);
    return [{ plan: made, spec: prefixed ? asText(spec) : stored }];
  });
  return planned.map((each, index) => ({ ...each, spec: { ...each.spec, index } }));
}

/** What values can be made up for. */
export function listMeanings(): string[] {
  return [...MEANINGS];
}
