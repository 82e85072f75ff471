import type { RepositoryContext } from './context.ts';

/** Questions about guidelines, their answers, and the versions that resolved them. */
export function createGuidelineQuestionRepository({ t, orgId }: RepositoryContext) {
  const withVersions = {
    version: { select: { number: true } },
    resolvedVersion: { select: { id: true, number: true } },
  };
  return {
    add: (row: {
      id: string;
      guidelineId: string;
      versionId: string;
      sectionId: string | null;
      text: string;
      askedBy: string;
      askedAt: Date;
    }) => t.guidelineQuestion.create({ data: { ...row, orgId } }),
    get: (id: string) => t.guidelineQuestion.findUnique({ where: { id, orgId } }),
    /** Newest first; `open` are those without an answer. */
    list: (guidelineId: string, options: { open: boolean; limit: number; before: string | null }) =>
      t.guidelineQuestion.findMany({
        where: {
          orgId,
          guidelineId,
          ...(options.open ? { answer: null } : {}),
          ...(options.before === null ? {} : { id: { lt: options.before } }),
        },
        orderBy: { id: 'desc' },
        take: options.limit + 1,
        include: withVersions,
      }),
    countOpen: (guidelineId: string) =>
      t.guidelineQuestion.count({ where: { orgId, guidelineId, answer: null } }),
    /** Open questions of these guidelines, oldest first. */
    open: (projects: readonly string[] | null, limit: number) =>
      t.guidelineQuestion.findMany({
        where: {
          orgId,
          answer: null,
          guideline: {
            deletedAt: null,
            project: { deletedAt: null },
            ...(projects === null ? {} : { projectId: { in: [...projects] } }),
          },
        },
        orderBy: { id: 'asc' },
        take: limit,
        select: { id: true, askedBy: true, guideline: { select: { id: true, name: true } } },
      }),
    /** False when the revision is stale or a version has resolved it. */
    answer: async (
      id: string,
      revision: number,
      change: { answer: string; answeredBy: string; answeredAt: Date },
    ): Promise<boolean> => {
      const { count } = await t.guidelineQuestion.updateMany({
        where: { id, orgId, revision, resolvedVersionId: null },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** False when it has no answer yet, or a version has resolved it already. */
    resolve: async (id: string, guidelineId: string, resolvedVersionId: string): Promise<boolean> => {
      const { count } = await t.guidelineQuestion.updateMany({
        where: { id, orgId, guidelineId, answer: { not: null }, resolvedVersionId: null },
        data: { resolvedVersionId, revision: { increment: 1 } },
      });
      return count === 1;
    },
  };
}
