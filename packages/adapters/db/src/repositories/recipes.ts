import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** Recipes and their versions. */
export function createRecipeRepository({ t, orgId }: RepositoryContext) {
  const newest = { versions: { orderBy: { number: 'desc' as const }, take: 1 } };
  return {
    create: (row: { id: string; projectId: string; name: string; description: string; createdBy: string }) =>
      t.recipe.create({ data: { ...row, orgId } }),
    get: (id: string) => t.recipe.findUnique({ where: { id, orgId, deletedAt: null } }),
    /** Also when it is in the trash. */
    getAny: (id: string) => t.recipe.findUnique({ where: { id, orgId } }),
    list: (
      projectId: string,
      options: { search: string; trashed: boolean; limit: number; before: string | null },
    ) =>
      t.recipe.findMany({
        where: {
          orgId,
          projectId,
          deletedAt: options.trashed ? { not: null } : null,
          ...(options.search === ''
            ? {}
            : { name: { contains: options.search, mode: 'insensitive' as const } }),
          ...(options.before === null ? {} : { id: { lt: options.before } }),
        },
        orderBy: { id: 'desc' },
        take: options.limit + 1,
        include: newest,
      }),
    /** False when the revision is stale. */
    update: async (
      id: string,
      revision: number,
      change: Prisma.RecipeUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await t.recipe.updateMany({
        where: { id, orgId, revision, deletedAt: null },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    trash: async (id: string, by: string | null, at: Date): Promise<boolean> => {
      const { count } = await t.recipe.updateMany({
        where: { id, orgId, deletedAt: null },
        data: { deletedAt: at, deletedBy: by, revision: { increment: 1 } },
      });
      return count === 1;
    },
    restore: async (id: string): Promise<boolean> => {
      const { count } = await t.recipe.updateMany({
        where: { id, orgId, deletedAt: { not: null } },
        data: { deletedAt: null, deletedBy: null, revision: { increment: 1 } },
      });
      return count === 1;
    },
    addVersion: async (row: {
      id: string;
      recipeId: string;
      document: Prisma.InputJsonValue;
      sourceId: string | null;
      note: string;
      createdBy: string;
    }) => {
      // The recipe's row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM recipe WHERE id = ${row.recipeId}::uuid AND org_id = ${orgId}::uuid FOR UPDATE`;
      const last = await t.recipeVersion.aggregate({
        where: { orgId, recipeId: row.recipeId },
        _max: { number: true },
      });
      return t.recipeVersion.create({ data: { ...row, orgId, number: (last._max.number ?? 0) + 1 } });
    },
    version: (id: string) => t.recipeVersion.findUnique({ where: { id, orgId } }),
    versions: (recipeId: string) =>
      t.recipeVersion.findMany({ where: { orgId, recipeId }, orderBy: { number: 'desc' }, take: 500 }),
    newest: (recipeId: string) =>
      t.recipeVersion.findFirst({ where: { orgId, recipeId }, orderBy: { number: 'desc' } }),
    /** Names and numbers of versions, for showing what runs were made by. */
    versionNames: async (ids: readonly string[]) => {
      const rows = await t.recipeVersion.findMany({
        where: { orgId, id: { in: [...new Set(ids)] } },
        select: { id: true, number: true, recipe: { select: { id: true, name: true } } },
      });
      return new Map(rows.map((row) => [row.id, { number: row.number, ...row.recipe }]));
    },
  };
}
