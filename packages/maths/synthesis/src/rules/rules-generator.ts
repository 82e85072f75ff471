import { createStream, drawUniform } from '@assay/random';
import { type Column, categoryColumn, type Table, tableOf } from '@assay/stats';
import type { ConditionProblem } from '../conditions/condition.ts';
import type { ExpressionValue } from '../expression/expression.ts';
import type { Generator, SampleRequest } from '../generator.ts';
import { makeColumn } from '../made/make-column.ts';
import { checkRequest } from '../plan/check-request.ts';
import type { MadePlan } from '../plan/column-plan.ts';
import { checkRules } from './check-rules.ts';
import type { Rule, RuleColumn, RuleMade, RulesDocument, RuleType } from './document.ts';
import { valueMaker } from './value-maker.ts';

export type RulesSettings = { readonly document: RulesDocument };

/** The "fitted" model of rules: the document itself, checked. */
export type RulesModel = {
  readonly method: 'rules';
  readonly version: 1;
  readonly document: RulesDocument;
};

const BLOCK = 4096;

/** Rows from a rules document. It needs no data: table and plan of the input are not looked at. */
export const rulesGenerator: Generator<RulesSettings, RulesModel> = {
  name: 'rules',
  defaults: { document: { version: 1, columns: [] } },
  fit: ({ settings, control }) => {
    control?.throwIfAborted();
    const checked = checkRules(settings.document);
    if (!checked.ok)
      throw new RangeError(checked.problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
    control?.progress(1, 1);
    return { method: 'rules', version: 1, document: checked.document };
  },
  sample: (model, request) => {
    checkRequest(request, request.conditions ? noConditions() : []);
    return sampleRules(model, request);
  },
  describe: ({ method, version, document }) => ({
    method,
    version,
    rows: 0,
    settings: {},
    columns: document.columns.map(({ name, rule }) => ({
      name,
      how: `rule: ${rule.make}`,
      given: [],
      figures: {},
    })),
  }),
  check: noConditions,
};

function noConditions(): ConditionProblem[] {
  return [{ condition: -1, reason: 'not-with-this-method' }];
}

function sampleRules({ document }: RulesModel, request: SampleRequest): Table {
  const { from, to, control } = request;
  const columns: Column[] = [];
  const values = new Map<string, ExpressionValue[]>();
  document.columns.forEach((column, index) => {
    control?.progress(index, document.columns.length);
    const drawn = drawColumn(column, request, values);
    values.set(column.name, drawn);
    columns.push(asColumn(column, drawn));
  });
  control?.throwIfAborted();
  control?.progress(document.columns.length, document.columns.length);
  return columns.length === 0 ? { rows: to - from, columns } : tableOf(columns);
}

function drawColumn(
  { name, rule, missing = 0 }: RuleColumn,
  { seed, from, to, control }: SampleRequest,
  earlier: ReadonlyMap<string, readonly ExpressionValue[]>,
): ExpressionValue[] {
  const absent = createStream(seed, `missing/${name}`);
  const isAbsent = (row: number) => missing > 0 && drawUniform(absent, row) < missing;
  if (isMade(rule)) {
    control?.throwIfAborted();
    const made = makeColumn({ ...rule, name } as MadePlan, { seed, from, to });
    return Array.from({ length: to - from }, (_, at) => {
      if (isAbsent(from + at)) return null;
      return made.kind === 'number' ? made.values[at]! : (made.levels[made.codes[at]!] ?? null);
    });
  }
  const make = valueMaker(rule, createStream(seed, `rules/${name}`));
  const out: ExpressionValue[] = [];
  let at = 0;
  const lookUp = (column: string) => earlier.get(column)?.[at] ?? null;
  for (; at < to - from; at += 1) {
    if (at % BLOCK === 0) control?.throwIfAborted();
    out.push(isAbsent(from + at) ? null : make(from + at, lookUp));
  }
  return out;
}

function asColumn({ name, rule }: RuleColumn, values: readonly ExpressionValue[]): Column {
  const type = typeOf(rule);
  if (type !== 'category') {
    const numbers = Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value)));
    return { kind: 'number', name, scale: type, values: numbers };
  }
  const levels = isMade(rule) ? null : levelsOf(rule);
  if (levels === null)
    return categoryColumn(
      name,
      values.map((value) => (value === null ? null : String(value))),
    );
  // Declared levels come first and in their order, so that shards are coded alike.
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = Int32Array.from(values, (value) => (value === null ? -1 : codeOf.get(String(value))!));
  return { kind: 'category', name, levels, codes };
}

function isMade(rule: Rule | RuleMade): rule is RuleMade {
  return rule.make === 'sequence' || rule.make === 'code' || rule.make === 'uuid' || rule.make === 'faker';
}

function typeOf(rule: Rule | RuleMade): RuleType {
  switch (rule.make) {
    case 'number':
      return rule.decimals === 0 ? 'integer' : 'decimal';
    case 'date':
      return 'datetime';
    case 'formula':
      return rule.as === 'date' ? 'datetime' : rule.as;
    case 'cases':
      return typeOf(rule.otherwise);
    case 'sequence':
      return (rule.prefix ?? '') === '' && (rule.digits ?? 0) === 0 ? 'integer' : 'category';
    default:
      return 'category';
  }
}

/** All levels that a rule names; null where it makes texts up. */
function levelsOf(rule: Rule | RuleMade): string[] | null {
  if (rule.make === 'category') return Object.keys(rule.weights);
  if (rule.make !== 'cases') return null;
  const parts = [...rule.cases.map(({ rule: part }) => part), rule.otherwise].map(levelsOf);
  return parts.some((part) => part === null) ? null : [...new Set(parts.flatMap((part) => part ?? []))];
}
