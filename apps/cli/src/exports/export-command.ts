import { type PictureLabelFile, pictureLabelFile, type RowsFormat, rowsFormat } from '@assay/contracts';
import { z } from 'zod';
import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { readArguments, required } from '../frame/read-arguments.ts';
import { askServer } from '../frame/server-api.ts';
import { serverOf } from '../frame/server-file.ts';
import { type Taken, takeExport } from './take-export.ts';

const SHARED = `  --output FOLDER    where the files go: data, annotations, documents, manifest, card, Croissant metadata; of pictures
                     also an archive for each format of --labels
  --format FORMAT    jsonl (default), csv or parquet
  --labels LIST      of pictures: formats of labels, with commas between (default: coco,yolo), of
                     ${pictureLabelFile.options.slice(0, 5).join(', ')},
                     ${pictureLabelFile.options.slice(5).join(', ')}
  --url URL          the address of Assay (default: ASSAY_URL, else http://localhost:3000)
  --api-key KEY      an API key with the scopes version.read, export.start and export.download, for releases also
                     release.read (default: ASSAY_API_KEY, which others on this computer cannot read off the list of
                     processes)

Each file is compared with its hash; one that lies there already is not fetched again. "assay inspect" then checks the
roots without a server.

Exit status: 0 written, 2 wrong usage, a server that refuses or does not answer, or a file that cannot be written.
`;

export const EXPORT_VERSION_HELP = `Usage: assay export (--version ID | --release ID) --output FOLDER [--format csv|jsonl|parquet]

Brings a version of a dataset, or a release, from a running Assay. An export that is there is taken; else one is made.

  --version ID       the version, as in its address; its files say that it is not released
  --release ID       the release, as in its address; its files say who approved it and on what grounds
${SHARED}
Examples:
  ASSAY_API_KEY=... assay export --release 01a1fd60-0000-7000-8000-000000000000 --output data
`;

export const PULL_HELP = `Usage: assay pull --project ID --output FOLDER [--ref NAME] [--format csv|jsonl|parquet]

Brings the version that a branch or tag of a project points at now. Run again, it fetches what changed.

  --project ID       the project, as in its address
  --ref NAME         a branch or tag (default: main)
${SHARED}
Examples:
  ASSAY_API_KEY=... assay pull --project 01a1fd60-0000-7000-8000-000000000000 --output data --format parquet
`;

const SERVER_FLAGS = {
  output: { type: 'string' },
  format: { type: 'string' },
  labels: { type: 'string' },
  url: { type: 'string' },
  'api-key': { type: 'string' },
} as const;

type Env = Readonly<Record<string, string | undefined>>;

/** Runs `assay export`. Throws a `CommandError` for wrong usage, and when the server refuses. */
export async function exportVersionCommand(
  args: readonly string[],
  { stdout, stderr }: CommandStreams,
  signal: AbortSignal,
  env: Env,
): Promise<0> {
  const flags = { ...SERVER_FLAGS, version: { type: 'string' }, release: { type: 'string' } } as const;
  const { values } = readArguments(args, flags);
  if ((values.version === undefined) === (values.release === undefined)) {
    throw new CommandError('Give one of --version and --release.');
  }
  const what: Taken =
    values.release === undefined
      ? { kind: 'version', id: required(values.version, 'version') }
      : { kind: 'release', id: required(values.release, 'release') };
  const output = required(values.output, 'output');
  const server = serverOf(values, env, 'export.download');
  const asked = { format: formatOf(values.format), pictureLabels: labelsOf(values.labels) };
  const paths = await takeExport(server, what, asked, output, stderr, signal);
  stdout.write(`${paths.join('\n')}\n`);
  return 0;
}

const refs = z.object({
  refs: z.array(z.object({ name: z.string(), versionId: z.string(), number: z.number() })),
});

/** Runs `assay pull`. Throws a `CommandError` for wrong usage, and when the server refuses. */
export async function pullCommand(
  args: readonly string[],
  { stdout, stderr }: CommandStreams,
  signal: AbortSignal,
  env: Env,
): Promise<0> {
  const flags = { ...SERVER_FLAGS, project: { type: 'string' }, ref: { type: 'string' } } as const;
  const { values } = readArguments(args, flags);
  const project = required(values.project, 'project');
  const output = required(values.output, 'output');
  const asked = { format: formatOf(values.format), pictureLabels: labelsOf(values.labels) };
  const name = values.ref ?? 'main';
  const server = serverOf(values, env, 'export.download');
  const known = await askServer(
    server,
    { method: 'GET', path: `projects/${encodeURIComponent(project)}/refs`, answer: refs },
    signal,
  );
  const ref = known.refs.find((each) => each.name === name);
  if (ref === undefined) {
    const names = known.refs.map((each) => each.name).join(', ');
    throw new CommandError(
      `There is no branch or tag "${name}" in this project${names === '' ? ': nothing was committed yet' : `, only ${names}`}.`,
    );
  }
  stderr.write(`${name} points at version ${ref.number}\n`);
  const what: Taken = { kind: 'version', id: ref.versionId };
  const paths = await takeExport(server, what, asked, output, stderr, signal);
  stdout.write(`${paths.join('\n')}\n`);
  return 0;
}

function formatOf(given: string | undefined): RowsFormat {
  const found = rowsFormat.safeParse(given ?? 'jsonl');
  if (found.success) return found.data;
  throw new CommandError(`--format is csv, jsonl or parquet, not "${given}".`);
}

function labelsOf(given: string | undefined): PictureLabelFile[] | undefined {
  if (given === undefined) return undefined;
  return [...new Set(given.split(',').map((each) => each.trim()))].map((each) => {
    const found = pictureLabelFile.safeParse(each);
    if (found.success) return found.data;
    throw new CommandError(
      `--labels has "${each}", which is none of ${pictureLabelFile.options.join(', ')}.`,
    );
  });
}
