import { findColumn, type Table, tableOf, takeRows } from '@assay/stats';
import type { Condition, ConditionPlan, ConditionProblem } from '../conditions/condition.ts';
import type { FitInput, Generator, SampleRequest } from '../generator.ts';
import type { RowTest } from '../hold/row-test.ts';
import { type Holding, sampleHolding } from '../hold/sample-holding.ts';
import { termsTest } from '../hold/terms-test.ts';
import { makeColumn } from '../made/make-column.ts';
import { checkRequest } from '../plan/check-request.ts';
import type { MadePlan, ModelledPlan } from '../plan/column-plan.ts';
import { describeMade } from '../plan/describe-made.ts';
import { checkConstraints } from './check-constraints.ts';
import type { Constraint } from './constraint.ts';
import { constraintTest } from './constraint-test.ts';
import { describeRestorations } from './describe-restorations.ts';
import { learntTable, type Restoration } from './learnt-table.ts';
import { learntTarget } from './learnt-target.ts';
import { learntTerms } from './learnt-terms.ts';
import { planConstraints } from './plan-constraints.ts';
import { restoreTable } from './restore-table.ts';

export type ConstrainedSettings<Settings> = {
  readonly inner: Settings;
  readonly constraints: readonly Constraint[];
};

/** A fitted model together with what must hold and how columns are put together. */
export type ConstrainedModel<Model> = {
  readonly method: string;
  readonly version: 1;
  readonly inner: Model;
  /** Constraints that do not hold by construction: rows that break them are drawn again. */
  readonly tested: readonly Constraint[];
  readonly restorations: readonly Restoration[];
  /** Columns in the order of the plan; those that are made by row number with how. */
  readonly columns: readonly string[];
  readonly made: readonly MadePlan[];
  /** Rows of the table that broke a constraint and were not learnt from. */
  readonly leftOut: number;
};

/**
 * A generator whose rows meet constraints and conditions. Rows that break a constraint are not learnt from; a high is
 * learnt as its gap above the low, combinations as one column; sums, formulas and dependencies are computed: these
 * hold by construction, as do the terms of conditions on what is learnt. Only what is left (tests that the caller
 * gives, ranges of computed columns, terms on them) is met by drawing rows again; `control.acceptance` follows how
 * many are kept.
 *
 * @param tests what every row must meet besides; they are no part of the model, so the caller gives the same ones
 */
export function constrainedGenerator<Settings, Model>(
  generator: Generator<Settings, Model>,
  tests: readonly RowTest[] = [],
): Generator<ConstrainedSettings<Settings>, ConstrainedModel<Model>> {
  const fit = (input: FitInput<ConstrainedSettings<Settings>>): ConstrainedModel<Model> => {
    const { table, plan, settings, ...rest } = input;
    const { constraints, inner } = settings;
    const [problem] = checkConstraints(table, constraints);
    if (problem)
      throw new RangeError(
        `constraint ${problem.constraint + 1} cannot be used: ${problem.reason} ${problem.column ?? problem.message ?? ''}`,
      );
    const sound = soundRows(table, constraints, tests);
    if (sound.rows === 0 && table.rows > 0) throw new RangeError('no fit row satisfies the constraints');
    const how = planConstraints(sound, constraints);
    const modelled = plan.filter((each): each is ModelledPlan => each.make === 'model');
    const learnt = learntTable(sound, modelled, how);
    const lead = learntTarget(inner, how, learnt);
    return {
      method: generator.name,
      version: 1,
      inner: generator.fit({ table: learnt.table, plan: learnt.plan, settings: lead, ...rest }),
      tested: how.tested,
      restorations: learnt.restorations,
      columns: plan.map(({ name }) => name),
      made: plan.filter((each): each is MadePlan => each.make !== 'model'),
      leftOut: table.rows - sound.rows,
    };
  };
  const check = (model: ConstrainedModel<Model>, plan: ConditionPlan): ConditionProblem[] => {
    const made = new Set(model.made.map(({ name }) => name));
    const onMade = plan.conditions.flatMap(({ where }, condition) =>
      where
        .filter(({ column }) => made.has(column))
        .map(({ column }): ConditionProblem => ({ condition, reason: 'column-is-made', column })),
    );
    if (onMade.length > 0) return onMade;
    const conditions = plan.conditions.map((each) => ({
      ...each,
      where: learntTerms(model.restorations, each.where).learnt,
    }));
    return generator.check(model.inner, { ...plan, conditions }).filter(
      // A condition may ask nothing that is learnt: then all of it is tested.
      ({ condition, reason }) => reason !== 'no-terms' || isEmpty(plan.conditions[condition]),
    );
  };
  return {
    name: generator.name,
    defaults: { inner: generator.defaults, constraints: [] },
    fit,
    sample: (model, request) => {
      checkRequest(request, request.conditions ? check(model, request.conditions) : []);
      return sampleHolding(holdingOf(generator, model, tests, request), request);
    },
    describe: (model) => {
      const described = generator.describe(model.inner);
      const columns = describeRestorations(described.columns, model.restorations);
      const settings = { ...described.settings, leftOut: model.leftOut };
      return { ...described, settings, columns: [...columns, ...describeMade(model.made)] };
    },
    check,
  };
}

function isEmpty(condition: Condition | undefined): boolean {
  return condition !== undefined && condition.where.length === 0 && condition.test === undefined;
}

/** Rows that break nothing; sums, formulas and dependencies are computed whatever the data says. */
function soundRows(table: Table, constraints: readonly Constraint[], tests: readonly RowTest[]): Table {
  const all = [
    ...constraints.filter(({ kind }) => kind === 'range' || kind === 'order').map(constraintTest),
    ...tests,
  ].map((test) => test(table));
  if (all.length === 0) return table;
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row += 1) if (all.every((test) => test(row) !== false)) rows.push(row);
  return rows.length === table.rows ? table : takeRows(table, rows);
}

function holdingOf<Model>(
  generator: Pick<Generator<never, Model>, 'sample'>,
  model: ConstrainedModel<Model>,
  tests: readonly RowTest[],
  { seed, control, conditions }: SampleRequest,
): Holding {
  const { restorations, columns, made } = model;
  const assembled = (sampled: Table, given: Table): Table => {
    const restored = restoreTable(sampled, restorations);
    if (columns.length === 0) return restored;
    return tableOf(columns.map((name) => findColumn(restored, name) ?? findColumn(given, name)!));
  };
  const controlled = control === undefined ? {} : { control };
  return {
    draw: (from, to) => {
      const sampled = generator.sample(model.inner, { seed, from, to, ...controlled });
      const given = made.map((plan) => makeColumn(plan, { seed, from, to }));
      return assembled(sampled, { rows: to - from, columns: given });
    },
    redraw: ({ seed: again, from, to, given, where }) => {
      const all = { rows: to, conditions: [{ where, count: to }] };
      const asked = where.length === 0 ? {} : { conditions: all };
      return assembled(generator.sample(model.inner, { seed: again, from, to, ...asked }), given);
    },
    made: made.map(({ name }) => name),
    always: [...model.tested.map(constraintTest), ...tests],
    conditions: (conditions?.conditions ?? []).map(({ where, test }) => {
      const { learnt, rest } = learntTerms(restorations, where);
      return {
        where: learnt,
        tests: [termsTest(where), ...(test === undefined ? [] : [test])],
        isExact: rest.length === 0 && test === undefined,
      };
    }),
  };
}
