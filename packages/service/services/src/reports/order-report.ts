import {
  type AnySubjects,
  AssayError,
  type ColumnSpec,
  type DatasetRef,
  type PolicyRef,
  type ReportQuestion,
  type ReportSubjects,
  recipe,
  tableManifest,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { z } from 'zod';
import { type CommandContext, command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { resolvePolicy, standardPolicy } from '../policies/policy-record.ts';
import { type RunRow, requireRows, requireRun, statusOf } from '../runs/run-record.ts';
import { asJson, requireReadable } from '../sources/source-record.ts';
import { comparedAs } from './compared-as.ts';

type NewReport = {
  projectId: string;
  runId: string | null;
  name: string;
  subjects: AnySubjects;
  question: ReportQuestion;
  policyRef: PolicyRef | string;
  createdBy: string;
};

async function addReport(deps: Deps, context: CommandContext, given: NewReport) {
  const { t, order, record } = context;
  const id = deps.ids.next();
  await t.reports.create({
    id,
    ...given,
    subjects: asJson(given.subjects),
    question: asJson(given.question),
  });
  const jobId = await order({
    kind: 'validation.run',
    payload: { reportId: id },
    subject: { type: 'report', id },
    projectId: given.projectId,
  });
  await t.sources.addDependencies(
    [given.subjects.real, given.subjects.synthetic, given.subjects.unseen]
      .filter((ref) => ref !== null)
      .map((ref) => ({
        fromType: ref.kind === 'run' ? 'run' : 'sourceVersion',
        fromId: ref.kind === 'run' ? ref.runId : ref.versionId,
        toType: 'report',
        toId: id,
      })),
  );
  await record({
    action: 'report.ordered',
    object: { type: 'report', id },
    projectId: given.projectId,
    details: { subjects: given.subjects, policy: given.policyRef },
    alsoTouched: [
      { type: 'job', id: jobId },
      ...(given.runId === null ? [] : [{ type: 'run', id: given.runId }]),
    ],
  });
  return { reportId: id, jobId };
}

/** What a report is asked, by the roles of the columns that both sides have. */
export function questionOf(
  columns: readonly ColumnSpec[],
  shared: ReadonlySet<string>,
  seed: string,
  target: string | null = null,
): ReportQuestion {
  // Nothing is asked about what only names somebody.
  const both = columns.filter((column) => shared.has(column.name) && column.role !== 'identifier');
  const named = (role: ColumnSpec['role'], most: number) =>
    both
      .filter((column) => column.role === role)
      .map((column) => column.name)
      .slice(0, most);
  const chosen =
    both.find((column) => column.name === target) ?? both.find((column) => column.role === 'target');
  return {
    target: chosen?.name ?? null,
    sensitive: named('sensitive', 20),
    quasiIdentifiers: named('quasi-identifier', 30),
    favourable: chosen?.favourable ?? [],
    seed,
  };
}

/** The target that the recipe of a run names. */
export async function targetOf(
  t: Repositories,
  run: Pick<RunRow, 'recipeVersionId'>,
): Promise<string | null> {
  const version = run.recipeVersionId === null ? null : await t.recipes.version(run.recipeVersionId);
  return version === null ? null : recipe.parse(version.document).target;
}

/** Orders the report that decides on a run, with the fit rows as real and the tune rows as unseen. */
export async function orderRunReport(
  deps: Deps,
  context: CommandContext,
  run: RunRow,
  createdBy: string,
  policyRef: string = run.policyRef,
): Promise<{ reportId: string; jobId: string } | null> {
  const { t } = context;
  const { sourceVersionId } = run;
  // Rows made by rules alone have nothing real to be compared with.
  if (sourceVersionId === null) return null;
  const splits = await t.sources.splits(sourceVersionId);
  const split = splits.find((each) => each.id === run.splitId) ?? splits.find((each) => each.active);
  const counts = z.object({ tune: z.number() }).safeParse(split?.counts);
  const columns = await comparedAs(t, sourceVersionId);
  const made = await t.runs.get(run.id);
  const shared = new Set(tableManifest.parse(made?.manifest).columns.map((column) => column.name));
  const synthetic = { kind: 'run', runId: run.id } as const;
  const hasTune = counts.success && counts.data.tune > 0;
  // The split that it was made by, also after a new one; a source that was never split is compared whole.
  const of = split && ({ kind: 'split', versionId: sourceVersionId, splitId: split.id } as const);
  const subjects: AnySubjects =
    of === undefined
      ? {
          real: { kind: 'sourceVersion', versionId: sourceVersionId, split: 'fit' },
          synthetic,
          unseen: null,
        }
      : { real: { ...of, part: 'fit' }, synthetic, unseen: hasTune ? { ...of, part: 'tune' } : null };
  return addReport(deps, context, {
    projectId: run.projectId,
    runId: run.id,
    name: `${run.name}, run ${run.number}`,
    subjects,
    question: questionOf(columns, shared, run.seed, await targetOf(t, run)),
    policyRef,
    createdBy,
  });
}

/** Reports on a finished run once more. */
export function validateRunAgain(
  deps: Deps,
  actor: Actor,
  input: { runId: string; policyRef?: PolicyRef | undefined },
): Promise<{ reportId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, async (context) => {
    const run = await requireRun(context.t, input.runId);
    requireRows(run);
    if (!['READY', 'BLOCKED', 'GENERATED'].includes(statusOf(run))) {
      throw new AssayError('conflict', 'A report on this run is being made already.', {
        next: 'Wait for it, or cancel it first.',
      });
    }
    if (input.policyRef !== undefined) await resolvePolicy(context.t, run.projectId, input.policyRef);
    const ordered = await orderRunReport(deps, context, run, createdBy, input.policyRef ?? run.policyRef);
    if (ordered === null) {
      throw new AssayError(
        'bad-input',
        'This run was made without real data, so there is nothing to compare it with.',
        {
          next: 'Report between it and a source instead.',
        },
      );
    }
    return ordered;
  });
}

/** The project of a data set, its columns, and the names that a report can compare. */
async function requireDataset(t: Repositories, projectId: string, ref: DatasetRef, field: string) {
  const missing = new AssayError('not-found', 'There is no such data in this project.', { field });
  if (ref.kind === 'run') {
    const run = await t.runs.get(ref.runId);
    if (run === null || run.projectId !== projectId) throw missing;
    return { name: `${run.name}, run ${run.number}`, columns: requireRows(run).columns };
  }
  const version = await t.sources.version(ref.versionId);
  const source = version === null ? null : await t.sources.get(version.sourceId);
  if (version === null || source === null || source.projectId !== projectId) throw missing;
  await requireReadable(t, ref.versionId);
  return { name: `${source.name}, version ${version.number}`, columns: await comparedAs(t, ref.versionId) };
}

/** Orders a report between any two tables of a project, beside unseen rows where they are given. */
export function startReport(
  deps: Deps,
  actor: Actor,
  input: {
    projectId: string;
    name?: string | undefined;
    subjects: ReportSubjects;
    question?: { [K in Exclude<keyof ReportQuestion, 'seed'>]?: ReportQuestion[K] | undefined } | undefined;
    policyRef?: PolicyRef | undefined;
  },
): Promise<{ reportId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, async (context) => {
    const { t } = context;
    const { projectId, subjects } = input;
    const real = await requireDataset(t, projectId, subjects.real, 'subjects.real');
    const synthetic = await requireDataset(t, projectId, subjects.synthetic, 'subjects.synthetic');
    if (subjects.unseen !== null) await requireDataset(t, projectId, subjects.unseen, 'subjects.unseen');
    const policyRef = input.policyRef ?? (await standardPolicy(t, projectId));
    await resolvePolicy(t, projectId, policyRef);
    const shared = new Set(synthetic.columns.map((column) => column.name));
    const asked = questionOf(real.columns, shared, 'report');
    const given = input.question ?? {};
    return addReport(deps, context, {
      projectId,
      runId: null,
      name: input.name ?? `${synthetic.name} beside ${real.name}`,
      subjects,
      question: {
        target: given.target === undefined ? asked.target : given.target,
        sensitive: given.sensitive ?? asked.sensitive,
        quasiIdentifiers: given.quasiIdentifiers ?? asked.quasiIdentifiers,
        favourable: given.favourable ?? asked.favourable,
        seed: asked.seed,
      },
      policyRef,
      createdBy,
    });
  });
}
