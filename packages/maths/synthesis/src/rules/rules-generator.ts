import { createStream, drawUniform } from '@assay/random';
import { type Column, categoryColumn, type Table, tableOf, valueAt } from '@assay/stats';
import type { ExpressionValue } from '../expression/expression.ts';
import type { Generator, SampleRequest } from '../generator.ts';
import type { RowTest } from '../hold/row-test.ts';
import { sampleHolding } from '../hold/sample-holding.ts';
import { termsTest } from '../hold/terms-test.ts';
import { makeColumn } from '../made/make-column.ts';
import { checkRequest } from '../plan/check-request.ts';
import type { MadePlan } from '../plan/column-plan.ts';
import { checkRules } from './check-rules.ts';
import { checkRulesConditions } from './check-rules-conditions.ts';
import type { Rule, RuleColumn, RuleMade, RulesDocument } from './document.ts';
import { narrowRules } from './narrow-rules.ts';
import { isMade, typeOfRule } from './rule-type.ts';
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
    const { conditions } = request;
    checkRequest(request, conditions ? checkRulesConditions(model.document, conditions) : []);
    return holdRules(model, request, []);
  },
  describe: ({ method, version, document }) => ({
    method,
    version,
    rows: 0,
    settings: {},
    columns: document.columns.map(({ name, rule }) => ({
      name,
      how: 'rule' as const,
      detail: rule.make,
      given: [],
      figures: {},
    })),
  }),
  check: ({ document }, plan) => checkRulesConditions(document, plan),
};

/** Rows by rules, each of which no test refuses; conditions narrow the rules, and what is left of them is tested. */
export function holdRules(model: RulesModel, request: SampleRequest, always: readonly RowTest[]): Table {
  const { document } = model;
  const { conditions, ...plain } = request;
  return sampleHolding(
    {
      draw: (from, to) => sampleRules(document, { ...plain, from, to }, []),
      redraw: ({ seed, from, to, given, where }) =>
        sampleRules(narrowRules(document, where, false), { seed, from, to }, given.columns),
      made: document.columns.flatMap(({ name, rule }) => (isMade(rule) ? [name] : [])),
      always,
      conditions: (conditions?.conditions ?? []).map(({ where, test }) => ({
        where,
        tests: [termsTest(where), ...(test === undefined ? [] : [test])],
        isExact: false,
      })),
    },
    request,
  );
}

function sampleRules(document: RulesDocument, request: SampleRequest, given: readonly Column[]): Table {
  const { from, to, control } = request;
  const columns: Column[] = [];
  const values = new Map<string, ExpressionValue[]>();
  document.columns.forEach((column, index) => {
    control?.progress(index, document.columns.length);
    const made = given.find(({ name }) => name === column.name);
    const drawn = made === undefined ? drawColumn(column, request, values) : valuesOf(made);
    values.set(column.name, drawn);
    columns.push(made ?? asColumn(column, drawn));
  });
  control?.throwIfAborted();
  control?.progress(document.columns.length, document.columns.length);
  return columns.length === 0 ? { rows: to - from, columns } : tableOf(columns);
}

function valuesOf(column: Column): ExpressionValue[] {
  const rows = column.kind === 'number' ? column.values.length : column.codes.length;
  return Array.from({ length: rows }, (_, row) => valueAt(column, row));
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
  const type = typeOfRule(rule);
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

/** All levels that a rule names; null where it makes texts up. */
function levelsOf(rule: Rule | RuleMade): string[] | null {
  if (rule.make === 'category') return Object.keys(rule.weights);
  if (rule.make !== 'cases') return null;
  const parts = [...rule.cases.map(({ rule: part }) => part), rule.otherwise].map(levelsOf);
  return parts.some((part) => part === null) ? null : [...new Set(parts.flatMap((part) => part ?? []))];
}
