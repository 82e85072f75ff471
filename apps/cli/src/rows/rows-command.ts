import { type RowsFormat, rowsFormat } from '@assay/contracts';
import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { readArguments, required } from '../frame/read-arguments.ts';
import { fetchFile, serverOf } from '../frame/server-file.ts';

export const ROWS_HELP = `Usage: assay rows --run ID --output FILE [--format csv|jsonl|parquet] [--where 'CONDITION']

Downloads the rows of a run from a running Assay. The download is an entry of the audit log.

  --run ID           the run, as in its address
  --output FILE      where to write it; the file appears only when it is complete
  --format FORMAT    csv, jsonl or parquet (default: by how FILE ends). In CSV a text that a spreadsheet would run as
                     a formula has an apostrophe in front; JSONL and Parquet hold every value as it is.
  --where 'COND'     only rows that match, as in the filter above the rows: age > 60 and sex = "Female"
  --url URL          the address of Assay (default: ASSAY_URL, else http://localhost:3000)
  --api-key KEY      an API key with the scope run.readRows (default: ASSAY_API_KEY, which others on this computer
                     cannot read off the list of processes)

Exit status: 0 written, 2 wrong usage, a server that refuses or does not answer, or a file that cannot be written.

Examples:
  ASSAY_API_KEY=... assay rows --run 01a1fd60-0000-7000-8000-000000000000 --output rows.parquet
  assay rows --run 01a1fd60-0000-7000-8000-000000000000 --where 'age > 60' --output older.csv
`;

const FLAGS = {
  run: { type: 'string' },
  output: { type: 'string' },
  format: { type: 'string' },
  where: { type: 'string' },
  url: { type: 'string' },
  'api-key': { type: 'string' },
} as const;

const TYPES: Readonly<Record<RowsFormat, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
};

/** Runs `assay rows`. Throws a `CommandError` for wrong usage, and when the server refuses. */
export async function rowsCommand(
  args: readonly string[],
  { stdout, stderr }: CommandStreams,
  signal: AbortSignal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<0> {
  const { values } = readArguments(args, FLAGS);
  const run = required(values.run, 'run');
  const output = required(values.output, 'output');
  const format = formatOf(values.format, output);
  await fetchFile(
    {
      ...serverOf(values, env, 'run.readRows'),
      path: `api/runs/${encodeURIComponent(run)}/rows.${format}`,
      query: values.where === undefined ? {} : { where: values.where },
      type: TYPES[format],
    },
    output,
    stderr,
    signal,
  );
  stdout.write(`${output}\n`);
  return 0;
}

function formatOf(given: string | undefined, output: string): RowsFormat {
  const found = rowsFormat.safeParse(given ?? /\.([a-z]+)$/i.exec(output)?.[1]?.toLowerCase());
  if (found.success) return found.data;
  throw new CommandError(
    given === undefined
      ? `What format is "${output}" to have? Name it .csv, .jsonl or .parquet, or give --format.`
      : `--format is csv, jsonl or parquet, not "${given}".`,
  );
}
