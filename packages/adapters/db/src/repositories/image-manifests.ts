import type { RepositoryContext } from './context.ts';

/** A line of a manifest as it was read: what it says, or why it says nothing. */
export type NewManifestLine = {
  file: number;
  index: number;
  line: number;
  path: string;
  code: string | null;
  message: string | null;
  next: string | null;
  /** A document, as text. */
  made: string | null;
};

export type RefusedManifestLine = Omit<NewManifestLine, 'made'>;

/** Why a line that was read is said of no picture. */
export type ManifestReason = { code: string; message: string; next: string };

const ADD = `
  INSERT INTO image_manifest_line (org_id, import_id, file, index, line, path, outcome, code, message, next, made)
  SELECT $1::uuid, $2::uuid, r.file, r.index, r.line, r.path, CASE WHEN r.code IS NULL THEN 'read' ELSE 'refused' END,
         r.code, r.message, r.next, r.made
  FROM unnest($3::int[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::jsonb[])
    AS r (file, index, line, path, code, message, next, made)`;

const READ = `l.org_id = $1::uuid AND l.import_id = $2::uuid AND l.outcome = 'read'`;
const REFUSE = `outcome = 'refused', code = $3, message = $4, next = $5, made = NULL`;

/** Of several lines about one picture the first counts. */
const REFUSE_REPEATED = `
  UPDATE image_manifest_line l SET ${REFUSE}
  FROM (SELECT file, index, line, row_number() OVER (PARTITION BY path ORDER BY file, index, line) AS place
        FROM image_manifest_line l WHERE ${READ}) AS r
  WHERE ${READ} AND r.place > 1 AND l.file = r.file AND l.index = r.index AND l.line = r.line`;

const REFUSE_UNKNOWN = `
  UPDATE image_manifest_line l SET ${REFUSE}
  WHERE ${READ} AND NOT EXISTS (SELECT 1 FROM image_item i
    WHERE i.org_id = l.org_id AND i.import_id = l.import_id AND i.path = l.path AND i.image_id IS NOT NULL)`;

/** Pictures of which nothing was said before, each by the first line that names it. */
const SAY = `
  WITH said AS (
    SELECT DISTINCT ON (i.image_id) i.image_id, l.file, l.index, l.line, l.made
    FROM image_manifest_line l
    JOIN image_item i ON i.org_id = l.org_id AND i.import_id = l.import_id AND i.path = l.path
    JOIN image m ON m.org_id = i.org_id AND m.id = i.image_id
    WHERE ${READ} AND m.made IS NULL
    ORDER BY i.image_id, l.file, l.index, l.line),
  kept AS (
    UPDATE image SET made = s.made FROM said s WHERE image.org_id = $1::uuid AND image.id = s.image_id RETURNING image.id)
  UPDATE image_manifest_line l SET outcome = 'taken', made = NULL
  FROM said s WHERE ${READ} AND l.file = s.file AND l.index = s.index AND l.line = s.line`;

const REFUSE_REST = `UPDATE image_manifest_line l SET ${REFUSE} WHERE ${READ}`;

const COUNTS = `
  SELECT count(*)::int AS lines, (count(*) FILTER (WHERE outcome = 'taken'))::int AS taken,
         (count(*) FILTER (WHERE outcome = 'refused'))::int AS refused
  FROM image_manifest_line WHERE org_id = $1::uuid AND import_id = $2::uuid`;

const REFUSED = `
  SELECT file, index, line, path, code, message, next FROM image_manifest_line
  WHERE org_id = $1::uuid AND import_id = $2::uuid AND outcome = 'refused'
    AND (file, index, line) > ($3::int, $4::int, $5::int)
  ORDER BY file, index, line LIMIT $6::int`;

/** Lines of manifests in imports of pictures, and what became of each. */
export function createImageManifestRepository({ statements, orgId }: RepositoryContext) {
  return {
    add: async (importId: string, lines: readonly NewManifestLine[]): Promise<void> => {
      const each = <K extends keyof NewManifestLine>(name: K) => lines.map((line) => line[name]);
      await statements.run('image_manifest_add', ADD, [
        orgId,
        importId,
        each('file'),
        each('index'),
        each('line'),
        each('path'),
        each('code'),
        each('message'),
        each('next'),
        each('made'),
      ]);
    },
    /** Says of each picture what its line does, once all files of the import are known. */
    settle: async (
      importId: string,
      why: { repeated: ManifestReason; unknown: ManifestReason; saidBefore: ManifestReason },
    ): Promise<void> => {
      const of = ({ code, message, next }: ManifestReason) => [orgId, importId, code, message, next];
      await statements.run('image_manifest_repeated', REFUSE_REPEATED, of(why.repeated));
      await statements.run('image_manifest_unknown', REFUSE_UNKNOWN, of(why.unknown));
      await statements.run('image_manifest_say', SAY, [orgId, importId]);
      await statements.run('image_manifest_rest', REFUSE_REST, of(why.saidBefore));
    },
    counts: async (importId: string): Promise<{ lines: number; taken: number; refused: number }> => {
      const { rows } = await statements.run<{ lines: number; taken: number; refused: number }>(
        'image_manifest_counts',
        COUNTS,
        [orgId, importId],
      );
      return rows[0] ?? { lines: 0, taken: 0, refused: 0 };
    },
    refused: async (
      importId: string,
      after: { file: number; index: number; line: number },
      limit: number,
    ): Promise<RefusedManifestLine[]> =>
      (
        await statements.run<RefusedManifestLine>('image_manifest_refused', REFUSED, [
          orgId,
          importId,
          after.file,
          after.index,
          after.line,
          limit + 1,
        ])
      ).rows,
  };
}
