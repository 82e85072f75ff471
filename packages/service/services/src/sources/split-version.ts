import { AssayError, type SplitPlan, splitPlan, tableManifest } from '@assay/contracts';
import { type Actor, planSplit, type SplitInput } from '@assay/domain';
import type { TableReader } from '@assay/tables';
import { keepBlobs, storeBlob } from '../blobs/store-blob.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { readJsonBlob, storeJsonBlob } from './json-blob.ts';
import { asJson, columnsOf, requireReadable, requireSource } from './source-record.ts';
import { withTable } from './version-table.ts';

/** Checks a plan against the version and orders the split. */
export function orderSplit(
  deps: Deps,
  actor: Actor,
  input: { versionId: string; plan: SplitPlan },
): Promise<{ splitId: string; jobId: string }> {
  requirePerson(actor);
  const splitId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const { version } = await requireReadable(t, input.versionId);
    const source = await requireSource(t, version.sourceId);
    const columns = await columnsOf(t, input.versionId);
    const { plan } = input;
    if ('column' in plan) {
      const column = columns.find((each) => each.name === plan.column);
      if (column === undefined) {
        throw new AssayError('bad-input', `There is no column "${plan.column}" in this version.`, {
          field: 'plan.column',
        });
      }
      if (plan.method === 'time' && column.type !== 'datetime') {
        throw new AssayError('bad-input', `"${plan.column}" holds no dates: a split by time needs some.`, {
          field: 'plan.column',
        });
      }
    }
    if (plan.method === 'holdout') {
      const holdout = await requireReadable(t, plan.holdoutVersionId);
      const other = await requireSource(t, holdout.version.sourceId);
      if (other.projectId !== source.projectId) {
        throw new AssayError('not-found', 'There is no such holdout in this project.', {
          field: 'plan.holdoutVersionId',
        });
      }
      const theirs = new Set((await columnsOf(t, plan.holdoutVersionId)).map((each) => each.name));
      const lacking = columns.filter((each) => !theirs.has(each.name)).map((each) => each.name);
      if (lacking.length > 0) {
        throw new AssayError(
          'bad-input',
          `The holdout lacks ${lacking.slice(0, 5).join(', ')}${lacking.length > 5 ? ' and more' : ''}.`,
          {
            field: 'plan.holdoutVersionId',
            next: 'Choose a version with the same columns.',
          },
        );
      }
    }
    // The plan travels with the job's row, not with its payload: payloads are ids.
    const jobId = await order({
      kind: 'source.split',
      payload: { versionId: input.versionId, splitId },
      subject: { type: 'sourceVersion', id: input.versionId },
      projectId: source.projectId,
    });
    const blob = await storeJsonBlob(deps, actor.orgId, 'split-plan', plan);
    await keepBlobs(t, [blob], { type: 'source-version', id: input.versionId });
    await t.jobs.finishStep(jobId, 'plan', { key: blob.key });
    await record({
      action: 'source-version.split-ordered',
      object: { type: 'sourceVersion', id: input.versionId },
      projectId: source.projectId,
      details: { plan },
      alsoTouched: [
        { type: 'source', id: source.id },
        { type: 'job', id: jobId },
      ],
    });
    return { splitId, jobId };
  });
}

/** Codes or times of the column that a plan divides by, one per row, in row order. */
async function splitInput(reader: TableReader, plan: SplitPlan, signal: AbortSignal): Promise<SplitInput> {
  const { rows } = reader.manifest;
  if (!('column' in plan)) return { rows };
  if (plan.method === 'time') {
    const times = new Float64Array(rows).fill(Number.NaN);
    for await (const batch of reader.scan({ columns: [plan.column] }, signal)) {
      const column = batch.columns[0];
      if (column?.kind !== 'texts') continue;
      for (const [place, value] of column.values.entries()) {
        const zoned =
          value === null ? null : value.includes('T') && !value.endsWith('Z') ? `${value}Z` : value;
        if (zoned !== null) times[batch.rowNumbers[place] ?? 0] = Date.parse(zoned) * 1000;
      }
    }
    return { rows, times };
  }
  const codes = new Int32Array(rows).fill(-1);
  const codeOf = new Map<string, number>();
  for await (const batch of reader.scan({ columns: [plan.column], exact: true }, signal)) {
    const column = batch.columns[0];
    if (column === undefined) continue;
    for (let place = 0; place < batch.rowNumbers.length; place += 1) {
      const value = column.values[place] ?? null;
      if (value === null || Number.isNaN(value)) continue;
      const label = String(value);
      let code = codeOf.get(label);
      if (code === undefined) {
        code = codeOf.size;
        codeOf.set(label, code);
      }
      codes[batch.rowNumbers[place] ?? 0] = code;
    }
  }
  return { rows, values: { codes, labels: [...codeOf.keys()] } };
}

/** Divides the rows by the plan: one byte per row, stored and hashed; the split becomes the active one. */
export async function splitSourceVersion(deps: Deps, run: JobRun<'source.split'>) {
  const { versionId, splitId } = run.job.payload;
  const { manifest, planKey } = await query(deps, run.actor, async (t) => ({
    manifest: tableManifest.parse((await requireReadable(t, versionId)).manifest),
    planKey: (await t.jobs.step(run.job.id, 'plan'))?.result,
  }));
  const key = typeof planKey === 'object' && planKey !== null && 'key' in planKey ? String(planKey.key) : '';
  const plan = splitPlan.parse(await readJsonBlob(deps, key));
  await run.progress({ stage: 'split', done: 0, total: manifest.rows });
  const input = await withTable(deps, manifest, (reader) => splitInput(reader, plan, run.signal));
  const planned = planSplit(plan, input);
  if (!planned.ok) throw new AssayError('bad-input', planned.sentence, { field: 'plan' });
  const blob = await storeBlob(deps, run.actor.orgId, { kind: 'split', source: planned.assignment });
  await command(deps, run.actor, async ({ t, record }) => {
    const { version } = await requireReadable(t, versionId);
    await keepBlobs(t, [blob], { type: 'source-version', id: versionId });
    await t.sources.addSplit({
      id: splitId,
      versionId,
      plan: asJson(plan),
      counts: { ...planned.counts, withoutKey: planned.withoutKey },
      assignmentKey: blob.key,
      assignmentSha256: blob.sha256,
      createdBy: run.job.createdBy ?? version.createdBy,
    });
    if (plan.method === 'holdout') {
      await t.sources.addDependencies([
        {
          fromType: 'sourceVersion',
          fromId: plan.holdoutVersionId,
          toType: 'sourceVersion',
          toId: versionId,
        },
      ]);
    }
    await record({
      action: 'source-version.split',
      object: { type: 'sourceVersion', id: versionId },
      projectId: run.job.projectId,
      details: { split: splitId, counts: planned.counts, sha256: blob.sha256 },
      alsoTouched: [
        { type: 'source', id: version.sourceId },
        { type: 'split', id: splitId },
      ],
    });
  });
  return { ...planned.counts, withoutKey: planned.withoutKey };
}

/** Splits of a version, the active one first. */
export async function listSplits(deps: Deps, actor: Actor, input: { versionId: string }) {
  const rows = await query(deps, actor, (t) => t.sources.splits(input.versionId));
  return rows
    .map((row) => ({
      id: row.id,
      plan: splitPlan.parse(row.plan),
      counts: row.counts as { fit: number; tune: number; test: number; withoutKey: number },
      sha256: row.assignmentSha256,
      active: row.active,
      testReads: row.testReads,
      createdBy: row.createdBy,
      createdAt: row.createdAt.toISOString(),
    }))
    .sort((a, b) => Number(b.active) - Number(a.active));
}
