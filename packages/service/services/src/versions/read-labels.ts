import { type LabelSchema, labelSchema, type VersionCounts, type VersionSelection } from '@assay/contracts';
import type { LabelSnapshot, Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { type CommitVersion, selectionFrom } from './commit-version.ts';
import { settleLabels } from './settle-labels.ts';
import { pseudonymOf } from './version-record.ts';
import { requireRunsOfVersion } from './version-runs.ts';

/** The newest version of each label schema under which anything in a snapshot was said, by the schema's id. */
export async function schemasOf(t: Repositories, snapshot: LabelSnapshot): Promise<Map<string, LabelSchema>> {
  const newest = new Map<string, { id: string; number: number }>();
  for (const each of [...snapshot.answers, ...snapshot.decisions]) {
    const known = newest.get(each.labelSchemaId);
    if (known === undefined || known.number < each.labelSchemaNumber) {
      newest.set(each.labelSchemaId, { id: each.labelSchemaVersionId, number: each.labelSchemaNumber });
    }
  }
  const schemas = new Map<string, LabelSchema>();
  for (const [schemaId, { id }] of newest) {
    const version = await t.labelSchemas.version(id);
    if (version !== null) schemas.set(schemaId, labelSchema.parse(version.document));
  }
  return schemas;
}

/** What a version would be if it were committed now: how many samples, which are left out and why. */
export async function previewVersion(
  deps: Deps,
  actor: Actor,
  input: Pick<CommitVersion, 'projectId' | 'runIds' | 'scope' | 'method'>,
): Promise<VersionCounts> {
  const runs = await query(deps, actor, (t) => requireRunsOfVersion(t, input.projectId, input.runIds));
  const selection: VersionSelection = selectionFrom(
    input,
    runs.map(({ row }) => row.id),
  );
  const { snapshot, schemas, salt } = await query(deps, actor, async (t) => {
    const snapshot = await t.versionContent.labelSnapshot(selection.runIds);
    const dataset = await t.versions.dataset(input.projectId);
    return {
      snapshot,
      schemas: await schemasOf(t, snapshot),
      salt: dataset?.pseudonymSalt ?? new Uint8Array(32),
    };
  });
  const settled = settleLabels(
    selection,
    runs.map(({ row, manifest }) => ({ runId: row.id, number: row.number, rows: manifest.rows })),
    snapshot,
    schemas,
    (userId) => pseudonymOf(salt, userId),
  );
  return settled.counts;
}
