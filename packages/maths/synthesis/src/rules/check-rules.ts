import { columnsOf } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { MEANINGS } from '../made/faker/meanings.ts';
import type { RulesDocument, RulesProblem, RuleType } from './document.ts';
import { parsePattern } from './pattern.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A rules document, or what is wrong with it. */
export type CheckedRules =
  | { readonly ok: true; readonly document: RulesDocument }
  | { readonly ok: false; readonly problems: readonly RulesProblem[] };

/** Checks a document from outside; every problem names the path at which it stands. */
export function checkRules(input: unknown): CheckedRules {
  const problems: RulesProblem[] = [];
  const report = (path: string, message: string): void => void problems.push({ path, message });
  if (!isFields(input)) return { ok: false, problems: [{ path: '', message: 'an object is expected' }] };
  if (input.version !== 1) report('version', 'only version 1 is known');
  if (!Array.isArray(input.columns) || input.columns.length === 0)
    report('columns', 'a list of columns is expected');
  else {
    const earlier = new Set<string>();
    for (const [index, column] of (input.columns as unknown[]).entries()) {
      const path = `columns[${index}]`;
      if (!isFields(column)) {
        report(path, 'a column is expected');
        continue;
      }
      const { name, missing } = column;
      if (typeof name !== 'string' || name === '') report(`${path}.name`, 'a name is expected');
      else if (earlier.has(name)) report(`${path}.name`, `there is an earlier column named ${name}`);
      if (missing !== undefined && !isShare(missing))
        report(`${path}.missing`, 'a share from 0 to 1 is expected');
      checkRule(column.rule, `${path}.rule`, earlier, report, true);
      if (typeof name === 'string') earlier.add(name);
    }
  }
  return problems.length === 0 ? { ok: true, document: input as RulesDocument } : { ok: false, problems };
}

const MADE: ReadonlySet<unknown> = new Set(['sequence', 'code', 'uuid', 'faker']);

type Report = (path: string, message: string) => void;

/** Checks a rule (of a `whole` column) and says what type of values it gives; null where that cannot be told. */
function checkRule(
  rule: unknown,
  path: string,
  earlier: ReadonlySet<string>,
  report: Report,
  whole = false,
): RuleType | null {
  if (!isFields(rule)) {
    report(path, 'a rule is expected');
    return null;
  }
  switch (rule.make) {
    case 'number':
      return checkNumber(rule, path, report);
    case 'date':
      for (const end of ['from', 'to'])
        if (!isDay(rule[end])) report(`${path}.${end}`, 'a day written YYYY-MM-DD is expected');
      if (isDay(rule.from) && isDay(rule.to) && rule.from > rule.to) report(path, 'from is later than to');
      return 'datetime';
    case 'category':
      checkWeights(isFields(rule.weights) ? Object.values(rule.weights) : null, `${path}.weights`, report);
      return 'category';
    case 'cases':
      return checkCases(rule, path, earlier, report);
    case 'formula':
      checkExpression(rule.formula, `${path}.formula`, earlier, report);
      if (rule.as === 'date') return 'datetime';
      if (rule.as === 'integer' || rule.as === 'decimal' || rule.as === 'category') return rule.as;
      report(`${path}.as`, 'integer, decimal, date or category is expected');
      return null;
    case 'pattern':
      checkPattern(rule.pattern, `${path}.pattern`, report);
      return 'category';
    default:
      if (!whole && MADE.has(rule.make)) {
        report(`${path}.make`, `${rule.make} makes a whole column, not a case of one`);
        return null;
      }
      return checkMade(rule, path, report);
  }
}

function checkNumber(rule: Fields, path: string, report: Report): RuleType {
  const { distribution, decimals = 2, min, max } = rule;
  const numbers = (at: Fields, names: readonly string[]) => {
    for (const name of names)
      if (!isNumber(at[name])) report(`${path}.distribution.${name}`, 'a number is expected');
  };
  if (!isFields(distribution)) report(`${path}.distribution`, 'a distribution is expected');
  else if (distribution.shape === 'uniform') {
    numbers(distribution, ['min', 'max']);
    if (Number(distribution.min) > Number(distribution.max))
      report(`${path}.distribution`, 'min is above max');
  } else if (distribution.shape === 'normal') numbers(distribution, ['mean', 'deviation']);
  else if (distribution.shape === 'log-normal') numbers(distribution, ['median', 'spread']);
  else if (distribution.shape === 'exponential') numbers(distribution, ['mean']);
  else if (distribution.shape === 'bins') {
    const { edges, weights } = distribution;
    checkWeights(Array.isArray(weights) ? weights : null, `${path}.distribution.weights`, report);
    const rising =
      Array.isArray(edges) && edges.every((edge, at) => isNumber(edge) && !(edge <= edges[at - 1]));
    if (!rising || !Array.isArray(weights) || edges.length !== weights.length + 1)
      report(`${path}.distribution.edges`, 'rising edges are expected, one more than weights');
  } else report(`${path}.distribution.shape`, 'uniform, normal, log-normal, exponential or bins is expected');
  if (!Number.isInteger(decimals) || Number(decimals) < 0 || Number(decimals) > 9)
    report(`${path}.decimals`, 'an integer from 0 to 9 is expected');
  for (const [name, bound] of Object.entries({ min, max }))
    if (bound !== undefined && !isNumber(bound)) report(`${path}.${name}`, 'a number is expected');
  if (rule.within !== undefined) {
    const { from, to } = isFields(rule.within) ? rule.within : {};
    if (!isShare(from) || !isShare(to) || Number(from) >= Number(to))
      report(`${path}.within`, 'two shares from 0 to 1 are expected, from below to');
  }
  return decimals === 0 ? 'integer' : 'decimal';
}

function checkWeights(weights: readonly unknown[] | null, path: string, report: Report): void {
  const fine = weights?.every((weight) => isNumber(weight) && weight >= 0);
  if (!fine || !weights?.some((weight) => Number(weight) > 0))
    report(path, 'weights from 0 are expected, one of them above 0');
}

function checkCases(
  rule: Fields,
  path: string,
  earlier: ReadonlySet<string>,
  report: Report,
): RuleType | null {
  const type = checkRule(rule.otherwise, `${path}.otherwise`, earlier, report);
  if (!Array.isArray(rule.cases) || rule.cases.length === 0) {
    report(`${path}.cases`, 'a list of cases is expected');
    return type;
  }
  for (const [index, each] of (rule.cases as unknown[]).entries()) {
    const at = `${path}.cases[${index}]`;
    if (!isFields(each)) {
      report(at, 'a case is expected');
      continue;
    }
    checkExpression(each.when, `${at}.when`, earlier, report);
    const other = checkRule(each.rule, `${at}.rule`, earlier, report);
    if (type !== null && other !== null && other !== type)
      report(`${at}.rule`, `gives ${other} where otherwise gives ${type}`);
  }
  return type;
}

function checkExpression(source: unknown, path: string, earlier: ReadonlySet<string>, report: Report): void {
  if (typeof source !== 'string') {
    report(path, 'an expression is expected');
    return;
  }
  try {
    for (const column of columnsOf(parseExpression(source)))
      if (!earlier.has(column)) report(path, `there is no earlier column named ${column}`);
  } catch (error) {
    report(path, messageOf(error));
  }
}

function checkPattern(source: unknown, path: string, report: Report): void {
  if (typeof source !== 'string') {
    report(path, 'a pattern is expected');
    return;
  }
  try {
    parsePattern(source);
  } catch (error) {
    report(path, messageOf(error));
  }
}

function checkMade(rule: Fields, path: string, report: Report): RuleType | null {
  const { make, meaning, digits, start, step, prefix } = rule;
  for (const [name, value] of Object.entries({ start, step }))
    if (value !== undefined && !Number.isSafeInteger(value))
      report(`${path}.${name}`, 'an integer is expected');
  if (prefix !== undefined && typeof prefix !== 'string') report(`${path}.prefix`, 'a text is expected');
  if (digits !== undefined && !(Number.isInteger(digits) && Number(digits) >= 0 && Number(digits) <= 15))
    report(`${path}.digits`, 'an integer up to 15 is expected');
  if (make === 'sequence') return (prefix ?? '') === '' && (digits ?? 0) === 0 ? 'integer' : 'category';
  if (make === 'uuid') return 'category';
  if (make === 'code') {
    if (digits === undefined || digits === 0) report(`${path}.digits`, 'an integer from 1 to 15 is expected');
    return 'category';
  }
  if (make === 'faker') {
    if (!MEANINGS.some((known) => known === meaning))
      report(`${path}.meaning`, `one of ${MEANINGS.join(', ')}`);
    return 'category';
  }
  report(
    `${path}.make`,
    'number, date, category, cases, formula, pattern, sequence, code, uuid or faker is expected',
  );
  return null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isShare(value: unknown): boolean {
  return isNumber(value) && value >= 0 && value <= 1;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}
