import { type Column, type Table, tableOf, takeRows } from '@assay/stats';
import type { Condition, ConditionPlan, ConditionProblem, ConditionTerm } from '../conditions/condition.ts';
import type { FitInput, Generator, SampleRequest } from '../generator.ts';
import { checkConstraints } from './check-constraints.ts';
import type { Constraint } from './constraint.ts';
import { learntTable, type Restoration } from './learnt-table.ts';
import { restoreTable } from './restore-table.ts';
import { rowsThatHold } from './rows-that-hold.ts';

export type ConstrainedSettings<Settings> = {
  readonly inner: Settings;
  readonly constraints: readonly Constraint[];
};

/** A fitted model together with what must hold and how columns are put together. */
export type ConstrainedModel<Model> = {
  readonly method: string;
  readonly version: 1;
  readonly inner: Model;
  readonly constraints: readonly Constraint[];
  readonly restorations: readonly Restoration[];
  /** Columns in the order of the plan, and those of them that are learnt or derived, not made. */
  readonly columns: readonly string[];
  readonly modelled: readonly string[];
  /** Rows of the table that broke a constraint and were not learnt from. */
  readonly leftOut: number;
};

/** A row is drawn again at most so often before a check is given up. */
const MOST_ATTEMPTS = 100;

/**
 * A generator whose rows meet constraints. Rows that break them are not learnt from; a high is learnt as its gap above
 * the low, combinations as one column, sums and formulas are computed: these hold by construction. Only checks, and
 * ranges of columns that are computed, are met by drawing rows again; `control.acceptance` follows how many are kept.
 */
export function constrainedGenerator<Settings, Model>(
  generator: Generator<Settings, Model>,
): Generator<ConstrainedSettings<Settings>, ConstrainedModel<Model>> {
  const fit = (input: FitInput<ConstrainedSettings<Settings>>): ConstrainedModel<Model> => {
    const { table, plan, settings, ...rest } = input;
    const { constraints, inner } = settings;
    const [problem] = checkConstraints(table, constraints);
    if (problem)
      throw new RangeError(
        `constraint ${problem.constraint} cannot be used: ${problem.reason} ${problem.column ?? ''}`,
      );
    // Sums and formulas are computed whatever the data says; the others must hold in what is learnt.
    const holds = rowsThatHold(
      table,
      constraints.filter(({ kind }) => kind === 'range' || kind === 'order' || kind === 'check'),
    );
    const kept = Array.from(holds.keys()).filter((row) => holds[row] === 1);
    const learnt = learntTable(takeRows(table, kept), plan, constraints);
    return {
      method: generator.name,
      version: 1,
      inner: generator.fit({ table: learnt.table, plan: learnt.plan, settings: inner, ...rest }),
      constraints,
      restorations: learnt.restorations,
      columns: plan.map(({ name }) => name),
      modelled: plan.filter(({ make }) => make === 'model').map(({ name }) => name),
      leftOut: table.rows - kept.length,
    };
  };
  const draw = (model: ConstrainedModel<Model>, request: SampleRequest): Table => {
    const { conditions, ...rest } = request;
    const inner = conditions
      ? { ...rest, conditions: innerConditions(model.restorations, conditions) }
      : rest;
    return restoreTable(generator.sample(model.inner, inner), model.columns, model.restorations);
  };
  return {
    name: generator.name,
    defaults: { inner: generator.defaults, constraints: [] },
    fit,
    sample: (model, request) => redrawn(model, request, (again) => draw(model, again)),
    describe: (model) => {
      const described = generator.describe(model.inner);
      const { restorations, leftOut } = model;
      const names = new Set(restorations.flatMap((each) => (each.kind === 'order' ? [each.column] : [])));
      const columns = described.columns.map((column) =>
        names.has(column.name) ? { ...column, how: `${column.how}, as its gap above another` } : column,
      );
      const made = restorations.flatMap((each) =>
        each.kind === 'sum' || each.kind === 'formula'
          ? [{ name: each.column, how: `computed: ${each.formula}`, given: [], figures: {} }]
          : [],
      );
      return { ...described, settings: { ...described.settings, leftOut }, columns: [...columns, ...made] };
    },
    check: (model, plan) => {
      const derived = derivedTerms(model.restorations, plan);
      if (derived.length > 0) return derived;
      return generator.check(model.inner, innerConditions(model.restorations, plan));
    },
  };
}

/** Draws rows again that break a check or a range, each until it holds. */
function redrawn<Model>(
  { constraints, modelled }: ConstrainedModel<Model>,
  request: SampleRequest,
  draw: (request: SampleRequest) => Table,
): Table {
  const { seed, from, control, conditions } = request;
  const table = draw(request);
  const tested = constraints.filter(({ kind }) => kind === 'check' || kind === 'range');
  if (tested.length === 0) return table;
  let broken = brokenRows(table, tested);
  let drawn = table.rows;
  const columns: Column[] = table.columns.map(copyOf);
  for (let attempt = 1; broken.length > 0; attempt += 1) {
    control?.acceptance?.(table.rows - broken.length, drawn);
    if (attempt > MOST_ATTEMPTS)
      throw new RangeError(
        `${broken.length} of ${table.rows} rows still break a check after ${MOST_ATTEMPTS} draws`,
      );
    const [first, last] = [broken[0]!, broken.at(-1)!];
    const again = draw({
      ...request,
      seed: `${seed}/again ${attempt}`,
      from: from + first,
      to: from + last + 1,
      // The same rows have the same conditions.
      ...(conditions ? { conditions: { seed, ...conditions } } : {}),
    });
    const bad = new Set(brokenRows(again, tested).map((row) => row + first));
    drawn += broken.length;
    for (const column of columns)
      if (modelled.includes(column.name)) copyRows(again, column, broken, bad, first);
    broken = broken.filter((row) => bad.has(row));
  }
  control?.acceptance?.(table.rows, drawn);
  return columns.length === 0 ? table : tableOf(columns);
}

function brokenRows(table: Table, tested: readonly Constraint[]): number[] {
  const holds = rowsThatHold(table, tested);
  return Array.from(holds.keys()).filter((row) => holds[row] === 0);
}

function copyOf(column: Column): Column {
  return column.kind === 'number'
    ? { ...column, values: column.values.slice() }
    : { ...column, codes: column.codes.slice() };
}

/** Takes those of the rows that hold now. */
function copyRows(
  from: Table,
  to: Column,
  rows: readonly number[],
  bad: ReadonlySet<number>,
  first: number,
): void {
  const source = from.columns.find(({ name }) => name === to.name);
  for (const row of rows) {
    if (bad.has(row)) continue;
    if (to.kind === 'number' && source?.kind === 'number') to.values[row] = source.values[row - first]!;
    if (to.kind === 'category' && source?.kind === 'category') to.codes[row] = source.codes[row - first]!;
  }
}

/** Terms on columns that are computed cannot be met by construction. */
function derivedTerms(
  restorations: readonly Restoration[],
  { conditions }: ConditionPlan,
): ConditionProblem[] {
  const derived = new Set(restorations.flatMap((each) => ('column' in each ? [each.column] : [])));
  return conditions.flatMap(({ where }, condition) =>
    where
      .filter(({ column }) => derived.has(column))
      .map(({ column }): ConditionProblem => ({ condition, reason: 'column-is-derived', column })),
  );
}

/** Conditions on the table that is learnt: a term on one column of a combination names the combinations that fit. */
function innerConditions(restorations: readonly Restoration[], plan: ConditionPlan): ConditionPlan {
  const conditions = plan.conditions.map(
    (condition): Condition => ({
      ...condition,
      where: condition.where.map((term) => innerTerm(restorations, term)),
    }),
  );
  return { ...plan, conditions };
}

function innerTerm(restorations: readonly Restoration[], term: ConditionTerm): ConditionTerm {
  if (!('levels' in term)) return term;
  for (const each of restorations) {
    if (each.kind !== 'combinations') continue;
    const part = each.columns.findIndex(({ name }) => name === term.column);
    if (part < 0) continue;
    const { levels } = each.columns[part]!;
    const named = new Set(term.levels);
    const joint = each.seen.filter((text) => {
      const code = (JSON.parse(text) as number[])[part]!;
      return named.has(code < 0 ? null : levels[code]!);
    });
    return { column: each.joint, levels: joint };
  }
  return term;
}
