import type { RecipeMethod } from '@assay/contracts';
import type { Table } from '@assay/stats';
import {
  type ColumnPlan,
  type Control,
  type CopulaModel,
  checkRules,
  copulaGenerator,
  type Generator,
  type IndependentModel,
  independentGenerator,
  type ModelDescription,
  type RulesModel,
  rulesGenerator,
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
  seed: string;
  control: Control;
};

/** A generator as runs use it. Its models are plain JSON. */
export type Engine = {
  /** Method and version: with a model and a seed it fixes every row. */
  version: string;
  fit: (request: FitRequest) => object;
  sample: (model: object, request: SampleRequest) => Table;
  describe: (model: object) => ModelDescription;
};

/** A model is what this very engine left in storage; `method` was checked when it was read. */
function engineOf<Settings, Model extends object>(
  generator: Generator<Settings, Model>,
  version: number,
  settings: (request: FitRequest) => Settings,
): Engine {
  return {
    version: `${generator.name}/${version}`,
    fit: (request) => generator.fit({ ...request, settings: settings(request) }),
    sample: (model, request) => generator.sample(model as Model, request),
    describe: (model) => generator.describe(model as Model),
  };
}

const ENGINES: Readonly<Record<RecipeMethod, Engine>> = {
  tree: engineOf(treeGenerator, 1 satisfies TreeModel['version'], ({ leaf, target }) => ({
    ...treeGenerator.defaults,
    leaf,
    ...(target === null ? {} : { target }),
  })),
  copula: engineOf(copulaGenerator, 1 satisfies CopulaModel['version'], () => copulaGenerator.defaults),
  rules: engineOf(rulesGenerator, 1 satisfies RulesModel['version'], ({ rules }) => {
    const checked = checkRules(rules);
    if (!checked.ok) throw new RangeError(checked.problems[0]?.message ?? 'the rules cannot be read');
    return { document: checked.document };
  }),
  independent: engineOf(
    independentGenerator,
    1 satisfies IndependentModel['version'],
    () => independentGenerator.defaults,
  ),
};

/** The generator of a method. */
export function engineFor(method: RecipeMethod): Engine {
  return ENGINES[method];
}
