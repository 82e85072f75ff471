import { NO_TERMS, type SourceTerms } from '@assay/contracts';
import { command } from '../frame/command.ts';
import type { TestDeps, UserActor } from './test-deps.ts';

/**
 * A source with one version that is ready to be read (or in `status`), with text columns and without data: for tests
 * of what is around sources. Returns its id; its version has the number 1.
 */
export async function addSource(
  { deps }: TestDeps,
  input: {
    projectId: string;
    actor: UserActor;
    name: string;
    columns?: readonly string[];
    terms?: SourceTerms;
    status?: string;
    trashed?: boolean | Date;
    held?: boolean;
    openFindings?: number;
  },
): Promise<string> {
  const { actor, columns = [], status = 'READY', openFindings = 0 } = input;
  const sourceId = deps.ids.next();
  const versionId = deps.ids.next();
  const legalHold = { reason: 'A case before a court', since: '2026-01-01' };
  const terms: SourceTerms = {
    ...(input.terms ?? NO_TERMS),
    ...(input.held === true ? { retention: { deleteOn: null, keepForDays: null, legalHold } } : {}),
  };
  await command(deps, actor, async ({ t, record }) => {
    await t.sources.create({
      id: sourceId,
      projectId: input.projectId,
      name: input.name,
      description: '',
      terms,
      isDemo: false,
      createdBy: actor.userId,
    });
    await t.sources.createVersion({
      id: versionId,
      sourceId,
      uploadId: deps.ids.next(),
      fileName: 'table.csv',
      fileBytes: 0n,
      createdBy: actor.userId,
    });
    await t.sources.moveVersion(versionId, ['STAGING'], { status });
    await t.sources.replaceColumns(
      versionId,
      columns.map((name, index) => ({ index, name, spec: { index, name, label: name } })),
    );
    await t.sources.replaceFindings(
      versionId,
      Array.from({ length: openFindings }, (_, columnIndex) => ({
        id: deps.ids.next(),
        columnIndex,
        kind: 'email',
        confidence: 1,
        evidence: 'value',
        matched: 1n,
        scanned: 1n,
        reason: 'Looks like an address.',
      })),
    );
    await t.sources.setCurrentVersion(sourceId, versionId);
    if (input.trashed) {
      const at = input.trashed === true ? deps.clock.now() : input.trashed;
      await t.sources.trash(sourceId, actor.userId, at);
    }
    await record({
      action: 'source.created',
      object: { type: 'source', id: sourceId },
      projectId: input.projectId,
      alsoTouched: [{ type: 'sourceVersion', id: versionId }],
    });
  });
  return sourceId;
}
