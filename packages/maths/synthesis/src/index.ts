export type { Condition, ConditionPlan, ConditionProblem, ConditionTerm } from './conditions/condition.ts';
export { checkConstraints } from './constraints/check-constraints.ts';
export {
  type ConstrainedModel,
  type ConstrainedSettings,
  constrainedGenerator,
} from './constraints/constrained-generator.ts';
export type { Constraint, ConstraintProblem } from './constraints/constraint.ts';
export { copulaGenerator } from './copula/copula-generator.ts';
export type { CopulaModel, CopulaSettings } from './copula/model.ts';
export type {
  ColumnDescription,
  Control,
  FitInput,
  Generator,
  ModelDescription,
  SampleRequest,
  Seed,
} from './generator.ts';
export {
  type IndependentModel,
  type IndependentSettings,
  independentGenerator,
} from './independent/independent-generator.ts';
export { MEANINGS, type Meaning } from './made/faker/meanings.ts';
export type { ColumnPlan, FakerPlan, MadePlan, ModelledPlan } from './plan/column-plan.ts';
export { type CheckedRules, checkRules } from './rules/check-rules.ts';
export type { Distribution, Rule, RuleColumn, RulesDocument, RulesProblem } from './rules/document.ts';
export { type RulesModel, type RulesSettings, rulesGenerator } from './rules/rules-generator.ts';
export type { TreeModel, TreeSettings } from './tree/model.ts';
export { treeGenerator } from './tree/tree-generator.ts';
