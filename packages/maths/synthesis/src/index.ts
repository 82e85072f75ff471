export type { Condition, ConditionPlan, ConditionProblem, ConditionTerm } from './conditions/condition.ts';
export { computedColumns, formulaOf } from './constraints/computed-columns.ts';
export {
  type ConstrainedModel,
  type ConstrainedSettings,
  constrainedGenerator,
} from './constraints/constrained-generator.ts';
export type { Constraint } from './constraints/constraint.ts';
export { copulaGenerator } from './copula/copula-generator.ts';
export type { CopulaModel, CopulaSettings } from './copula/model.ts';
export { columnsOf as expressionColumns } from './expression/expression.ts';
export { ANY as ANY_BOUNDS, type Bounds, expressionBounds } from './expression/expression-bounds.ts';
export { parseExpression } from './expression/parse-expression.ts';
export type {
  ColumnDescription,
  Control,
  FitInput,
  Generator,
  ModelDescription,
  SampleRequest,
  Seed,
} from './generator.ts';
export type { RowTest } from './hold/row-test.ts';
export { TooFewAccepted } from './hold/too-few-accepted.ts';
export {
  type IndependentModel,
  type IndependentSettings,
  independentGenerator,
} from './independent/independent-generator.ts';
export { MEANINGS, type Meaning } from './made/faker/meanings.ts';
export type { ColumnPlan, FakerPlan, MadePlan, ModelledPlan } from './plan/column-plan.ts';
export { type CheckedRules, checkRules } from './rules/check-rules.ts';
export { constrainedRules } from './rules/constrained-rules.ts';
export type { Distribution, Rule, RuleColumn, RulesDocument, RulesProblem } from './rules/document.ts';
export { type RulesModel, type RulesSettings, rulesGenerator } from './rules/rules-generator.ts';
export type { TreeModel, TreeSettings } from './tree/model.ts';
export { treeGenerator } from './tree/tree-generator.ts';
