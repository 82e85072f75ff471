import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type NewImageImport = Pick<
  Prisma.ImageImportCreateManyInput,
  'id' | 'projectId' | 'name' | 'about' | 'createdBy'
>;

export type NewImageFile = { fileName: string; bytes: bigint; parts: string[] };

export type NewImageItem = {
  file: number;
  index: number;
  path: string;
  bytes: number;
  outcome: 'taken' | 'twice' | 'manifest' | 'refused';
  code: string | null;
  message: string | null;
  next: string | null;
  imageId: string | null;
};

export type ImageItemRow = NewImageItem;
/** A place in the list of items: the upload, and the file in it. */
export type ImageItemPlace = { file: number; index: number };

export type ImageCounts = { taken: number; twice: number; refused: number; bytes: number };
const NO_COUNTS: ImageCounts = { taken: 0, twice: 0, refused: 0, bytes: 0 };

const ADD_ITEMS = `
  INSERT INTO image_item (org_id, import_id, file, index, path, bytes, outcome, code, message, next, image_id)
  SELECT $1::uuid, $2::uuid, r.file, r.index, r.path, r.bytes, r.outcome, r.code, r.message, r.next, r.image_id
  FROM unnest($3::int[], $4::int[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::uuid[])
    AS r (file, index, path, bytes, outcome, code, message, next, image_id)`;

const COUNTS = `
  SELECT import_id AS id,
    (count(*) FILTER (WHERE outcome = 'taken'))::int AS taken,
    (count(*) FILTER (WHERE outcome = 'twice'))::int AS twice,
    (count(*) FILTER (WHERE outcome = 'refused'))::int AS refused,
    coalesce(sum(bytes), 0)::float8 AS bytes
  FROM image_item WHERE org_id = $1::uuid AND import_id = ANY ($2::uuid[]) GROUP BY import_id`;

const ITEMS = `
  SELECT file, index, path, bytes::float8 AS bytes, outcome, code, message, next, image_id AS "imageId"
  FROM image_item
  WHERE org_id = $1::uuid AND import_id = $2::uuid
    AND ($3::text IS NULL OR outcome = $3)
    AND ($4::text IS NULL OR strpos(lower(path), lower($4)) > 0)
    AND (file, index) > ($5::int, $6::int)
  ORDER BY file, index LIMIT $7::int`;

const REACHED = `
  SELECT max(index) AS reached FROM image_item WHERE org_id = $1::uuid AND import_id = $2::uuid AND file = $3::int`;

/** Imports of pictures: what was brought, and what became of every file in it. */
export function createImageImportRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    create: async (row: NewImageImport, files: readonly NewImageFile[]) => {
      // The project's row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM project WHERE id = ${row.projectId}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
      const last = await t.imageImport.aggregate({
        where: { orgId, projectId: row.projectId },
        _max: { number: true },
      });
      const made = await t.imageImport.create({
        data: { ...row, orgId, number: (last._max.number ?? 0) + 1, status: 'READING' },
      });
      await t.imageImportFile.createMany({
        data: files.map((file, index) => ({ ...file, orgId, importId: row.id, index })),
      });
      return made;
    },
    get: (id: string) => t.imageImport.findUnique({ where: { id, orgId } }),
    /** Holds the import, and with its project whatever else is taken or withdrawn there, until the transaction ends. */
    lock: async (id: string) => {
      await t.$queryRaw`
        SELECT 1 FROM project p JOIN image_import i ON i.org_id = p.org_id AND i.project_id = p.id
        WHERE i.org_id = ${orgId}::uuid AND i.id = ${id}::uuid FOR NO KEY UPDATE`;
      return t.imageImport.findUnique({ where: { id, orgId } });
    },
    /** Moves an import from one of `from`; false when it is elsewhere by now. */
    move: async (
      id: string,
      from: readonly string[],
      to: string,
      change: Prisma.ImageImportUpdateManyMutationInput = {},
    ): Promise<boolean> => {
      const { count } = await t.imageImport.updateMany({
        where: { id, orgId, status: { in: [...from] } },
        data: { ...change, status: to, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** The newest first; `before` is the number of the last one that was seen. */
    list: (projectId: string, limit: number, before: number | null) =>
      t.imageImport.findMany({
        where: { orgId, projectId, ...(before === null ? {} : { number: { lt: before } }) },
        orderBy: { number: 'desc' },
        take: limit + 1,
      }),
    files: (importId: string) =>
      t.imageImportFile.findMany({ where: { orgId, importId }, orderBy: { index: 'asc' } }),
    /** Says how many items were found in an upload, once it is read to its end. */
    setItems: (importId: string, index: number, items: number) =>
      t.imageImportFile.updateMany({ where: { orgId, importId, index }, data: { items } }),
    counts: async (ids: readonly string[]): Promise<Map<string, ImageCounts>> => {
      const { rows } = await statements.run<ImageCounts & { id: string }>('image_counts', COUNTS, [
        orgId,
        ids,
      ]);
      return new Map(ids.map((id) => [id, rows.find((row) => row.id === id) ?? NO_COUNTS]));
    },
    /** The last place of an upload that an item was kept of; null of one that was not begun. */
    reached: async (importId: string, file: number): Promise<number | null> => {
      const { rows } = await statements.run<{ reached: number | null }>('image_reached', REACHED, [
        orgId,
        importId,
        file,
      ]);
      return rows[0]?.reached ?? null;
    },
    addItems: async (importId: string, items: readonly NewImageItem[]): Promise<void> => {
      const each = <K extends keyof NewImageItem>(name: K) => items.map((item) => item[name]);
      await statements.run('image_add_items', ADD_ITEMS, [
        orgId,
        importId,
        each('file'),
        each('index'),
        each('path'),
        each('bytes'),
        each('outcome'),
        each('code'),
        each('message'),
        each('next'),
        each('imageId'),
      ]);
    },
    /** In the order of the files, after a place. */
    items: async (
      importId: string,
      filter: { outcome?: string | undefined; search?: string | undefined },
      after: ImageItemPlace | null,
      limit: number,
    ): Promise<ImageItemRow[]> =>
      (
        await statements.run<ImageItemRow>('image_items', ITEMS, [
          orgId,
          importId,
          filter.outcome ?? null,
          filter.search ?? null,
          after?.file ?? -1,
          after?.index ?? -1,
          limit + 1,
        ])
      ).rows,
  };
}
