import { type RunStatus, runStatus } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import { importCsv } from './import-csv.ts';
import type { TestDeps, UserActor } from './test-deps.ts';

/**
 * A run in a project that is READY (or as told) and whose rows are those of a CSV file; made from it, or as if by rules
 * alone.
 */
export async function addRowsRun(
  test: TestDeps,
  owner: UserActor,
  input: {
    projectId: string;
    csv: string;
    status?: RunStatus;
    withoutSource?: boolean;
    /** What it was made from, if not its own rows. */
    source?: { sourceId: string; versionId: string };
  },
): Promise<string> {
  const { deps } = test;
  const { sourceId, versionId } = await importCsv(test, owner, {
    projectId: input.projectId,
    csv: input.csv,
  });
  const id = deps.ids.next();
  const actor: Actor = owner;
  await command(deps, actor, async ({ t, record }) => {
    const version = await t.sources.version(versionId);
    const from = input.source ?? { sourceId, versionId };
    const split = await t.sources.activeSplit(from.versionId);
    await t.runs.create({
      id,
      projectId: input.projectId,
      kind: 'full',
      name: 'Rows',
      seed: 'test',
      policyRef: 'balanced',
      ...(input.withoutSource === true
        ? {}
        : { sourceId: from.sourceId, sourceVersionId: from.versionId, splitId: split?.id ?? null }),
      createdBy: owner.userId,
      ...(version?.manifest ? { manifest: version.manifest } : {}),
    });
    await t.runs.move(id, ['QUEUED'], { status: input.status ?? runStatus.enum.READY });
    await record({ action: 'test.made', object: { type: 'run', id }, projectId: input.projectId });
  });
  return id;
}
