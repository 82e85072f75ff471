import { computedColumns, formulaOf } from '../constraints/computed-columns.ts';
import type { ConstrainedModel, ConstrainedSettings } from '../constraints/constrained-generator.ts';
import type { Constraint } from '../constraints/constraint.ts';
import { constraintTest } from '../constraints/constraint-test.ts';
import type { Generator } from '../generator.ts';
import type { RowTest } from '../hold/row-test.ts';
import { checkRequest } from '../plan/check-request.ts';
import { checkRules } from './check-rules.ts';
import type { Rule, RulesDocument, RuleType } from './document.ts';
import { narrowRules } from './narrow-rules.ts';
import { isMade, typeOfRule } from './rule-type.ts';
import { holdRules, type RulesModel, type RulesSettings, rulesGenerator } from './rules-generator.ts';

/**
 * Rules whose rows meet constraints: sums and formulas take the place of the rule of their column, ranges narrow what
 * a rule gives; orders, ranges of what depends on other columns, and the tests that the caller gives are met by
 * drawing rows again.
 */
export function constrainedRules(
  tests: readonly RowTest[] = [],
): Generator<ConstrainedSettings<RulesSettings>, ConstrainedModel<RulesModel>> {
  return {
    name: rulesGenerator.name,
    defaults: { inner: rulesGenerator.defaults, constraints: [] },
    fit: ({ settings, ...rest }) => {
      const { inner, constraints } = settings;
      const ranges = constraints.filter((each) => each.kind === 'range');
      const narrowed = narrowRules(withComputed(inner.document, constraints), ranges, true);
      return {
        method: rulesGenerator.name,
        version: 1,
        inner: rulesGenerator.fit({ ...rest, settings: { document: narrowed } }),
        tested: constraints.filter(({ kind }) => kind === 'range' || kind === 'order'),
        restorations: [],
        columns: [],
        made: [],
        leftOut: 0,
      };
    },
    sample: (model, request) => {
      const { conditions } = request;
      checkRequest(request, conditions ? rulesGenerator.check(model.inner, conditions) : []);
      return holdRules(model.inner, request, [...model.tested.map(constraintTest), ...tests]);
    },
    describe: (model) => rulesGenerator.describe(model.inner),
    check: (model, plan) => rulesGenerator.check(model.inner, plan),
  };
}

/** The document with sums and formulas in place of the rules of their columns. */
function withComputed(document: RulesDocument, constraints: readonly Constraint[]): RulesDocument {
  for (const { kind } of constraints)
    if (kind === 'combinations' || kind === 'dependency')
      throw new RangeError(`rules learn from no rows, so ${kind} cannot be seen: write them as cases`);
  const computed = computedColumns(constraints);
  if (computed === null) throw new RangeError('constraints compute columns from each other');
  const columns = document.columns.map((column) => {
    const found = computed.find((each) => each.column === column.name);
    if (found === undefined || found.constraint.kind === 'dependency') return column;
    if (isMade(column.rule))
      throw new RangeError(`column ${column.name} is made by row number, not computed`);
    const as = asOf(typeOfRule(column.rule));
    const formula = formulaOf(found.constraint);
    const rule: Rule = {
      make: 'formula',
      formula: as === 'decimal' ? rounded(formula, column.rule) : formula,
      as,
    };
    return { name: column.name, rule };
  });
  const checked = checkRules({ version: 1, columns });
  if (checked.ok) return checked.document;
  throw new RangeError(
    `what a constraint computes stands behind what it is computed from: ${checked.problems[0]?.message}`,
  );
}

function asOf(type: RuleType): Extract<Rule, { make: 'formula' }>['as'] {
  return type === 'datetime' ? 'date' : type;
}

/** Sums of decimals carry noise in their last bits: as many decimals as the rule had, or nine. */
function rounded(formula: string, rule: Rule): string {
  return `round(${formula}, ${rule.make === 'number' ? (rule.decimals ?? 2) : 9})`;
}
