import { basename } from 'node:path';
import { dialect } from '@assay/contracts';
import { asCommandError } from '../frame/as-command-error.ts';
import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { tellProgress } from '../frame/progress.ts';
import { readArguments, required } from '../frame/read-arguments.ts';
import { requireTable } from '../frame/require-table.ts';
import { isSameFile, withScratch, writeWhole } from '../frame/scratch.ts';
import { profileTable } from './profile-table.ts';
import { profileText } from './profile-text.ts';
import { type DialectFlags, readDialect } from './read-dialect.ts';

export const PROFILE_HELP = `Usage: assay profile --input FILE [--json FILE|-] [flags of the dialect]

Reads a table (CSV, TSV, JSON lines or Parquet) on this computer, without a server, and says what it holds: how it
is written, the type, role and meaning of each column, personal data found in any value, and the profile of each
column and pair. Values of columns that may hold personal data are left out.

  --input FILE          the table
  --json FILE           write the whole result as JSON to FILE, which appears only when it is complete;
                        with - it goes to the output. Without it, a summary for people is printed.
                        ("type": "assay.cli-profile", "version": 1; described in docs/cli.md)

How the file is written is detected. Where that is wrong:
  --delimiter CHAR      one character; "tab" for a tab
  --quote CHAR          " or ', or "none"
  --encoding NAME       ${dialect.shape.encoding.options.join(', ')}
  --missing TEXT        a cell that is missing; may be repeated, and replaces what was detected
  --no-header           the first line is a row
  --skip-lines N        lines before the header or the first row

Exit status: 0 done, 2 wrong usage or a file that cannot be read or written, 130 stopped by Ctrl-C. Unless it is 0,
nothing is left behind.

Examples:
  assay profile --input patients.csv
  assay profile --input patients.csv --json profile.json
  assay profile --input patients.csv --json - | jq '.findings'
  assay profile --input export.txt --delimiter ';' --encoding windows-1252 --missing NA --missing -99
`;

const FLAGS = {
  input: { type: 'string' },
  json: { type: 'string' },
  delimiter: { type: 'string' },
  quote: { type: 'string' },
  encoding: { type: 'string' },
  missing: { type: 'string', multiple: true },
  'no-header': { type: 'boolean' },
  'skip-lines': { type: 'string' },
} as const;

/** Runs `assay profile`. Throws a `CommandError` for wrong usage or input. */
export async function profileCommand(
  args: readonly string[],
  { stdout, stderr }: CommandStreams,
  signal: AbortSignal,
): Promise<0> {
  const { values } = readArguments(args, FLAGS);
  const path = required(values.input, 'input');
  const output = values.json;
  if (output === '') throw new CommandError('The flag --json needs a file, or - for the output.');
  const flags = dialectFlags(values);
  await requireTable(path);
  if (output !== undefined && output !== '-' && (await isSameFile(path, output)))
    throw new CommandError('The result would replace the table: give --json another file.');

  const make = () =>
    withScratch(async (folder) => {
      const given = await readDialect(path, basename(path), flags);
      return profileTable({ path, dialect: given, folder, signal, tell: tellProgress(stderr) });
    });
  try {
    if (output === undefined) stdout.write(profileText(await make()));
    else if (output === '-') stdout.write(`${JSON.stringify(await make(), null, 2)}\n`);
    else {
      await writeWhole(output, async (write) => write(`${JSON.stringify(await make(), null, 2)}\n`));
      stdout.write(`${output}\n`);
    }
    return 0;
  } catch (error) {
    throw asCommandError(error);
  }
}

type Given = { [K in 'delimiter' | 'quote' | 'encoding' | 'skip-lines']?: string | undefined } & {
  missing?: string[] | undefined;
  'no-header'?: boolean | undefined;
};

function dialectFlags(given: Given): DialectFlags {
  const flags: DialectFlags = {};
  if (given.delimiter !== undefined) {
    const delimiter = given.delimiter === 'tab' || given.delimiter === '\\t' ? '\t' : given.delimiter;
    flags.delimiter = checked('delimiter', dialect.shape.delimiter, delimiter, 'one character, or "tab"');
  }
  if (given.quote !== undefined) {
    const quote = given.quote === 'none' ? null : given.quote;
    flags.quote = checked('quote', dialect.shape.quote, quote, `", ' or "none"`);
  }
  if (given.encoding !== undefined) {
    const names = dialect.shape.encoding.options.join(', ');
    flags.encoding = checked('encoding', dialect.shape.encoding, given.encoding.toLowerCase(), names);
  }
  if (given.missing !== undefined) {
    const markers = [...new Set(['', ...given.missing])];
    flags.missing = checked('missing', dialect.shape.missing, markers, 'at most 64 texts of 64 characters');
  }
  if (given['no-header'] === true) flags.header = false;
  const skip = given['skip-lines'];
  if (skip !== undefined) {
    const lines = /^\d+$/.test(skip) ? Number(skip) : skip;
    flags.skipLines = checked('skip-lines', dialect.shape.skipLines, lines, 'a number from 0 to 1000');
  }
  return flags;
}

type Schema<T> = { safeParse: (value: unknown) => { success: true; data: T } | { success: false } };

function checked<T>(flag: string, schema: Schema<T>, value: unknown, what: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new CommandError(`The flag --${flag} takes ${what}.`);
}
