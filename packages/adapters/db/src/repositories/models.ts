import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** Fitted models: what was learnt, from which rows. */
export function createModelRepository({ t, orgId }: RepositoryContext) {
  return {
    create: (row: Omit<Prisma.FittedModelCreateManyInput, 'orgId' | 'createdAt' | 'destroyedAt'>) =>
      t.fittedModel.create({ data: { ...row, orgId } }),
    get: (id: string) => t.fittedModel.findUnique({ where: { id, orgId } }),
    ofSourceVersions: (versionIds: readonly string[]) =>
      t.fittedModel.findMany({
        where: { orgId, sourceVersionId: { in: [...versionIds] }, destroyedAt: null },
      }),
    /** What is left of a model whose source was erased: that it was. */
    destroy: (id: string, at: Date) =>
      t.fittedModel.update({
        where: { id, orgId },
        data: { blobKey: null, columns: [], summary: {}, destroyedAt: at },
      }),
  };
}
