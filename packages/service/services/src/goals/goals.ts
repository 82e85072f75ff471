import {
  AssayError,
  type GoalInput,
  goalBaseline,
  goalComparator,
  type MetricId,
  metricDefinition,
  metricId,
  notFound,
} from '@assay/contracts';
import type { FigureOfReport, Repositories } from '@assay/db';
import { type Actor, goalStateOf, isGoalOverdue } from '@assay/domain';
import { canonicalJson } from '@assay/ledger';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { asJson } from '../sources/source-record.ts';

type GoalRow = NonNullable<Awaited<ReturnType<Repositories['goals']['get']>>>;

/** Each is judged at a release: none is left out. */
const MOST_GOALS = 200;
/** Figures that a trend shows at most. */
const TREND = 50;

const point = (figure: FigureOfReport) => ({
  measurementId: figure.id,
  reportId: figure.reportId,
  reportName: figure.reportName,
  runId: figure.runId,
  value: figure.value,
  reason: figure.reason,
  low: figure.low,
  high: figure.high,
  n: Number(figure.n),
  at: figure.at,
});

async function goalView(t: Repositories, row: GoalRow, reportId: string | null, today: string) {
  const figures = await t.goals.figures(row.projectId, row.metric, row.sliceKey, TREND, reportId);
  const newest = figures[0];
  const comparator = goalComparator.parse(row.comparator);
  const known = metricId.safeParse(row.metric);
  const state = goalStateOf({ comparator, target: row.target }, newest?.value ?? null);
  return {
    id: row.id,
    name: row.name,
    metric: row.metric,
    metricName: known.success ? metricDefinition(known.data).name : row.metric,
    slice: row.slice as Record<string, string>,
    comparator,
    target: row.target,
    baseline: goalBaseline.nullable().parse(row.baseline ?? null),
    due: row.due,
    blocking: row.blocking,
    revision: row.revision,
    state,
    overdue: isGoalOverdue(row.due, state, today),
    /** Newest figure first of the reports of the project. */
    latest: newest === undefined ? null : point(newest),
    trend: figures.map(point).reverse(),
  };
}

/** Goals of a project with where they stand; with a report, where that report leaves them. */
export function listGoals(deps: Deps, actor: Actor, input: { projectId: string; reportId: string | null }) {
  return query(deps, actor, async (t) => {
    if (input.reportId !== null) {
      const report = await t.reports.get(input.reportId);
      if (report === null || report.projectId !== input.projectId) {
        throw new AssayError('not-found', 'There is no such report in this project.', { field: 'reportId' });
      }
    }
    const rows = await t.goals.list(input.projectId);
    const goals = [];
    const today = deps.clock.now().toISOString().slice(0, 10);
    for (const row of rows) goals.push(await goalView(t, row, input.reportId, today));
    return { goals };
  });
}

/** What the reports of a project measured of one metric and slice, newest first: what a baseline can be taken from. */
export function listGoalFigures(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; metric: MetricId; slice: GoalInput['slice'] },
) {
  return query(deps, actor, async (t) => {
    const sliceKey = canonicalJson(input.slice);
    const figures = await t.goals.figures(input.projectId, input.metric, sliceKey, TREND, null);
    return { figures: figures.filter((figure) => figure.value !== null).map(point) };
  });
}

/** The measured value that a baseline names, if it is one of the project's. */
async function checkBaseline(t: Repositories, projectId: string, goal: GoalInput): Promise<void> {
  if (goal.baseline?.kind !== 'measured') return;
  const row = await t.measurements.get(goal.baseline.measurementId);
  const report = row?.subjectType === 'report' ? await t.reports.get(row.subjectId) : null;
  if (row === null || report === null || report.projectId !== projectId) {
    throw new AssayError('not-found', 'There is no such measurement in this project.', {
      field: 'baseline',
    });
  }
  if (row.value !== goal.baseline.value || row.metric !== goal.metric) {
    throw new AssayError('bad-input', 'The baseline is not what was measured.', {
      field: 'baseline',
      next: 'Take the value of the measurement, of the same metric, or type a baseline in.',
    });
  }
}

const fieldsOf = (goal: GoalInput) => ({
  name: goal.name,
  metric: goal.metric,
  slice: goal.slice,
  sliceKey: canonicalJson(goal.slice),
  comparator: goal.comparator,
  target: goal.target,
  due: goal.due,
  blocking: goal.blocking,
});

/** Sets a goal of the project. */
export function createGoal(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; goal: GoalInput },
): Promise<{ id: string }> {
  const createdBy = requirePerson(actor);
  const id = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    const { projectId, goal } = input;
    if ((await t.goals.list(projectId)).length >= MOST_GOALS) {
      throw new AssayError('conflict', `A project has at most ${MOST_GOALS} goals.`, {
        kept: 'No goal was set.',
        next: 'Remove one that is not needed any more.',
      });
    }
    await checkBaseline(t, projectId, goal);
    await t.goals.create({
      id,
      projectId,
      ...fieldsOf(goal),
      baseline: goal.baseline === null ? null : asJson(goal.baseline),
      createdBy,
    });
    await record({
      action: 'goal.created',
      object: { type: 'goal', id },
      projectId,
      details: {
        name: goal.name,
        metric: goal.metric,
        slice: goal.slice,
        comparator: goal.comparator,
        target: goal.target,
        due: goal.due,
        blocking: goal.blocking,
      },
    });
    return { id };
  });
}

/** Changes a goal; what it was is in the log. */
export function updateGoal(
  deps: Deps,
  actor: Actor,
  input: { goalId: string; revision: number; goal: GoalInput },
): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await t.goals.get(input.goalId);
    if (row === null) throw notFound('goal');
    const { goal } = input;
    await checkBaseline(t, row.projectId, goal);
    const baseline = goal.baseline === null ? null : asJson(goal.baseline);
    if (!(await t.goals.update(row.id, input.revision, fieldsOf(goal), baseline))) throw stale('goal');
    await record({
      action: 'goal.updated',
      object: { type: 'goal', id: row.id },
      projectId: row.projectId,
      details: {
        before: { metric: row.metric, comparator: row.comparator, target: row.target },
        after: { metric: goal.metric, comparator: goal.comparator, target: goal.target },
      },
    });
  });
}

/** Puts a goal into the trash. The figures that it was measured by stay. */
export function removeGoal(deps: Deps, actor: Actor, input: { goalId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await t.goals.get(input.goalId);
    if (row === null) throw notFound('goal');
    await t.goals.trash(row.id, actor.userId, deps.clock.now());
    await record({
      action: 'goal.removed',
      object: { type: 'goal', id: row.id },
      projectId: row.projectId,
      details: { name: row.name, metric: row.metric },
    });
  });
}

/** Takes a goal out of the trash. */
export function restoreGoal(deps: Deps, actor: Actor, input: { goalId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await t.goals.getAny(input.goalId);
    if (row === null || !(await t.goals.restore(row.id))) throw notFound('goal in the trash');
    await record({
      action: 'goal.restored',
      object: { type: 'goal', id: row.id },
      projectId: row.projectId,
      details: { name: row.name, metric: row.metric },
    });
  });
}
