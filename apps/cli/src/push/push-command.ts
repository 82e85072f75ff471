import { basename } from 'node:path';
import { labelImportUse } from '@assay/contracts';
import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { readArguments, required } from '../frame/read-arguments.ts';
import { serverOf } from '../frame/server-file.ts';
import { pushLabels } from './push-labels.ts';
import { pushRun, pushSource } from './push-table.ts';
import type { Pushed } from './push-target.ts';
import { sendFile } from './send-file.ts';

export const PUSH_HELP = `Usage: assay push FILE --project ID --as USE [flags]

Sends a file to a running Assay. A connection that breaks goes on where it stopped.

  --project ID       the project, as in its address
  --as USE           prelabels  what a model or a rule proposes, to be accepted or corrected
                     labels     what people answered elsewhere
                     gold       known answers, which measure and train who labels
                     source     a table as a new source, or with --source as the next version of that one
                     run        rows that were made elsewhere, beside the --source that they imitate
  --upload ID        go on with an upload that broke off, as the command said then
  --json             what came of it as JSON on stdout
  --url URL          the address of Assay (default: ASSAY_URL, else http://localhost:3000)

Labels (prelabels, labels, gold), as CSV or JSONL:
  --run ID           the run whose rows they are about
  --label-schema ID  the questions that they answer; its newest version counts
  --by NAME          who or what gave the answers that do not say it themselves
  --mapping FILE     what the columns of a CSV hold, as JSON (default: told by their names)
  --check            only say what would be taken

Tables (source, run), as CSV, TSV, JSONL or Parquet:
  --source ID        the source
  --name NAME        how the new source or the run is called (default: the name of the file)
  --commit           import the table as it was read, without a person looking at its columns
  --generator NAME   of a run: what made the rows
  --seed SEED        of a run: the seed that it had

The API key is read from ASSAY_API_KEY alone, so that nobody reads it off the list of processes. Scopes: source.create;
for labels also label.import and labelSchema.read; for tables source.read; for runs run.import and run.read.

Exit status: 0 done, 2 wrong usage, a file that cannot be read, or a server that refuses or does not answer.

Examples:
  assay push guesses.csv --project ID --as prelabels --run ID --label-schema ID --by "Forest of 200 trees"
  assay push readers.jsonl --project ID --as labels --run ID --label-schema ID --check --json
  assay push wages-2026.parquet --project ID --as source --source ID --commit
`;

const FLAGS = {
  project: { type: 'string' },
  as: { type: 'string' },
  upload: { type: 'string' },
  json: { type: 'boolean' },
  url: { type: 'string' },
  run: { type: 'string' },
  'label-schema': { type: 'string' },
  by: { type: 'string' },
  mapping: { type: 'string' },
  check: { type: 'boolean' },
  source: { type: 'string' },
  name: { type: 'string' },
  commit: { type: 'boolean' },
  generator: { type: 'string' },
  seed: { type: 'string' },
} as const;

type Flag = keyof typeof FLAGS;
const LABEL_FLAGS: readonly Flag[] = ['run', 'label-schema', 'by', 'mapping', 'check'];
const SOURCE_FLAGS: readonly Flag[] = ['source', 'name', 'commit'];
const RUN_FLAGS: readonly Flag[] = ['source', 'name', 'generator', 'seed'];
const COMMON: readonly Flag[] = ['project', 'as', 'upload', 'json', 'url'];

/** Runs `assay push`. Throws a `CommandError` for wrong usage, and when the server refuses. */
export async function pushCommand(
  args: readonly string[],
  { stdout, stderr }: CommandStreams,
  signal: AbortSignal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<0> {
  const { values, positionals } = readArguments(args, FLAGS, { min: 1, max: 1, what: 'file to push' });
  const path = positionals[0] ?? '';
  const projectId = required(values.project, 'project');
  const as = required(values.as, 'as');
  const use = labelImportUse.safeParse(as).data;
  if (use === undefined && as !== 'source' && as !== 'run') {
    throw new CommandError(`--as is prelabels, labels, gold, source or run, not "${as}".`);
  }
  const fitting = [...COMMON, ...(use !== undefined ? LABEL_FLAGS : as === 'run' ? RUN_FLAGS : SOURCE_FLAGS)];
  const foreign = (Object.keys(values) as Flag[]).find(
    (flag) => values[flag] !== undefined && !fitting.includes(flag),
  );
  if (foreign !== undefined) throw new CommandError(`--${foreign} says nothing of what is pushed as ${as}.`);
  const server = serverOf(
    values.url === undefined ? {} : { url: values.url },
    env,
    use === undefined ? 'source.create' : 'label.import',
  );
  // Whatever is missing is said before a byte is sent.
  const asked = {
    run: use === undefined ? '' : required(values.run, 'run'),
    labelSchema: use === undefined ? '' : required(values['label-schema'], 'label-schema'),
    source: as === 'run' ? required(values.source, 'source') : '',
    generator: as === 'run' ? required(values.generator, 'generator') : '',
  };
  const uploadId = await sendFile(server, { path, projectId, uploadId: values.upload }, stderr, signal);
  const target = { server, projectId, signal, tell: (text: string) => void stderr.write(`${text}\n`) };
  let pushed: Pushed;
  if (use !== undefined) {
    pushed = await pushLabels(target, {
      use,
      uploadId,
      runId: asked.run,
      labelSchemaId: asked.labelSchema,
      by: values.by ?? '',
      mapping: values.mapping,
      checkOnly: values.check ?? false,
    });
  } else if (as === 'run') {
    const { name, seed } = values;
    pushed = await pushRun(target, {
      uploadId,
      sourceId: asked.source,
      name,
      generator: asked.generator,
      seed,
    });
  } else {
    pushed = await pushSource(target, {
      uploadId,
      name: values.name ?? nameOf(path),
      sourceId: values.source,
      commit: values.commit ?? false,
    });
  }
  const { kind, id, status, details } = pushed;
  stdout.write(
    values.json === true
      ? `${JSON.stringify({ type: 'assay.push', version: 1, kind, id, status, ...details }, null, 2)}\n`
      : `${pushed.text}\n`,
  );
  return 0;
}

/** A name for a source from the name of its file. */
function nameOf(path: string): string {
  return (
    basename(path)
      .replace(/\.[^.]*$/, '')
      .slice(0, 120) || 'A table'
  );
}
