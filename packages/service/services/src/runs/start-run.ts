import {
  AssayError,
  MOST_ROWS,
  PILOT_ROWS,
  type PolicyRef,
  type Recipe,
  type RecipeProblem,
  type TermsOverride,
} from '@assay/contracts';
import type { Actor } from '@assay/domain';
import type { CommandContext, JsonValue } from '../frame/command.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { resolvePolicy, standardPolicy } from '../policies/policy-record.ts';
import { checkOnData } from '../recipes/check-on-data.ts';
import { recipeProblems, requireRecipeVersion } from '../recipes/recipe-record.ts';
import { requireReadySource } from './require-ready-source.ts';
import { type RunRow, requireRun, statusOf } from './run-record.ts';

/** Rows that one job makes, unless told otherwise. */
const SHARD_ROWS = 65_536;
const MOST_SHARDS = 64;

export type StartRun = {
  recipeVersionId: string;
  kind: 'pilot' | 'full';
  rows?: number | undefined;
  shards?: number | undefined;
  seed?: string | undefined;
  policyRef?: PolicyRef | undefined;
  name?: string | undefined;
};

function refuse(problems: readonly RecipeProblem[]): void {
  const errors = problems.filter((each) => each.severity === 'error');
  const first = errors[0];
  if (first === undefined) return;
  const more = errors.length === 1 ? '' : ` There are ${errors.length - 1} more problems.`;
  throw new AssayError('bad-input', `The recipe cannot be run: ${first.message}${more}`, {
    field: `document.${first.field}`,
    kept: 'No run was started.',
    ...(first.next === null ? {} : { next: first.next }),
  });
}

export function shardsFor(rows: number, wanted: number | undefined): number {
  return Math.min(rows, wanted ?? Math.max(1, Math.min(MOST_SHARDS, Math.ceil(rows / SHARD_ROWS))));
}

/** What the log says of an override without which the run would have been refused. */
function onRecord(override: TermsOverride | null): { override?: JsonValue } {
  if (override === null) return {};
  const { by, at, reason, covers } = override;
  return { override: { by, at, reason, covers } };
}

/**
 * Orders a run of a recipe version: a pilot of some hundred rows, or a full one. Refused while the source may not be
 * synthesised or the recipe contradicts itself or the data. An override of the source's terms is respected, and the
 * event of the run names it.
 */
export async function startRun(
  deps: Deps,
  actor: Actor,
  input: StartRun,
): Promise<{ runId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const rows = input.rows ?? PILOT_ROWS;
  if (rows < 1 || rows > MOST_ROWS) {
    throw new AssayError('bad-input', `A run makes 1 to ${MOST_ROWS} rows.`, { field: 'rows' });
  }
  const document = await checkRun(deps, actor, input.recipeVersionId, rows);
  const runId = deps.ids.next();
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const { row, parent } = await requireRecipeVersion(t, input.recipeVersionId);
    const ready =
      document.sourceId === null
        ? null
        : await requireReadySource(t, document.sourceId, null, deps.clock.now());
    const policyRef = input.policyRef ?? (await standardPolicy(t, parent.projectId));
    await resolvePolicy(t, parent.projectId, policyRef);
    const seed =
      input.seed ??
      (document.seed.kind === 'fixed'
        ? document.seed.seed
        : Buffer.from(deps.randomBytes(8)).toString('hex'));
    const shards = shardsFor(rows, input.shards);
    const made = await t.runs.create({
      id: runId,
      projectId: parent.projectId,
      kind: input.kind,
      name: input.name ?? parent.name,
      recipeId: parent.id,
      recipeVersionId: row.id,
      sourceId: ready?.source.id ?? null,
      sourceVersionId: ready?.version.id ?? null,
      splitId: ready?.split.id ?? null,
      seed,
      rows: BigInt(rows),
      shards,
      policyRef,
      createdBy,
    });
    const jobId = await orderGeneration(context, made);
    await record({
      action: 'run.started',
      object: { type: 'run', id: runId },
      projectId: parent.projectId,
      details: {
        kind: input.kind,
        rows,
        seed,
        shards,
        recipe: parent.id,
        recipeVersion: row.number,
        policy: policyRef,
        ...onRecord(ready?.override ?? null),
      },
      alsoTouched: [
        { type: 'recipe', id: parent.id },
        { type: 'job', id: jobId },
        ...(ready === null
          ? []
          : [
              { type: 'source', id: ready.source.id },
              { type: 'sourceVersion', id: ready.version.id },
            ]),
      ],
    });
    return { runId, jobId };
  });
}

/** Everything about a recipe that can refuse a run, asked before anything is written. */
async function checkRun(deps: Deps, actor: Actor, recipeVersionId: string, rows: number): Promise<Recipe> {
  const document = await query(deps, actor, async (t) => {
    const found = await requireRecipeVersion(t, recipeVersionId);
    // First whether it may be at all, then whether the recipe is sound.
    if (found.document.sourceId !== null) {
      await requireReadySource(t, found.document.sourceId, null, deps.clock.now());
    }
    refuse(await recipeProblems(t, found.parent.projectId, found.document, rows));
    return found.document;
  });
  refuse((await checkOnData(deps, actor, document)).problems);
  return document;
}

function orderGeneration({ order }: CommandContext, run: RunRow): Promise<string> {
  return order({
    kind: 'generation.run',
    payload: { runId: run.id },
    subject: { type: 'run', id: run.id },
    projectId: run.projectId,
  });
}

/** Makes a pilot large: a full run by the same recipe version, fitted model and seed. */
export async function rampUp(
  deps: Deps,
  actor: Actor,
  input: { runId: string; rows: number; shards?: number | undefined; name?: string | undefined },
): Promise<{ runId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const recipeVersionId = await query(deps, actor, async (t) => {
    const pilot = await requireRun(t, input.runId);
    if (pilot.kind !== 'pilot' || pilot.recipeVersionId === null) {
      throw new AssayError('bad-input', 'Only a pilot can be ramped up.', {
        next: 'Start a full run of the recipe instead.',
      });
    }
    if (
      pilot.modelId === null ||
      !['GENERATED', 'VALIDATING', 'READY', 'BLOCKED'].includes(statusOf(pilot))
    ) {
      throw new AssayError('not-ready', 'This pilot has not made its rows yet.', {
        next: 'Wait until it has, look at its report, then ramp it up.',
      });
    }
    return pilot.recipeVersionId;
  });
  await checkRun(deps, actor, recipeVersionId, input.rows);
  const runId = deps.ids.next();
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const pilot = await requireRun(t, input.runId);
    const ready =
      pilot.sourceId === null
        ? null
        : await requireReadySource(t, pilot.sourceId, pilot.sourceVersionId, deps.clock.now());
    const shards = shardsFor(input.rows, input.shards);
    const made = await t.runs.create({
      id: runId,
      projectId: pilot.projectId,
      kind: 'full',
      name: input.name ?? pilot.name,
      recipeId: pilot.recipeId,
      recipeVersionId: pilot.recipeVersionId,
      sourceId: pilot.sourceId,
      sourceVersionId: pilot.sourceVersionId,
      splitId: pilot.splitId,
      modelId: pilot.modelId,
      pilotId: pilot.id,
      seed: pilot.seed,
      rows: BigInt(input.rows),
      shards,
      policyRef: pilot.policyRef,
      createdBy,
    });
    const jobId = await orderGeneration(context, made);
    await record({
      action: 'run.ramped-up',
      object: { type: 'run', id: runId },
      projectId: pilot.projectId,
      details: {
        pilot: pilot.id,
        rows: input.rows,
        seed: pilot.seed,
        shards,
        model: pilot.modelId,
        ...onRecord(ready?.override ?? null),
      },
      alsoTouched: [
        { type: 'run', id: pilot.id },
        { type: 'job', id: jobId },
        ...(pilot.sourceId === null ? [] : [{ type: 'source', id: pilot.sourceId }]),
      ],
    });
    return { runId, jobId };
  });
}
