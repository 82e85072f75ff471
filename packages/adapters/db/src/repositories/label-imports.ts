import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type NewLabelImport = Omit<
  Prisma.LabelImportCreateManyInput,
  'orgId' | 'number' | 'status' | 'createdAt' | 'revision'
>;

/** An answer of an import before: who said what of a row. */
export type EarlierAnswer = { row: number; source: string; payload: Prisma.JsonValue };

/** A turn that was had elsewhere: its sample, who had it, and what they said. */
export type ImportedTurn = {
  item: number;
  slot: number;
  row: number;
  key: string;
  taskId: string;
  annotationId: string;
  authorId: string;
  at: string;
  payload: string;
};

export type ImportedAnswerRow = {
  id: string;
  row: number;
  key: string;
  source: string;
  confidence: number | null;
  payload: string;
};

const EARLIER_LABELS = `
  SELECT t.row::float8 AS row, p.name AS source, a.payload
  FROM label_import i
  JOIN annotation_now a ON a.org_id = i.org_id AND a.batch_id = i.batch_id
  JOIN imported_author p ON p.org_id = a.org_id AND p.id = a.author_id
  JOIN task t ON t.org_id = a.org_id AND t.id = a.task_id
  JOIN label_schema_version v ON v.org_id = a.org_id AND v.id = a.label_schema_version_id
  WHERE i.org_id = $1::uuid AND i.run_id = $2::uuid AND i.use = 'labels' AND i.status = 'DONE'
    AND v.label_schema_id = $3::uuid`;

const EARLIER_GOLD = `
  SELECT g.row::float8 AS row, g.source, g.payload
  FROM imported_answer_now g
  JOIN label_import i ON i.org_id = g.org_id AND i.id = g.import_id
  JOIN label_schema_version v ON v.org_id = i.org_id AND v.id = i.label_schema_version_id
  WHERE i.org_id = $1::uuid AND i.run_id = $2::uuid AND i.use = 'gold' AND i.status = 'DONE'
    AND v.label_schema_id = $3::uuid`;

const ADD_AUTHORS = `
  INSERT INTO imported_author (id, org_id, project_id, name)
  SELECT gen_random_uuid(), $1::uuid, $2::uuid, n FROM unnest($3::text[]) AS n
  ON CONFLICT (org_id, project_id, name) DO NOTHING`;

const ADD_TURNS = `
  INSERT INTO task (id, org_id, batch_id, item, slot, sample_key, row, status, person_id, annotation_id, ended_at)
  SELECT r.task_id, $1::uuid, $2::uuid, r.item, r.slot, r.key, r.row, 'SUBMITTED', r.author_id, r.annotation_id, r.at
  FROM unnest($3::uuid[], $4::int[], $5::int[], $6::uuid[], $7::bigint[], $8::uuid[], $9::uuid[], $10::timestamptz[])
    AS r (task_id, item, slot, key, row, author_id, annotation_id, at)`;

const ADD_ANNOTATIONS = `
  INSERT INTO annotation (id, org_id, project_id, batch_id, task_id, item, sample_key, author_id,
                          label_schema_version_id, tool_version, active_ms, payload, import_id, created_at)
  SELECT r.id, $1::uuid, $2::uuid, $3::uuid, r.task_id, r.item, r.key, r.author_id, $4::uuid, $5, 0, r.payload,
         $6::uuid, r.at
  FROM unnest($7::uuid[], $8::uuid[], $9::int[], $10::uuid[], $11::uuid[], $12::jsonb[], $13::timestamptz[])
    AS r (id, task_id, item, key, author_id, payload, at)`;

const ADD_ANSWERS = `
  INSERT INTO imported_answer (id, org_id, import_id, row, sample_key, source, confidence, payload)
  SELECT r.id, $1::uuid, $2::uuid, r.row, r.key, r.source, r.confidence, r.payload
  FROM unnest($3::uuid[], $4::bigint[], $5::uuid[], $6::text[], $7::float8[], $8::jsonb[])
    AS r (id, row, key, source, confidence, payload)`;

const RETRACT = `
  INSERT INTO annotation_retraction (annotation_id, org_id, by)
  SELECT a.id, a.org_id, $3::uuid FROM annotation a
  WHERE a.org_id = $1::uuid AND a.batch_id = $2::uuid
    AND NOT EXISTS (SELECT 1 FROM annotation_retraction r WHERE r.org_id = a.org_id AND r.annotation_id = a.id)`;

const PROPOSALS = `
  SELECT row::float8 AS row, source, confidence, payload FROM imported_answer_now
  WHERE org_id = $1::uuid AND import_id = $2::uuid AND row = ANY ($3::bigint[])`;

const ROWS = `
  SELECT row::float8 AS row FROM imported_answer WHERE org_id = $1::uuid AND import_id = $2::uuid ORDER BY row`;

// What has come of an import, that would lose its ground without it.
const DEPENDENTS = `
  SELECT (SELECT count(*) FROM batch b WHERE b.org_id = i.org_id AND b.prelabel_import_id = i.id
            AND b.status NOT IN ('FAILED', 'CANCELLED'))::int AS batches,
         (SELECT count(*) FROM decision d WHERE d.org_id = i.org_id AND d.batch_id = i.batch_id
            AND NOT EXISTS (SELECT 1 FROM decision_retraction r
                            WHERE r.org_id = d.org_id AND r.decision_id = d.id))::int AS decisions,
         (SELECT count(*) FROM version v WHERE i.use = 'labels' AND v.org_id = i.org_id
            AND v.project_id = i.project_id AND coalesce(v.finished_at, now()) >= i.committed_at
            AND v.status IN ('QUEUED', 'RUNNING', 'READY')
            AND v.selection -> 'runIds' @> to_jsonb(i.run_id::text))::int AS versions,
         (SELECT count(DISTINCT c.batch_id) FROM imported_answer g
          JOIN control_item c ON c.org_id = g.org_id AND c.truth ->> 'decisionId' = g.id::text
          WHERE i.use = 'gold' AND g.org_id = i.org_id AND g.import_id = i.id)::int AS controls
  FROM label_import i WHERE i.org_id = $1::uuid AND i.id = $2::uuid`;

export type ImportDependents = { batches: number; decisions: number; versions: number; controls: number };

const NAMES = `
  SELECT i.id,
    (SELECT jsonb_build_object('number', r.number, 'name', r.name) FROM run r
     WHERE r.org_id = i.org_id AND r.id = i.run_id) AS run,
    (SELECT jsonb_build_object('id', s.id, 'name', s.name, 'number', v.number) FROM label_schema_version v
     JOIN label_schema s ON s.org_id = v.org_id AND s.id = v.label_schema_id
     WHERE v.org_id = i.org_id AND v.id = i.label_schema_version_id) AS "labelSchema",
    (SELECT b.number FROM batch b WHERE b.org_id = i.org_id AND b.id = i.batch_id) AS "batchNumber"
  FROM label_import i WHERE i.org_id = $1::uuid AND i.id = ANY ($2::uuid[])`;

export type ImportNames = {
  id: string;
  run: { number: number; name: string } | null;
  labelSchema: { id: string; name: string; number: number } | null;
  batchNumber: number | null;
};

/** Files of labels from elsewhere, and what was taken of them. */
export function createLabelImportRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    create: async (row: NewLabelImport) => {
      // The project's row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM project WHERE id = ${row.projectId}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
      const last = await t.labelImport.aggregate({
        where: { orgId, projectId: row.projectId },
        _max: { number: true },
      });
      return t.labelImport.create({
        data: { ...row, orgId, number: (last._max.number ?? 0) + 1, status: 'READING' },
      });
    },
    get: (id: string) => t.labelImport.findUnique({ where: { id, orgId } }),
    /** Holds the import until the transaction ends, and with its project whatever else is taken there. */
    lock: async (id: string) => {
      await t.$queryRaw`
        SELECT 1 FROM project p JOIN label_import i ON i.org_id = p.org_id AND i.project_id = p.id
        WHERE i.org_id = ${orgId}::uuid AND i.id = ${id}::uuid FOR NO KEY UPDATE`;
      return t.labelImport.findUnique({ where: { id, orgId } });
    },
    /** Moves an import from one of `from`; false when it is elsewhere by now. */
    move: async (
      id: string,
      from: readonly string[],
      to: string,
      change: Prisma.LabelImportUpdateManyMutationInput = {},
    ): Promise<boolean> => {
      const { count } = await t.labelImport.updateMany({
        where: { id, orgId, status: { in: [...from] } },
        data: { ...change, status: to, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** The newest first; `before` is the number of the last one that was seen. */
    list: (
      projectId: string,
      filter: { use?: string | undefined; runId?: string | undefined; status?: string | undefined },
      limit: number,
      before: number | null,
    ) =>
      t.labelImport.findMany({
        where: {
          orgId,
          projectId,
          ...(filter.use === undefined ? {} : { use: filter.use }),
          ...(filter.runId === undefined ? {} : { runId: filter.runId }),
          ...(filter.status === undefined ? {} : { status: filter.status }),
          ...(before === null ? {} : { number: { lt: before } }),
        },
        orderBy: { number: 'desc' },
        take: limit + 1,
      }),
    names: async (ids: readonly string[]): Promise<Map<string, ImportNames>> => {
      const { rows } = await statements.run<ImportNames>('import_names', NAMES, [orgId, ids]);
      return new Map(rows.map((row) => [row.id, row]));
    },
    /** The import that took a file that was the same and read alike. */
    taken: (fingerprint: string) =>
      t.labelImport.findFirst({
        where: { orgId, fingerprint, status: { in: ['COMMITTING', 'DONE'] } },
        select: { id: true, number: true },
      }),
    /** What imports before said of the rows of a run under a label schema, whatever its version. */
    earlier: async (
      use: 'labels' | 'gold',
      runId: string,
      labelSchemaId: string,
    ): Promise<EarlierAnswer[]> => {
      const [name, text] =
        use === 'labels' ? ['import_earlier_labels', EARLIER_LABELS] : ['import_earlier_gold', EARLIER_GOLD];
      return (await statements.run<EarlierAnswer>(name, text, [orgId, runId, labelSchemaId])).rows;
    },
    dependents: async (id: string): Promise<ImportDependents> => {
      const { rows } = await statements.run<ImportDependents>('import_dependents', DEPENDENTS, [orgId, id]);
      return rows[0] ?? { batches: 0, decisions: 0, versions: 0, controls: 0 };
    },
    /** The authors of these names in a project; those that are new are made. */
    authors: async (projectId: string, names: readonly string[]): Promise<Map<string, string>> => {
      await statements.run('import_add_authors', ADD_AUTHORS, [orgId, projectId, names]);
      const rows = await t.importedAuthor.findMany({ where: { orgId, projectId, name: { in: [...names] } } });
      return new Map(rows.map((row) => [row.name, row.id]));
    },
    addTurns: async (
      of: { importId: string; projectId: string; batchId: string; labelSchemaVersionId: string },
      toolVersion: string,
      turns: readonly ImportedTurn[],
    ): Promise<void> => {
      const each = <K extends keyof ImportedTurn>(name: K) => turns.map((turn) => turn[name]);
      await statements.run('import_add_turns', ADD_TURNS, [
        orgId,
        of.batchId,
        each('taskId'),
        each('item'),
        each('slot'),
        each('key'),
        each('row'),
        each('authorId'),
        each('annotationId'),
        each('at'),
      ]);
      await statements.run('import_add_annotations', ADD_ANNOTATIONS, [
        orgId,
        of.projectId,
        of.batchId,
        of.labelSchemaVersionId,
        toolVersion,
        of.importId,
        each('annotationId'),
        each('taskId'),
        each('item'),
        each('key'),
        each('authorId'),
        each('payload'),
        each('at'),
      ]);
    },
    addAnswers: async (importId: string, answers: readonly ImportedAnswerRow[]): Promise<void> => {
      const each = <K extends keyof ImportedAnswerRow>(name: K) => answers.map((answer) => answer[name]);
      await statements.run('import_add_answers', ADD_ANSWERS, [
        orgId,
        importId,
        each('id'),
        each('row'),
        each('key'),
        each('source'),
        each('confidence'),
        each('payload'),
      ]);
    },
    /** Takes back every answer of a batch that an import made. */
    retract: async (batchId: string, by: string): Promise<number> => {
      const { rowCount } = await statements.run('import_retract', RETRACT, [orgId, batchId, by]);
      return rowCount ?? 0;
    },
    /** What an import proposes of some rows. */
    proposals: async (
      importId: string,
      rows: readonly number[],
    ): Promise<{ row: number; source: string; confidence: number | null; payload: Prisma.JsonValue }[]> =>
      (
        await statements.run<{
          row: number;
          source: string;
          confidence: number | null;
          payload: Prisma.JsonValue;
        }>('import_proposals', PROPOSALS, [orgId, importId, rows])
      ).rows,
    /** The rows of which an import says something, in order. */
    rows: async (importId: string): Promise<number[]> =>
      (await statements.run<{ row: number }>('import_rows', ROWS, [orgId, importId])).rows.map(
        ({ row }) => row,
      ),
  };
}
