import { checkConditions } from '../conditions/check-conditions.ts';
import type { ConditionPlan, ConditionProblem } from '../conditions/condition.ts';
import { allowedColumns } from './allowed-columns.ts';
import { loadModel } from './load-model.ts';
import type { SequentialModel } from './model.ts';

/** Problems of conditions column by column, and of terms that exclude each other through a lookup. */
export function checkTreeConditions(model: SequentialModel, plan: ConditionPlan): ConditionProblem[] {
  const problems = checkConditions(model, plan);
  if (problems.length > 0) return problems;
  const loaded = loadModel(model);
  plan.conditions.forEach((each, condition) => {
    const { impossible } = allowedColumns(loaded, each);
    if (impossible < 0) return;
    const column = loaded.columns[impossible]!.cells.name;
    problems.push({ condition, reason: 'terms-exclude-each-other', column });
  });
  return problems;
}
