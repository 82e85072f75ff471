import { z } from 'zod';
import { CommandError } from '../frame/command-error.ts';
import { askServer } from '../frame/server-api.ts';
import { type Pushed, settle, type Target } from './push-target.ts';

const version = z.object({
  status: z.string(),
  revision: z.number(),
  rows: z.number().nullable(),
  notices: z.array(z.object({ severity: z.string(), message: z.string() })),
});

const MOVING = new Set(['STAGING', 'COMMITTING']);

/** Brings a table as a new source, or as the next version of one; read, and imported as it is if told so. */
export async function pushSource(
  { server, projectId, tell, signal }: Target,
  of: { uploadId: string; name: string; sourceId: string | undefined; commit: boolean },
): Promise<Pushed> {
  const made = await askServer(
    server,
    of.sourceId === undefined
      ? {
          method: 'POST',
          path: `projects/${encodeURIComponent(projectId)}/sources`,
          body: { name: of.name, description: '', uploadId: of.uploadId },
          answer: z.object({ id: z.string(), versionId: z.string() }),
        }
      : {
          method: 'POST',
          path: `sources/${encodeURIComponent(of.sourceId)}/versions`,
          body: { uploadId: of.uploadId },
          answer: z
            .object({ versionId: z.string() })
            .transform(({ versionId }) => ({ id: of.sourceId ?? '', versionId })),
        },
    signal,
  );
  const { id: sourceId, versionId } = made;
  const look = () =>
    askServer(server, { method: 'GET', path: `versions/${versionId}`, answer: version }, signal);
  const settled = async (wanted: string) => {
    const found = await settle(look, ({ status }) => MOVING.has(status), signal);
    if (found.status === wanted) return found;
    const why = found.notices.find(({ severity }) => severity === 'error')?.message;
    throw new CommandError(why ?? `The version is ${found.status.toLowerCase()}.`);
  };
  tell('Reading the table');
  const read = await settled('REVIEW');
  if (of.commit) {
    tell('Importing it');
    await askServer(
      server,
      {
        method: 'POST',
        path: `versions/${versionId}/commit`,
        body: { revision: read.revision, columns: [] },
        answer: z.object({ jobId: z.string() }),
      },
      signal,
    );
  }
  const done = of.commit ? await settled('READY') : read;
  const rows = done.rows ?? 0;
  return {
    kind: 'source-version',
    id: versionId,
    status: done.status,
    details: { sourceId, rows },
    text: of.commit
      ? `Imported ${rows} rows.`
      : `Read ${rows} rows; a person looks at the columns and imports them, or --commit does.`,
  };
}

const run = z.object({
  number: z.number(),
  status: z.string(),
  rows: z.number().nullable(),
  failure: z.object({ message: z.string() }).nullable(),
});

/** Brings rows that were made elsewhere as a run beside the source that they imitate. */
export async function pushRun(
  { server, projectId, tell, signal }: Target,
  of: {
    uploadId: string;
    sourceId: string;
    name: string | undefined;
    generator: string;
    seed: string | undefined;
  },
): Promise<Pushed> {
  const { runId } = await askServer(
    server,
    {
      method: 'POST',
      path: `projects/${encodeURIComponent(projectId)}/imported-runs`,
      body: {
        sourceId: of.sourceId,
        uploadId: of.uploadId,
        ...(of.name === undefined ? {} : { name: of.name }),
        provenance: {
          generator: { value: of.generator },
          version: null,
          seed: of.seed === undefined ? null : { value: of.seed },
          prompt: null,
          parameters: null,
        },
        mapping: null,
      },
      answer: z.object({ runId: z.string() }),
    },
    signal,
  );
  tell('Reading the rows');
  const found = await settle(
    () => askServer(server, { method: 'GET', path: `runs/${runId}`, answer: run }, signal),
    ({ status }) => status === 'QUEUED' || status === 'RUNNING',
    signal,
  );
  if (found.status === 'FAILED' || found.status === 'CANCELLED') {
    throw new CommandError(found.failure?.message ?? `Run ${found.number} is ${found.status.toLowerCase()}.`);
  }
  return {
    kind: 'run',
    id: runId,
    status: found.status,
    details: { number: found.number, rows: found.rows },
    text: `Run ${found.number} has ${found.rows ?? 0} rows; its report is being made.`,
  };
}
