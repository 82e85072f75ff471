import { createHash, hash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { verifyExport } from '@assay/ledger';
import { eventually } from '@assay/testkit';
import type pg from 'pg';
import type { ApiSession } from '../api-session.ts';
import type { AppUnderTest } from '../app-under-test.ts';
import { ownerDatabase } from './owner-database.ts';
import type { Acknowledged } from './workload.ts';

export type Findings = {
  /** What was looked at. */
  checked: Record<string, number>;
  /** What was wrong, in sentences. None is expected. */
  problems: string[];
};

/** A killed worker's job is taken over within seconds; a long queue takes its time. */
const JOBS_END_MS = 300_000;

/** Statements that must count nothing, each with what it would mean. */
const MUST_BE_NONE: readonly (readonly [string, string])[] = [
  [
    'references to a file without its row',
    'SELECT 1 FROM blob_ref r WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.key = r.blob_key AND b.org_id = r.org_id)',
  ],
  [
    'parts of uploads without the row of their file',
    'SELECT 1 FROM upload_part p WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.key = p.blob_key)',
  ],
  [
    'uploads whose parts do not add up',
    'SELECT 1 FROM upload u WHERE u.received <> COALESCE((SELECT sum(bytes) FROM upload_part p WHERE p.upload_id = u.id), 0)',
  ],
  [
    'jobs without their outbox row or the other way round',
    "SELECT 1 FROM job j FULL JOIN outbox o ON o.job_id = j.id WHERE j.id IS NULL OR (o.id IS NULL AND j.status IN ('QUEUED', 'RUNNING'))",
  ],
  [
    'projects without their event in the log',
    "SELECT 1 FROM project p WHERE NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.object_id = p.id AND e.action = 'project.created')",
  ],
  [
    'events of projects that are not there',
    "SELECT 1 FROM audit_event e WHERE e.action = 'project.created' AND NOT EXISTS (SELECT 1 FROM project p WHERE p.id = e.object_id)",
  ],
  [
    'sources without a version',
    'SELECT 1 FROM source s WHERE NOT EXISTS (SELECT 1 FROM source_version v WHERE v.source_id = s.id)',
  ],
  [
    'versions whose rows and manifest disagree',
    "SELECT 1 FROM source_version WHERE status = 'READY' AND (rows IS NULL OR manifest IS NULL OR rows <> 4000)",
  ],
  [
    'versions that wait for a job that has ended',
    "SELECT 1 FROM source_version WHERE status IN ('STAGING', 'COMMITTING', 'SCANNING')",
  ],
];

/** Asks for each acknowledged thing over HTTP and looks behind the scenes, as the database's owner. */
export async function checkConsistency(
  app: AppUnderTest,
  session: ApiSession,
  acknowledged: Acknowledged,
): Promise<Findings> {
  const problems: string[] = [];
  const checked: Record<string, number> = {};
  const database = await ownerDatabase(app);
  try {
    checked.jobs = await allJobsEnd(database, problems);
    await readAcknowledged(session, acknowledged, problems);
    checked.projects = acknowledged.projects.size;
    checked.uploads = acknowledged.uploads.size;
    checked.sources = acknowledged.sources.size;
    for (const [meaning, statement] of MUST_BE_NONE) {
      const { rowCount } = await database.query(statement);
      if (rowCount !== 0) problems.push(`${rowCount} ${meaning}.`);
    }
    checked.files = await filesAreThere(app, database, problems);
    checked.events = await logVerifies(session, database, problems);
    return { checked, problems };
  } finally {
    await database.end();
  }
}

async function allJobsEnd(database: pg.Client, problems: string[]): Promise<number> {
  const open = async () =>
    (
      await database.query<{ kind: string; status: string }>(
        "SELECT kind, status FROM job WHERE status IN ('QUEUED', 'RUNNING')",
      )
    ).rows;
  await eventually(
    async () => {
      if ((await open()).length > 0) throw new Error('Jobs are under way.');
    },
    { timeout: JOBS_END_MS, interval: 250 },
  ).catch(async () => {
    for (const { kind, status } of await open()) problems.push(`A job ${kind} stayed ${status}.`);
  });
  const { rows } = await database.query<{ kind: string; status: string; error: unknown; n: string }>(
    'SELECT kind, status, error, count(*) AS n FROM job GROUP BY kind, status, error',
  );
  for (const { kind, status, error, n } of rows) {
    if (status === 'FAILED') problems.push(`${n} jobs ${kind} failed: ${JSON.stringify(error)}`);
  }
  return rows.reduce((sum, { n }) => sum + Number(n), 0);
}

async function readAcknowledged(
  session: ApiSession,
  acknowledged: Acknowledged,
  problems: string[],
): Promise<void> {
  const { api } = session;
  const look = async (what: string, id: string, read: () => Promise<string | null>): Promise<void> => {
    const wrong = await read().catch((error: unknown) => String(error));
    if (wrong !== null) problems.push(`The acknowledged ${what} ${id}: ${wrong}`);
  };
  for (const [id, { name, description }] of acknowledged.projects) {
    await look('project', id, async () => {
      const project = await api.project.get.query({ projectId: id });
      if (project.name !== name) return `is called ${project.name}`;
      if (description !== null && description !== '?' && project.description !== description) {
        return `lost its change to "${description}"`;
      }
      return null;
    });
  }
  for (const [id, { received, size }] of acknowledged.uploads) {
    await look('upload', id, async () => {
      const upload = await api.upload.get.query({ uploadId: id });
      if (upload.received < received) return `has ${upload.received} of ${received} acknowledged bytes`;
      return upload.size === size ? null : `has the size ${upload.size}, not ${size}`;
    });
  }
  for (const [id, { name, versionId }] of acknowledged.sources) {
    await look('source', id, async () => {
      const source = await api.source.get.query({ sourceId: id });
      await api.sourceVersion.get.query({ versionId });
      return source.name === name ? null : `is called ${source.name}`;
    });
  }
}

/** Every file that something refers to is in the folder, with its size. */
async function filesAreThere(app: AppUnderTest, database: pg.Client, problems: string[]): Promise<number> {
  const { rows } = await database.query<{ key: string; bytes: string }>(
    'SELECT key, bytes FROM blob WHERE EXISTS (SELECT 1 FROM blob_ref r WHERE r.blob_key = blob.key)',
  );
  for (const { key, bytes } of rows) {
    const file = await stat(path.join(app.home, 'files', 'blobs', key)).catch(() => null);
    if (file === null) problems.push(`The file ${key} is referred to and is not there.`);
    else if (file.size !== Number(bytes))
      problems.push(`The file ${key} has ${file.size} bytes, not ${bytes}.`);
  }
  return rows.length;
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function logVerifies(session: ApiSession, database: pg.Client, problems: string[]): Promise<number> {
  await eventually(
    async () => {
      const { rowCount } = await database.query('SELECT 1 FROM audit_event WHERE index IS NULL');
      if (rowCount !== 0) throw new Error(`${rowCount} events have no place in the log.`);
    },
    { timeout: 60_000 },
  ).catch((error: unknown) => problems.push(String(error)));
  const { rows } = await database.query<{ org_id: string; events: string; last: string; size: string }>(
    'SELECT h.org_id, h.size, count(e.id) AS events, max(e.index) + 1 AS last FROM ledger_head h JOIN audit_event e ON e.org_id = h.org_id GROUP BY h.org_id, h.size',
  );
  for (const { org_id, events, last, size } of rows) {
    if (events !== size || last !== size) {
      problems.push(`The log of ${org_id} says ${size} and has ${events} events, the last at ${last}.`);
    }
  }
  const answer = await session.request(`/api/log/export?org=${session.org()}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const { verifierKey } = await session.api.log.verifierKey.query();
  const report = await verifyExport(chunks(bytes), {
    verifierKey,
    sha256: (data) => hash('sha256', data, 'buffer'),
    startSha256: () => createHash('sha256'),
  });
  if (!report.verified) {
    problems.push(
      `The exported log does not verify: ${report.problems.map((each) => each.message).join(' ')}`,
    );
  }
  return report.checked.entries;
}
