import { readFile } from 'node:fs/promises';
import { type LabelImportUse, labelImportMapping, labelImportStatus } from '@assay/contracts';
import { z } from 'zod';
import { CommandError } from '../frame/command-error.ts';
import { fileFault } from '../frame/file-fault.ts';
import { askServer } from '../frame/server-api.ts';
import { type Pushed, settle, type Target } from './push-target.ts';

const view = z.object({
  id: z.string(),
  number: z.number(),
  status: labelImportStatus,
  failure: z.object({ message: z.string() }).nullable(),
  found: z
    .object({
      records: z.number(),
      good: z.number(),
      rows: z.number(),
      mapping: z.unknown(),
      problems: z.array(z.object({ code: z.string(), count: z.number() })),
      sameAs: z.object({ number: z.number() }).nullable(),
    })
    .nullable(),
});

const moving = ({ status }: z.infer<typeof view>) => status === 'READING' || status === 'COMMITTING';

/** Brings labels: reads the file on the server, says what is in it, and takes what is good unless told not to. */
export async function pushLabels(
  { server, projectId, tell, signal }: Target,
  of: {
    use: LabelImportUse;
    uploadId: string;
    runId: string;
    labelSchemaId: string;
    by: string;
    mapping: string | undefined;
    checkOnly: boolean;
  },
): Promise<Pushed> {
  const mapping = of.mapping === undefined ? null : await readMapping(of.mapping);
  const { versions } = await askServer(
    server,
    {
      method: 'GET',
      path: `label-schemas/${encodeURIComponent(of.labelSchemaId)}`,
      answer: z.object({ versions: z.array(z.object({ id: z.string(), number: z.number() })).min(1) }),
    },
    signal,
  );
  const newest = versions.reduce((best, each) => (each.number > best.number ? each : best));
  const { importId } = await askServer(
    server,
    {
      method: 'POST',
      path: `projects/${encodeURIComponent(projectId)}/label-imports`,
      body: {
        use: of.use,
        runId: of.runId,
        labelSchemaVersionId: newest.id,
        uploadId: of.uploadId,
        source: of.by,
        mapping,
      },
      answer: z.object({ importId: z.string() }),
    },
    signal,
  );
  const look = () =>
    askServer(server, { method: 'GET', path: `label-imports/${importId}`, answer: view }, signal);
  tell('Reading the labels');
  const read = await settle(look, moving, signal);
  const { found } = read;
  if (read.status !== 'REVIEW' || found === null) {
    throw new CommandError(read.failure?.message ?? `Import ${read.number} is ${read.status.toLowerCase()}.`);
  }
  tell(`${found.good} of ${found.records} records can be taken, of ${found.rows} rows`);
  for (const { code, count } of found.problems) {
    tell(code === 'changed' ? `${count} not as it stands` : `${count} not: ${code}`);
  }
  const result = (status: string): Pushed => ({
    kind: 'label-import',
    id: importId,
    status,
    details: { records: found.records, taken: status === 'DONE' ? found.good : 0, problems: found.problems },
    text: `Import ${read.number}: ${status === 'DONE' ? 'took' : 'could take'} ${found.good} of ${found.records} records.`,
  });
  if (of.checkOnly) return result('REVIEW');
  if (found.sameAs !== null) {
    throw new CommandError(
      `This very file was taken before, as import ${found.sameAs.number}. Nothing was taken twice.`,
    );
  }
  if (found.good === 0) {
    throw new CommandError(
      `Nothing of the file can be taken: look at import ${read.number}, or say with --mapping what its columns hold.`,
    );
  }
  await askServer(
    server,
    {
      method: 'POST',
      path: `label-imports/${importId}/commit`,
      body: {},
      answer: z.object({ jobId: z.string().nullable() }),
    },
    signal,
  );
  tell('Taking them');
  const taken = await settle(look, moving, signal);
  if (taken.status !== 'DONE') {
    throw new CommandError(
      taken.failure?.message ?? `Import ${read.number} is ${taken.status.toLowerCase()}.`,
    );
  }
  return result('DONE');
}

async function readMapping(path: string) {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandError(`${path} cannot be read: ${fileFault(error) ?? String(error)}.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CommandError(`${path} is not JSON.`);
  }
  const parsed = labelImportMapping.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandError(
    `${path} is no mapping of columns: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
}
