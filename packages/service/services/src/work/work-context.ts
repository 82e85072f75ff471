import {
  AssayError,
  type ColumnProfile,
  type ColumnReference,
  type ColumnSpec,
  columnReference,
  importedRun,
  labelModel,
  recipe as recipeDocument,
  runKind,
  type TableManifest,
  tableProfile,
  type WorkContext,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, columnReferenceOf, findColumn, formatPredicate } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { readJsonBlob } from '../sources/json-blob.ts';
import { personalColumns, requireReadable } from '../sources/source-record.ts';
import { documentsOf } from './batch-documents.ts';
import { requireBatch } from './batch-record.ts';

type Real = { versionId: string; profileKey: string; personal: ReadonlySet<string> };

/** The real data behind a run, as far as it is there; the columns in which personal data was found. */
async function realOf(t: Repositories, versionId: string | null): Promise<Real | null> {
  if (versionId === null) return null;
  try {
    const { version } = await requireReadable(t, versionId);
    if (version.profileKey === null) return null;
    return { versionId, profileKey: version.profileKey, personal: await personalColumns(t, versionId) };
  } catch (error) {
    // Erased, in the trash, or being scanned again: rows can be labelled without it.
    if (error instanceof AssayError) return null;
    throw error;
  }
}

function referenceOf(profile: ColumnProfile | null, personal: ReadonlySet<string>): ColumnReference {
  if (profile === null) return { kind: 'none', reason: 'not-in-source' };
  if (personal.has(profile.name)) return { kind: 'none', reason: 'personal-data' };
  return columnReferenceOf(profile);
}

async function referencesOf(
  deps: Deps,
  manifest: TableManifest,
  real: Real | null,
): Promise<Record<string, ColumnReference>> {
  const names = manifest.columns.map((column) => column.name);
  if (real === null) {
    return Object.fromEntries(
      names.map((name) => [name, columnReference.parse({ kind: 'none', reason: 'no-source' })]),
    );
  }
  const profile = tableProfile.parse(await readJsonBlob(deps, real.profileKey));
  const byName = profile.columns.map((column) => ({ ...column, physical: 'VARCHAR' as const }));
  return Object.fromEntries(
    names.map((name) => [name, referenceOf(findColumn(byName, name), real.personal)]),
  );
}

async function runOf(t: Repositories, runId: string) {
  const run = await t.runs.getAny(runId);
  if (run === null) throw new AssayError('not-found', 'The run of this batch is gone.');
  const version = run.recipeVersionId === null ? null : await t.recipes.version(run.recipeVersionId);
  const names = await t.recipes.versionNames(version === null ? [] : [version.id]);
  const document = version === null ? null : recipeDocument.parse(version.document);
  const imported = run.imported === null ? null : importedRun.parse(run.imported);
  const { generator } = imported?.provenance ?? { generator: null };
  return {
    about: {
      number: run.number,
      kind: runKind.parse(run.kind),
      name: run.name,
      seed: run.seed,
      recipe:
        document === null || version === null
          ? null
          : {
              name: names.get(version.id)?.name ?? '',
              number: version.number,
              method: document.method,
              conditions: document.conditions.map((each) => formatPredicate(each.where)),
            },
      generator: generator === null || !('value' in generator) ? null : generator.value,
    },
    constraints: document?.constraints ?? [],
    sourceVersionId: run.sourceVersionId,
  };
}

/** What is told of the rows of a blind test: their columns' words, and nothing that only one half has. */
function blindContext(batchId: string, columns: readonly ColumnSpec[]): WorkContext {
  const references = columns.map(({ name }) => [name, { kind: 'none', reason: 'blind' }] as const);
  return {
    batchId,
    run: null,
    references: Object.fromEntries(references),
    constraints: [],
    labelModel: null,
  };
}

/**
 * What is known of all rows of a batch: how they were made, what must hold in each, and where the real values lie, in
 * bins of at least twenty rows. That the real data's figures were seen is on record. Of a blind test nothing is said.
 */
export async function readWorkContext(
  deps: Deps,
  actor: Actor,
  input: { batchId: string },
): Promise<WorkContext> {
  const found = await query(deps, actor, async (t) => {
    const batch = await requireBatch(t, input.batchId);
    const { manifest, columns } = await documentsOf(t, input.batchId);
    if (batch.kind === 'blind') return blindContext(batch.id, columns);
    const run = await runOf(t, batch.runId);
    return { batch, run, real: await realOf(t, run.sourceVersionId), manifest };
  });
  if ('references' in found) return found;
  const { batch, run, real, manifest } = found;
  const references = await referencesOf(deps, manifest, real);
  if (real !== null) {
    await recordAccess(deps, actor, {
      action: 'batch.reference-read',
      object: { type: 'batch', id: batch.id },
      projectId: batch.projectId,
      details: { columns: Object.values(references).filter((each) => each.kind !== 'none').length },
      alsoTouched: [{ type: 'sourceVersion', id: real.versionId }],
    });
  }
  return {
    batchId: batch.id,
    run: run.about,
    references,
    constraints: run.constraints,
    labelModel: labelModel.nullable().parse(batch.labelModel ?? null),
  };
}
