import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

const REPOINT = `
  UPDATE task SET annotation_id = $3::uuid WHERE org_id = $1::uuid AND id = $2::uuid AND status = 'SUBMITTED'`;

const PROPOSALS = `
  SELECT id, proposal FROM review_return_now WHERE org_id = $1::uuid AND id = ANY ($2::uuid[])`;

/** Answers that went back to their authors. */
export function createReviewReturnRepository({ t, statements, orgId }: RepositoryContext) {
  /** What was proposed, as it is read now. */
  const withProposals = async <R extends { id: string; proposal: Prisma.JsonValue }>(
    found: R[],
  ): Promise<R[]> => {
    const ids = found.flatMap((row) => (row.proposal === null ? [] : [row.id]));
    if (ids.length === 0) return found;
    const { rows } = await statements.run<{ id: string; proposal: Prisma.JsonValue }>(
      'review_proposals',
      PROPOSALS,
      [orgId, ids],
    );
    const now = new Map(rows.map(({ id, proposal }) => [id, proposal]));
    return found.map((row) => ({ ...row, proposal: now.get(row.id) ?? row.proposal }));
  };
  return {
    add: (row: Omit<Prisma.ReviewReturnUncheckedCreateInput, 'orgId' | 'createdAt'>) =>
      t.reviewReturn.create({ data: { ...row, orgId } }),
    get: async (id: string) => {
      const row = await t.reviewReturn.findUnique({ where: { id, orgId }, include: { reviewItem: true } });
      return row === null ? null : ((await withProposals([row]))[0] ?? null);
    },
    ofItem: async (itemId: string) =>
      withProposals(await t.reviewReturn.findMany({ where: { orgId, itemId }, orderBy: { id: 'asc' } })),
    /** What is or was with an author in a project, newest first. */
    ofAuthor: (projectId: string, authorId: string, waiting: boolean, before: string | null, limit: number) =>
      t.reviewReturn.findMany({
        where: {
          orgId,
          authorId,
          reviewItem: { orgId, projectId },
          status: waiting ? 'WAITING' : { not: 'WAITING' },
          ...(before === null ? {} : { id: { lt: before } }),
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
        include: { reviewItem: { include: { batch: { select: { number: true, name: true } } } } },
      }),
    waiting: (projectId: string, authorId: string) =>
      t.reviewReturn.count({
        where: { orgId, authorId, status: 'WAITING', reviewItem: { orgId, projectId } },
      }),
    /** Ends one that waits; false when it does not wait any more. */
    end: async (
      id: string,
      how: { status: string; reply: string; newAnnotationId: string | null; endedAt: Date },
    ): Promise<boolean> => {
      const { count } = await t.reviewReturn.updateMany({
        where: { id, orgId, status: 'WAITING' },
        data: how,
      });
      return count === 1;
    },
    /** Takes back what no author has answered. */
    withdraw: (itemId: string, endedAt: Date) =>
      t.reviewReturn.updateMany({
        where: { orgId, itemId, status: 'WAITING' },
        data: { status: 'WITHDRAWN', endedAt },
      }),
    /** The turn's answer is another one from now on. */
    repoint: async (taskId: string, annotationId: string): Promise<void> => {
      await statements.run('review_repoint', REPOINT, [orgId, taskId, annotationId]);
    },
  };
}
