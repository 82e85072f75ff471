import { AssayError, guideline as guidelineSchema } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, can, compareGuidelines as changesOf } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { acknowledgementView, requireGuideline, requireGuidelineVersion } from './guideline-record.ts';
import { projectRolesOf } from './project-roles-of.ts';

/** Guidelines of a project, newest first, each with what its newest version says and whether the actor has read it. */
export function listGuidelines(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; search: string; trashed: boolean; limit: number; before: string | null },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.guidelines.list(input.projectId, input);
    const page = rows.slice(0, input.limit);
    const mine = await myReading(t, actor, input.projectId);
    const acknowledged = await mine.of(page.map((row) => row.id));
    const guidelines = [];
    for (const row of page) {
      const newest = row.versions[0];
      if (newest === undefined) throw new AssayError('internal', 'A guideline without a version was found.');
      const document = guidelineSchema.parse(newest.document);
      guidelines.push({
        id: row.id,
        name: row.name,
        description: row.description,
        versionId: newest.id,
        number: newest.number,
        sections: document.sections.length,
        examples: document.examples.length,
        rules: document.rules.length,
        openQuestions: row._count.questions,
        acknowledgement: await mine.worth(acknowledged.get(row.id) ?? null, {
          number: newest.number,
          document,
        }),
        createdAt: row.createdAt,
        updatedAt: row.updatedAt,
        trashedAt: row.deletedAt,
        revision: row.revision,
      });
    }
    return { guidelines, next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null };
  });
}

/** A guideline with its versions, the newest document, and what the actor's own reading of it is worth. */
export function getGuideline(deps: Deps, actor: Actor, input: { guidelineId: string }) {
  return query(deps, actor, async (t) => {
    const row = await requireGuideline(t, input.guidelineId);
    const newest = await t.guidelines.newest(row.id);
    if (newest === null) throw new AssayError('internal', 'A guideline without a version was found.');
    const versions = await t.guidelines.versions(row.id);
    const names = await t.members.names(versions.map((each) => each.createdBy));
    const document = guidelineSchema.parse(newest.document);
    const mine = await myReading(t, actor, row.projectId);
    const acknowledged = (await mine.of([row.id])).get(row.id) ?? null;
    return {
      id: row.id,
      projectId: row.projectId,
      name: row.name,
      description: row.description,
      revision: row.revision,
      createdAt: row.createdAt,
      versionId: newest.id,
      number: newest.number,
      document,
      openQuestions: await t.guidelineQuestions.countOpen(row.id),
      acknowledgement: await mine.worth(acknowledged, { number: newest.number, document }),
      versions: versions.map(({ createdBy, ...each }) => ({
        ...each,
        createdBy: { userId: createdBy, name: names.get(createdBy) ?? null },
      })),
    };
  });
}

/** One version, with its document. */
export function getGuidelineVersion(deps: Deps, actor: Actor, input: { guidelineVersionId: string }) {
  return query(deps, actor, async (t) => {
    const { row, parent, document } = await requireGuidelineVersion(t, input.guidelineVersionId);
    return {
      id: row.id,
      guidelineId: parent.id,
      guidelineName: parent.name,
      number: row.number,
      note: row.note,
      document,
      createdAt: row.createdAt,
    };
  });
}

/** What two versions of one guideline say differently. */
export function compareGuidelineVersions(
  deps: Deps,
  actor: Actor,
  input: { guidelineVersionId: string; otherVersionId: string },
) {
  return query(deps, actor, async (t) => {
    const before = await requireGuidelineVersion(t, input.guidelineVersionId);
    const after = await requireGuidelineVersion(t, input.otherVersionId).catch(() => null);
    if (after === null || after.parent.id !== before.parent.id) {
      throw new AssayError('not-found', 'There is no such version of this guideline.', {
        field: 'otherVersionId',
      });
    }
    return {
      before: { number: before.row.number, createdAt: before.row.createdAt },
      after: { number: after.row.number, createdAt: after.row.createdAt },
      changes: changesOf(before.document, after.document),
    };
  });
}

/** The actor's own reading of guidelines of one project; null for who is not asked to acknowledge any. */
async function myReading(t: Repositories, actor: Actor, projectId: string) {
  const { userId } = actor;
  const roles = await projectRolesOf(t, actor, projectId);
  const asked = userId !== null && can(actor, 'guideline.acknowledge', roles);
  type Latest = Awaited<ReturnType<Repositories['guidelines']['acknowledgedBy']>>;
  return {
    of: (guidelineIds: readonly string[]): Promise<Latest> =>
      asked && userId !== null
        ? t.guidelines.acknowledgedBy(userId, guidelineIds)
        : Promise.resolve(new Map()),
    worth: async (
      acknowledged: Parameters<typeof acknowledgementView>[2],
      newest: Parameters<typeof acknowledgementView>[3],
    ) => (asked ? acknowledgementView(t, roles ?? [], acknowledged, newest) : null),
  };
}
