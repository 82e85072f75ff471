import type { RecipeMethod } from '@assay/contracts';
import type { Table } from '@assay/stats';
import {
  type ColumnPlan,
  type ConditionPlan,
  type ConditionProblem,
  type ConstrainedModel,
  type ConstrainedSettings,
  type Constraint,
  type Control,
  type CopulaModel,
  checkRules,
  constrainedGenerator,
  constrainedRules,
  copulaGenerator,
  type Generator,
  type IndependentModel,
  independentGenerator,
  type ModelDescription,
  type RowTest,
  type RulesModel,
  type SampleRequest,
  type TreeModel,
  treeGenerator,
} from '@assay/synthesis';

export type FitRequest = {
  table: Table;
  plan: readonly ColumnPlan[];
  leaf: number;
  target: string | null;
  rules: unknown;
  constraints: readonly Constraint[];
  seed: string;
  control: Control;
};

/** A generator as runs use it, under constraints. Its models are plain JSON. */
export type Engine = {
  /** Method and version: with a model and a seed it fixes every row. */
  version: string;
  fit: (request: FitRequest) => object;
  sample: (model: object, request: SampleRequest) => Table;
  describe: (model: object) => ModelDescription;
  check: (model: object, plan: ConditionPlan) => ConditionProblem[];
};

/** A model is what this very engine left in storage; `method` was checked when it was read. */
function engineOf<Settings, Model>(
  generator: Generator<ConstrainedSettings<Settings>, ConstrainedModel<Model>>,
  version: number,
  settings: (request: FitRequest) => Settings,
): Engine {
  return {
    version: `${generator.name}/${version}`,
    fit: (request) =>
      generator.fit({
        ...request,
        settings: { inner: settings(request), constraints: request.constraints },
      }),
    sample: (model, request) => generator.sample(model as ConstrainedModel<Model>, request),
    describe: (model) => generator.describe(model as ConstrainedModel<Model>),
    check: (model, plan) => generator.check(model as ConstrainedModel<Model>, plan),
  };
}

const ENGINES: Readonly<Record<RecipeMethod, (tests: readonly RowTest[]) => Engine>> = {
  tree: (tests) =>
    engineOf(
      constrainedGenerator(treeGenerator, tests),
      1 satisfies TreeModel['version'],
      ({ leaf, target }) => ({
        ...treeGenerator.defaults,
        leaf,
        ...(target === null ? {} : { target }),
      }),
    ),
  copula: (tests) =>
    engineOf(
      constrainedGenerator(copulaGenerator, tests),
      1 satisfies CopulaModel['version'],
      () => copulaGenerator.defaults,
    ),
  rules: (tests) =>
    engineOf(constrainedRules(tests), 1 satisfies RulesModel['version'], ({ rules }) => {
      const checked = checkRules(rules);
      if (!checked.ok) throw new RangeError(checked.problems[0]?.message ?? 'the rules cannot be read');
      return { document: checked.document };
    }),
  independent: (tests) =>
    engineOf(
      constrainedGenerator(independentGenerator, tests),
      1 satisfies IndependentModel['version'],
      () => independentGenerator.defaults,
    ),
};

/**
 * The generator of a method.
 *
 * @param tests what every row must meet besides the constraints that the generator knows
 */
export function engineFor(method: RecipeMethod, tests: readonly RowTest[] = []): Engine {
  return ENGINES[method](tests);
}
