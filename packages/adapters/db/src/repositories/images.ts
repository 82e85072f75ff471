import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type NewImage = {
  id: string;
  sha256: string;
  path: string;
  format: string;
  bytes: number;
  width: number;
  height: number;
  facts: string;
  /** As a signed number of 64 bits. */
  perceptualHash: bigint;
  originalKey: string;
  thumbnailKey: string;
  previewKey: string;
  pyramidKey: string | null;
  pyramid: string | null;
};

export type ListedImage = {
  id: string;
  importId: string;
  path: string;
  format: string;
  bytes: number;
  width: number;
  height: number;
  marks: string[];
  alike: string | null;
  /** What the list is ordered by, as text: with the id it is the place behind which the next page begins. */
  place: string;
};

export type ImageFilter = {
  importId?: string | undefined;
  search?: string | undefined;
  mark?: string | undefined;
  format?: string | undefined;
  /** All that look like one another: the id that they share. */
  alike?: string | undefined;
};

const measure = (name: string) => `coalesce((facts -> 'measures' ->> '${name}')::float8, 'NaN'::float8)`;

export type CollectedImage = {
  id: string;
  sha256: string;
  /** As a signed number of 64 bits. */
  hash: string;
  path: string;
  width: number;
  height: number;
  format: string;
  marks: string[];
  importId: string;
  importNumber: number;
  importName: string;
  generator: string;
  licence: string;
  /** As a manifest said of it; null where none did. */
  made: Prisma.JsonValue;
};

export type ImageOfRun = {
  row: number;
  /** From 0; 0 of a single picture. */
  frame: number;
  id: string;
  sha256: string;
  /** As a signed number of 64 bits. */
  hash: string;
  marks: string[];
  alike: string | null;
  importId: string;
  /** As a manifest said of it; null where none did. */
  made: Prisma.JsonValue;
};

/** A picture in a row of a run. */
export type HeldImage = {
  row: number;
  /** From 0. */
  frame: number;
  /** Of a frame of a sequence; null of a single picture. */
  path: string | null;
  imageId: string;
};

export type FrameImage = { id: string; path: string; width: number; height: number };

/** The picture before a person. */
export type TaskImage = {
  taskId: string;
  id: string;
  path: string;
  width: number;
  height: number;
  pyramid: Prisma.JsonValue;
  thumbnailKey: string;
  previewKey: string;
  pyramidKey: string | null;
};

/** What each order sorts by: an expression, its type, and its direction. Texts of the program, never of a caller. */
const orders = {
  newest: { by: 'id', type: 'uuid', down: true },
  path: { by: 'path', type: 'text', down: false },
  blurred: { by: measure('laplacianVariance'), type: 'float8', down: false },
  dark: { by: measure('brightness'), type: 'float8', down: false },
  bright: { by: `-${measure('brightness')}`, type: 'float8', down: false },
  flat: { by: measure('contrast'), type: 'float8', down: false },
  noisy: { by: `-${measure('noise')}`, type: 'float8', down: false },
  smallest: { by: '(width::float8 * height)', type: 'float8', down: false },
} as const satisfies Record<string, { by: string; type: string; down: boolean }>;

export type ImageListOrder = keyof typeof orders;

/** What of a project a list holds: parameters 1 to 7. */
const FILTERED = `
  org_id = $1::uuid AND project_id = $2::uuid
  AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM image_item i WHERE i.org_id = image.org_id
    AND i.image_id = image.id AND i.import_id = $3::uuid))
  AND ($4::text IS NULL OR strpos(lower(path), lower($4)) > 0 OR strpos(lower(concat_ws(chr(10), made ->> 'prompt',
    made ->> 'seed', made ->> 'generator', made ->> 'model', made ->> 'licence', made ->> 'labels')), lower($4)) > 0)
  AND ($5::text IS NULL OR $5 = ANY (marks))
  AND ($6::text IS NULL OR format = $6)
  AND ($7::uuid IS NULL OR alike = $7)`;

function listOf(order: ImageListOrder): string {
  const { by, type, down } = orders[order];
  const direction = down ? 'DESC' : 'ASC';
  return `
    SELECT id, import_id AS "importId", path, format, bytes::float8 AS bytes, width, height, marks, alike,
           (${by})::text AS place
    FROM image
    WHERE ${FILTERED} AND ($8::text IS NULL OR (${by}, id) ${down ? '<' : '>'} ($8::text::${type}, $9::uuid))
    ORDER BY ${by} ${direction}, id ${direction} LIMIT $10::int`;
}

/** What stands before and after a picture in a list; it need not be in it itself. */
function besideOf(order: ImageListOrder): string {
  const { by, down } = orders[order];
  const next = (forward: boolean) => {
    const rising = forward !== down;
    const direction = rising ? 'ASC' : 'DESC';
    return `(SELECT id FROM image WHERE ${FILTERED} AND (${by}, id) ${rising ? '>' : '<'} (SELECT place, id FROM here)
             ORDER BY ${by} ${direction}, id ${direction} LIMIT 1)`;
  };
  return `
    WITH here AS (SELECT ${by} AS place, id FROM image WHERE org_id = $1::uuid AND id = $8::uuid)
    SELECT ${next(false)} AS before, ${next(true)} AS after`;
}

const valuesOf = (filter: ImageFilter) => [
  filter.importId ?? null,
  filter.search ?? null,
  filter.mark ?? null,
  filter.format ?? null,
  filter.alike ?? null,
];

const COUNT = `
  SELECT count(*)::int AS images, (count(*) FILTER (WHERE cardinality(marks) > 0))::int AS marked,
         coalesce(sum(bytes), 0)::float8 AS bytes
  FROM image WHERE org_id = $1::uuid AND project_id = $2::uuid`;

const ADD = `
  INSERT INTO image (id, org_id, project_id, import_id, sha256, path, format, bytes, width, height, facts,
                     perceptual_hash, marks, original_key, thumbnail_key, preview_key, pyramid_key, pyramid)
  SELECT r.id, $1::uuid, $2::uuid, $3::uuid, r.sha256, r.path, r.format, r.bytes, r.width, r.height, r.facts,
         r.hash, '{}', r.original, r.thumbnail, r.preview, r.pyramid_key, r.pyramid
  FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::int[], $10::int[], $11::jsonb[],
              $12::bigint[], $13::text[], $14::text[], $15::text[], $16::text[], $17::jsonb[])
    AS r (id, sha256, path, format, bytes, width, height, facts, hash, original, thumbnail, preview, pyramid_key, pyramid)
  ON CONFLICT (org_id, project_id, sha256) DO NOTHING
  RETURNING id`;

const KNOWN = `
  SELECT sha256, id FROM image WHERE org_id = $1::uuid AND project_id = $2::uuid AND sha256 = ANY ($3::text[])`;

const HASHES = `
  SELECT id, perceptual_hash::text AS hash, alike FROM image WHERE org_id = $1::uuid AND project_id = $2::uuid ORDER BY id`;

const SET_ALIKE = `
  UPDATE image SET alike = r.alike,
    marks = CASE WHEN r.alike IS NULL THEN array_remove(marks, 'alike')
                 WHEN 'alike' = ANY (marks) THEN marks ELSE array_append(marks, 'alike') END
  FROM unnest($2::uuid[], $3::uuid[]) AS r (id, alike)
  WHERE image.org_id = $1::uuid AND image.id = r.id`;

const SET_MARKS = `
  UPDATE image SET marks = r.marks || CASE WHEN 'alike' = ANY (image.marks) THEN ARRAY['alike'] ELSE ARRAY[]::text[] END
  FROM (SELECT id, string_to_array(nullif(marks, ''), ',') AS marks FROM unnest($2::uuid[], $3::text[]) AS u (id, marks)) AS r
  WHERE image.org_id = $1::uuid AND image.id = r.id`;

const MEASURED = `
  SELECT id, width, height, facts FROM image WHERE org_id = $1::uuid AND import_id = $2::uuid ORDER BY id`;

const PICTURES_OF = `
  SELECT id FROM image WHERE org_id = $1::uuid AND import_id = $2::uuid`;

/** Pictures of one origin that a list holds, by path: parameters 8 and on are the origin and the place behind. */
const COLLECT = `
  SELECT image.id, image.sha256, image.perceptual_hash::text AS hash, image.path, image.width, image.height, image.format, image.marks,
         i.id AS "importId", i.number AS "importNumber", i.name AS "importName",
         coalesce(nullif(image.made ->> 'generator', ''), i.about ->> 'generator') AS generator,
         coalesce(nullif(image.made ->> 'licence', ''), i.about ->> 'licence') AS licence, image.made
  FROM (SELECT * FROM image WHERE ${FILTERED} AND ($9::text IS NULL OR (path, id) > ($9::text, $10::uuid))) AS image
  JOIN image_import i ON i.org_id = image.org_id AND i.id = image.import_id
  WHERE i.about ->> 'origin' = $8::text
  ORDER BY image.path, image.id LIMIT $11::int`;

const ORIGINS = `
  SELECT i.about ->> 'origin' AS origin, count(*)::int AS images
  FROM (SELECT * FROM image WHERE ${FILTERED}) AS image
  JOIN image_import i ON i.org_id = image.org_id AND i.id = image.import_id
  GROUP BY 1 ORDER BY 2 DESC, 1`;

/** Runs that hold pictures which would go with an import, and how many. */
const HOLDERS = `
  SELECT r.number, r.name, count(*)::int AS images
  FROM image m JOIN run_image h ON h.org_id = m.org_id AND h.image_id = m.id
  JOIN run r ON r.org_id = h.org_id AND r.id = h.run_id
  WHERE m.org_id = $1::uuid AND m.import_id = $2::uuid AND NOT EXISTS (
    SELECT 1 FROM image_item i JOIN image_import o ON o.org_id = i.org_id AND o.id = i.import_id
    WHERE i.org_id = m.org_id AND i.image_id = m.id AND i.import_id <> $2::uuid AND o.status <> 'WITHDRAWN')
  GROUP BY r.id, r.number, r.name ORDER BY r.number LIMIT 20`;

const HOLD = `
  INSERT INTO run_image (org_id, run_id, row, frame, path, image_id)
  SELECT $1::uuid, $2::uuid, u.row, u.frame, u.path, u.id
  FROM unnest($3::bigint[], $4::int[], $5::text[], $6::uuid[]) AS u (row, frame, path, id)`;

/** Pictures of the rows of a run, behind a frame of a row. */
const OF_RUN = `
  SELECT h.row::float8 AS row, h.frame, m.id, m.sha256, m.perceptual_hash::text AS hash, m.marks, m.alike,
         m.import_id AS "importId", m.made
  FROM run_image h JOIN image m ON m.org_id = h.org_id AND m.id = h.image_id
  WHERE h.org_id = $1::uuid AND h.run_id = $2::uuid AND (h.row, h.frame) > ($3::bigint, $4::int)
  ORDER BY h.row, h.frame LIMIT $5::int`;

/** How many pictures of the world a project has, and the hashes of those that look like another picture. */
const REAL = `
  SELECT count(*)::int AS images,
         coalesce(array_agg(m.perceptual_hash::text) FILTER (WHERE m.alike IS NOT NULL), '{}') AS hashes
  FROM image m JOIN image_import i ON i.org_id = m.org_id AND i.id = m.import_id
  WHERE m.org_id = $1::uuid AND m.project_id = $2::uuid AND i.about ->> 'origin' = 'real'`;

/** The frames of a row of a run, in their order. */
const FRAMES = `
  SELECT h.image_id AS id, h.path, m.width, m.height
  FROM run_image h JOIN image m ON m.org_id = h.org_id AND m.id = h.image_id
  WHERE h.org_id = $1::uuid AND h.run_id = $2::uuid AND h.row = $3::bigint AND h.path IS NOT NULL ORDER BY h.frame`;

/** How many frames each of some tasks has; 0 of those that are no sequences. */
const FRAME_COUNTS = `
  SELECT t.id AS "taskId", count(h.path)::int AS frames
  FROM task t JOIN batch b ON b.org_id = t.org_id AND b.id = t.batch_id
  LEFT JOIN control_item c ON c.org_id = t.org_id AND c.batch_id = t.batch_id AND c.item = t.item
  JOIN run_image h ON h.org_id = t.org_id AND h.run_id = coalesce(c.run_id, b.run_id) AND h.row = coalesce(c.row, t.row)
  WHERE t.org_id = $1::uuid AND t.id = ANY ($2::uuid[]) AND t.person_id = $3::uuid GROUP BY t.id`;

/** The picture, or a frame, of each of some tasks: of a control task that of the row that it was made of. */
const OF_TASKS = `
  SELECT t.id AS "taskId", m.id, m.path, m.width, m.height, m.pyramid, m.thumbnail_key AS "thumbnailKey",
         m.preview_key AS "previewKey", m.pyramid_key AS "pyramidKey"
  FROM task t JOIN batch b ON b.org_id = t.org_id AND b.id = t.batch_id
  LEFT JOIN control_item c ON c.org_id = t.org_id AND c.batch_id = t.batch_id AND c.item = t.item
  JOIN run_image h ON h.org_id = t.org_id AND h.run_id = coalesce(c.run_id, b.run_id) AND h.row = coalesce(c.row, t.row)
    AND h.frame = $4::int
  JOIN image m ON m.org_id = h.org_id AND m.id = h.image_id
  WHERE t.org_id = $1::uuid AND t.id = ANY ($2::uuid[]) AND t.person_id = $3::uuid AND b.status <> 'CANCELLED'`;

/** Gives pictures that another import brought too to the first of those, that is not withdrawn. */
const HAND_OVER = `
  UPDATE image SET import_id = heir.import_id, path = heir.path
  FROM (SELECT DISTINCT ON (i.image_id) i.image_id, i.import_id, i.path
        FROM image_item i JOIN image m ON m.org_id = i.org_id AND m.id = i.image_id
        JOIN image_import o ON o.org_id = i.org_id AND o.id = i.import_id
        WHERE i.org_id = $1::uuid AND m.import_id = $2::uuid AND i.import_id <> $2::uuid AND o.status <> 'WITHDRAWN'
        ORDER BY i.image_id, o.number) AS heir
  WHERE image.org_id = $1::uuid AND image.id = heir.image_id`;

/** What only a manifest of this import said of pictures is said no more, also of those that another brought too. */
const UNSAY = `
  UPDATE image SET made = NULL
  FROM image_manifest_line l JOIN image_item i ON i.org_id = l.org_id AND i.import_id = l.import_id AND i.path = l.path
  WHERE l.org_id = $1::uuid AND l.import_id = $2::uuid AND l.outcome = 'taken'
    AND image.org_id = l.org_id AND image.id = i.image_id AND NOT EXISTS (
      SELECT 1 FROM image_item j JOIN image_manifest_line o ON o.org_id = j.org_id AND o.import_id = j.import_id
        AND o.path = j.path AND o.outcome = 'taken'
      WHERE j.org_id = image.org_id AND j.image_id = image.id AND j.import_id <> $2::uuid)`;

const FORGET_ITEMS = `UPDATE image_item SET image_id = NULL WHERE org_id = $1::uuid AND image_id = ANY ($2::uuid[])`;
const LEAVE_ITEMS = `UPDATE image_item SET image_id = NULL WHERE org_id = $1::uuid AND import_id = $2::uuid`;
const REMOVE = `DELETE FROM image WHERE org_id = $1::uuid AND id = ANY ($2::uuid[])`;
const RELEASE = `
  DELETE FROM blob_ref WHERE org_id = $1::uuid AND owner_type = 'image' AND owner_id = ANY ($2::uuid[])`;

/** A picture that is left alone by those that it was like is like none. */
const LEAVE_ALONE = `
  UPDATE image SET alike = NULL, marks = array_remove(marks, 'alike')
  WHERE org_id = $1::uuid AND project_id = (SELECT project_id FROM image_import WHERE org_id = $1::uuid AND id = $2::uuid)
    AND alike IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM image o WHERE o.org_id = image.org_id AND o.project_id = image.project_id
        AND o.alike = image.alike AND o.id <> image.id)`;

/** Pictures of a project, each content once. */
export function createImageRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    get: (id: string) => t.image.findUnique({ where: { id, orgId } }),
    count: async (projectId: string): Promise<{ images: number; marked: number; bytes: number }> => {
      const { rows } = await statements.run<{ images: number; marked: number; bytes: number }>(
        'image_count',
        COUNT,
        [orgId, projectId],
      );
      return rows[0] ?? { images: 0, marked: 0, bytes: 0 };
    },
    list: async (
      projectId: string,
      filter: ImageFilter,
      order: ImageListOrder,
      after: { place: string; id: string } | null,
      limit: number,
    ): Promise<ListedImage[]> =>
      (
        await statements.run<ListedImage>(`image_list_${order}`, listOf(order), [
          orgId,
          projectId,
          ...valuesOf(filter),
          after?.place ?? null,
          after?.id ?? null,
          limit + 1,
        ])
      ).rows,
    /** The pictures before and after one in a list. */
    beside: async (
      image: { id: string; projectId: string },
      filter: ImageFilter,
      order: ImageListOrder,
    ): Promise<{ before: string | null; after: string | null }> => {
      const { rows } = await statements.run<{ before: string | null; after: string | null }>(
        `image_beside_${order}`,
        besideOf(order),
        [orgId, image.projectId, ...valuesOf(filter), image.id],
      );
      return rows[0] ?? { before: null, after: null };
    },
    /** How many pictures a list holds. */
    matching: async (projectId: string, filter: ImageFilter): Promise<number> => {
      const { rows } = await statements.run<{ images: number }>(
        'image_matching',
        `SELECT count(*)::int AS images FROM image WHERE ${FILTERED}`,
        [orgId, projectId, ...valuesOf(filter)],
      );
      return rows[0]?.images ?? 0;
    },
    /** Which of these contents the project has: the picture of each. */
    known: async (projectId: string, sha256s: readonly string[]): Promise<Map<string, string>> => {
      const { rows } = await statements.run<{ sha256: string; id: string }>('image_known', KNOWN, [
        orgId,
        projectId,
        sha256s,
      ]);
      return new Map(rows.map((row) => [row.sha256, row.id]));
    },
    /** Adds pictures whose content is new to the project; answers with the ids of those that were. */
    add: async (projectId: string, importId: string, images: readonly NewImage[]): Promise<Set<string>> => {
      const each = <K extends keyof NewImage>(name: K) => images.map((image) => image[name]);
      const { rows } = await statements.run<{ id: string }>('image_add', ADD, [
        orgId,
        projectId,
        importId,
        each('id'),
        each('sha256'),
        each('path'),
        each('format'),
        each('bytes'),
        each('width'),
        each('height'),
        each('facts'),
        each('perceptualHash').map(String),
        each('originalKey'),
        each('thumbnailKey'),
        each('previewKey'),
        each('pyramidKey'),
        each('pyramid'),
      ]);
      return new Set(rows.map((row) => row.id));
    },
    /** The hash of every picture of a project, with what it is alike by now. */
    hashes: async (projectId: string) =>
      (
        await statements.run<{ id: string; hash: string; alike: string | null }>('image_hashes', HASHES, [
          orgId,
          projectId,
        ])
      ).rows.map((row) => ({ ...row, hash: BigInt(row.hash) })),
    setAlike: async (changes: readonly { id: string; alike: string | null }[]): Promise<void> => {
      await statements.run('image_set_alike', SET_ALIKE, [
        orgId,
        changes.map((each) => each.id),
        changes.map((each) => each.alike),
      ]);
    },
    /** Pictures that an import brought first, as they measure. */
    measured: async (importId: string) =>
      (
        await statements.run<{ id: string; width: number; height: number; facts: Prisma.JsonValue }>(
          'image_measured',
          MEASURED,
          [orgId, importId],
        )
      ).rows,
    setMarks: async (changes: readonly { id: string; marks: readonly string[] }[]): Promise<void> => {
      await statements.run('image_set_marks', SET_MARKS, [
        orgId,
        changes.map((each) => each.id),
        changes.map((each) => each.marks.join(',')),
      ]);
    },
    /** How many of the pictures that a list holds are of each origin. */
    origins: async (projectId: string, filter: ImageFilter): Promise<{ origin: string; images: number }[]> =>
      (
        await statements.run<{ origin: string; images: number }>('image_origins', ORIGINS, [
          orgId,
          projectId,
          ...valuesOf(filter),
        ])
      ).rows,
    /** Pictures of one origin that a list holds, by their paths, a part at a time. */
    collect: async (
      projectId: string,
      filter: ImageFilter,
      origin: string,
      after: { path: string; id: string } | null,
      limit: number,
    ): Promise<CollectedImage[]> =>
      (
        await statements.run<CollectedImage>('image_collect', COLLECT, [
          orgId,
          projectId,
          ...valuesOf(filter),
          origin,
          after?.path ?? null,
          after?.id ?? null,
          limit,
        ])
      ).rows,
    /** Rows of a run are these pictures, or have them as frames. */
    hold: async (runId: string, held: readonly HeldImage[]): Promise<void> => {
      await statements.run('image_hold', HOLD, [
        orgId,
        runId,
        held.map(({ row }) => row),
        held.map(({ frame }) => frame),
        held.map(({ path }) => path),
        held.map(({ imageId }) => imageId),
      ]);
    },
    /** The pictures of the rows of a run, behind a frame of a row, in their order. */
    ofRun: async (
      runId: string,
      after: { row: number; frame: number },
      limit: number,
    ): Promise<ImageOfRun[]> =>
      (
        await statements.run<ImageOfRun>('image_of_run', OF_RUN, [
          orgId,
          runId,
          after.row,
          after.frame,
          limit,
        ])
      ).rows,
    real: async (projectId: string): Promise<{ images: number; hashes: string[] }> => {
      const { rows } = await statements.run<{ images: number; hashes: string[] }>('image_real', REAL, [
        orgId,
        projectId,
      ]);
      return rows[0] ?? { images: 0, hashes: [] };
    },
    /** The pictures of tasks that are this person's; of sequences one frame of each. */
    ofTasks: async (taskIds: readonly string[], personId: string, frame = 0): Promise<TaskImage[]> =>
      (await statements.run<TaskImage>('image_of_tasks', OF_TASKS, [orgId, taskIds, personId, frame])).rows,
    /** How many frames the samples of tasks have that are this person's; 0 of single pictures. */
    frameCounts: async (
      taskIds: readonly string[],
      personId: string,
    ): Promise<{ taskId: string; frames: number }[]> =>
      (
        await statements.run<{ taskId: string; frames: number }>('image_frame_counts', FRAME_COUNTS, [
          orgId,
          taskIds,
          personId,
        ])
      ).rows,
    /** The frames of a row of a run, in their order; none of a row that is a single picture. */
    frames: async (runId: string, row: number): Promise<FrameImage[]> =>
      (await statements.run<FrameImage>('image_frames', FRAMES, [orgId, runId, row])).rows,
    /** Runs that hold pictures which would go if an import was withdrawn. */
    holders: async (importId: string) =>
      (
        await statements.run<{ number: number; name: string; images: number }>('image_holders', HOLDERS, [
          orgId,
          importId,
        ])
      ).rows,
    /** Takes away what an import brought and no other has; answers with how many pictures went. */
    withdraw: async (importId: string): Promise<number> => {
      await statements.run('image_unsay', UNSAY, [orgId, importId]);
      await statements.run('image_hand_over', HAND_OVER, [orgId, importId]);
      const { rows } = await statements.run<{ id: string }>('image_of_import', PICTURES_OF, [
        orgId,
        importId,
      ]);
      const ids = rows.map((row) => row.id);
      await statements.run('image_forget_items', FORGET_ITEMS, [orgId, ids]);
      await statements.run('image_leave_items', LEAVE_ITEMS, [orgId, importId]);
      await statements.run('image_release', RELEASE, [orgId, ids]);
      await statements.run('image_remove', REMOVE, [orgId, ids]);
      await statements.run('image_leave_alone', LEAVE_ALONE, [orgId, importId]);
      return ids.length;
    },
  };
}
