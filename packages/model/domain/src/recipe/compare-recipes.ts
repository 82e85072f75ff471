import type { Recipe } from '@assay/contracts';

/** One thing that two recipes say differently. Absent on a side is null. */
export type RecipeDifference = { field: string; before: unknown; after: unknown };

const FIELDS = ['method', 'sourceId', 'target', 'leaf', 'seed', 'rules'] as const;

/** What two recipes say differently: settings by name, lists by what only one of them has. */
export function compareRecipes(before: Recipe, after: Recipe): RecipeDifference[] {
  const differences: RecipeDifference[] = FIELDS.filter(
    (field) => text(before[field]) !== text(after[field]),
  ).map((field) => ({ field, before: before[field], after: after[field] }));
  const plans = new Map(before.columns.map((plan) => [plan.column, plan]));
  for (const plan of after.columns) {
    const old = plans.get(plan.column) ?? null;
    plans.delete(plan.column);
    if (text(old) !== text(plan))
      differences.push({ field: `columns.${plan.column}`, before: old, after: plan });
  }
  for (const plan of plans.values())
    differences.push({ field: `columns.${plan.column}`, before: plan, after: null });
  for (const field of ['conditions', 'constraints'] as const) {
    const old = new Set(before[field].map(text));
    const now = new Set(after[field].map(text));
    for (const each of before[field])
      if (!now.has(text(each))) differences.push({ field, before: each, after: null });
    for (const each of after[field])
      if (!old.has(text(each))) differences.push({ field, before: null, after: each });
  }
  return differences;
}

const text = (value: unknown): string => JSON.stringify(value);
