import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type ImageFeatures = { colours: number[]; gradients: number[]; frequencies: number[] };

export type ImageSideFilter = { origin: string | null; importId: string | null; runId: string | null };

/** A picture of a side with what it is compared by; null where that was never measured. */
export type FeaturedImage = { id: string; sha256: string; originalKey: string; path: string } & {
  [K in keyof ImageFeatures]: number[] | null;
};

/** Pictures of a side: parameters 1 to 5. */
const SIDE = `
  FROM image m JOIN image_import i ON i.org_id = m.org_id AND i.id = m.import_id
  WHERE m.org_id = $1::uuid AND m.project_id = $2::uuid AND ($3::text IS NULL OR i.about ->> 'origin' = $3)
    AND ($4::uuid IS NULL OR EXISTS (SELECT 1 FROM image_item t WHERE t.org_id = m.org_id
      AND t.image_id = m.id AND t.import_id = $4::uuid))
    AND ($5::uuid IS NULL OR EXISTS (SELECT 1 FROM run_image h WHERE h.org_id = m.org_id
      AND h.run_id = $5::uuid AND h.image_id = m.id))`;

const COUNT = `SELECT count(*)::int AS n ${SIDE}`;

/** As many as are asked for, the same ones each time: which they are is decided by their content. */
const DRAWN = `
  SELECT d.*, f.colours, f.gradients, f.frequencies
  FROM (SELECT m.id, m.sha256, m.original_key AS "originalKey", m.path ${SIDE} ORDER BY md5(m.sha256), m.id LIMIT $6::int) d
  LEFT JOIN image_feature f ON f.org_id = $1::uuid AND f.image_id = d.id
  ORDER BY d.id`;

/** As many of some pictures, drawn in the same way. */
const DRAWN_OF = `
  SELECT d.*, f.colours, f.gradients, f.frequencies
  FROM (SELECT m.id, m.sha256, m.original_key AS "originalKey", m.path FROM image m
        WHERE m.org_id = $1::uuid AND m.project_id = $2::uuid AND m.id = ANY ($3::uuid[])
        ORDER BY md5(m.sha256), m.id LIMIT $4::int) d
  LEFT JOIN image_feature f ON f.org_id = $1::uuid AND f.image_id = d.id
  ORDER BY d.id`;

/** Sets of pictures, what they are compared by, and how far they are apart. */
export function createImageSetRepository({ t, statements, orgId }: RepositoryContext) {
  const valuesOf = (projectId: string, { origin, importId, runId }: ImageSideFilter) => [
    orgId,
    projectId,
    origin,
    importId,
    runId,
  ];
  return {
    addFeatures: async (images: readonly ({ id: string } & ImageFeatures)[]): Promise<void> => {
      await t.imageFeature.createMany({
        data: images.map(({ id, ...features }) => ({ orgId, imageId: id, ...features })),
        skipDuplicates: true,
      });
    },
    count: async (projectId: string, side: ImageSideFilter): Promise<number> => {
      const { rows } = await statements.run<{ n: number }>(
        'image_side_count',
        COUNT,
        valuesOf(projectId, side),
      );
      return rows[0]?.n ?? 0;
    },
    drawn: async (projectId: string, side: ImageSideFilter, most: number): Promise<FeaturedImage[]> =>
      (await statements.run<FeaturedImage>('image_side_drawn', DRAWN, [...valuesOf(projectId, side), most]))
        .rows,
    drawnOf: async (projectId: string, ids: readonly string[], most: number): Promise<FeaturedImage[]> =>
      (await statements.run<FeaturedImage>('image_drawn_of', DRAWN_OF, [orgId, projectId, ids, most])).rows,
    create: (row: {
      id: string;
      projectId: string;
      real: Prisma.InputJsonValue;
      made: Prisma.InputJsonValue;
      createdBy: string;
    }) => t.imageComparison.create({ data: { ...row, orgId } }),
    comparison: (id: string) => t.imageComparison.findUnique({ where: { id, orgId } }),
    comparisons: (projectId: string, limit: number, before: string | null) =>
      t.imageComparison.findMany({
        where: { orgId, projectId, ...(before === null ? {} : { id: { lt: before } }) },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    /** Keeps what was computed; false when another attempt did. */
    finish: async (id: string, document: Prisma.InputJsonValue, finishedAt: Date): Promise<boolean> => {
      const { count } = await t.imageComparison.updateMany({
        where: { id, orgId, finishedAt: null },
        data: { document, finishedAt },
      });
      return count === 1;
    },
  };
}
