import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColumnSpec, type Policy, policy as policySchema, type Report } from '@assay/contracts';
import { DEFAULT_POLICIES } from '@assay/domain';
import { loadTable } from '@assay/services/load-table';
import {
  assembleReport,
  computeStage,
  prepareTables,
  REPORT_STAGES,
  type ReportParts,
  reportPage,
} from '@assay/services/reports';
import type { Table } from '@assay/stats';
import { asCommandError } from '../frame/as-command-error.ts';
import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { fileFault } from '../frame/file-fault.ts';
import { tellProgress } from '../frame/progress.ts';
import { readArguments, required } from '../frame/read-arguments.ts';
import { requireTable } from '../frame/require-table.ts';
import { isSameFile, withScratch, writeWhole } from '../frame/scratch.ts';
import { openTableFile } from '../tables/open-table-file.ts';
import { jsonOf, readSchema, type TableSchema, withSchema } from '../tables/read-schema.ts';
import { reportText } from './report-text.ts';

export const VALIDATE_HELP = `Usage: assay validate --real FILE --synthetic FILE [flags]

Compares a synthetic table with the real one that it was made from, on this computer, without a server: validity,
shapes and trends, detection, usefulness, privacy and bias, judged by the gates of a policy.

  --real FILE           the real rows that the generator was fitted on
  --synthetic FILE      the synthetic rows
  --holdout FILE        real rows that the generator has not seen; usefulness and privacy need them
  --target COLUMN       what a model would predict; usefulness needs it
  --favourable TEXT     the value of the target that is the favourable outcome; may be repeated; bias needs it
  --sensitive A,B       columns of groups that must be treated alike
  --quasi A,B,C         columns that together may single people out
  --schema FILE         types and roles of columns: the JSON of "assay profile", as you corrected it. Its roles stand
                        in for --target, --sensitive and --quasi where those are left out
  --policy NAME|FILE    ${Object.keys(DEFAULT_POLICIES).join(', ')}, or a policy as JSON; balanced without it
  --strict              gates that could not be assessed count as failed
  --seed TEXT           draws of rows and folds; 1 without it. The same files and seed give the same report
  --json FILE|-         write the whole report as JSON ("type": "assay.report", "version": 1; docs/report.md)
  --html FILE           write it as one page to read and print

Exit status: 0 every gate holds, 1 a gate fails (with --strict also: could not be assessed), 2 wrong usage or a file
that cannot be read or written, 130 stopped by Ctrl-C. On 2 and 130 nothing is left behind.

Examples:
  assay validate --real fit.csv --synthetic out.csv --holdout tune.csv --target income
  assay validate --real fit.csv --synthetic out.csv --holdout tune.csv --sensitive sex,race --quasi age,zip \\
    --policy strict --json report.json --html report.html
`;

const FLAGS = {
  real: { type: 'string' },
  synthetic: { type: 'string' },
  holdout: { type: 'string' },
  target: { type: 'string' },
  favourable: { type: 'string', multiple: true },
  sensitive: { type: 'string' },
  quasi: { type: 'string' },
  schema: { type: 'string' },
  policy: { type: 'string' },
  strict: { type: 'boolean' },
  seed: { type: 'string' },
  json: { type: 'string' },
  html: { type: 'string' },
} as const;

/** Runs `assay validate`. Throws a `CommandError` for wrong usage or input. */
export async function validateCommand(
  args: readonly string[],
  { stdout, stderr }: CommandStreams,
  signal: AbortSignal,
): Promise<number> {
  const { values } = readArguments(args, FLAGS);
  const paths = {
    real: required(values.real, 'real'),
    synthetic: required(values.synthetic, 'synthetic'),
    unseen: values.holdout ?? null,
  };
  const inputs = [paths.real, paths.synthetic, ...(paths.unseen === null ? [] : [paths.unseen])];
  for (const path of inputs) await requireTable(path);
  for (const output of [values.json, values.html]) {
    if (output === undefined || output === '-') continue;
    if (output === '') throw new CommandError('The flags --json and --html need a file.');
    for (const path of inputs)
      if (await isSameFile(path, output))
        throw new CommandError(`The report would replace the table ${path}: give another file.`);
  }
  if (paths.unseen !== null && (await isSameFile(paths.real, paths.unseen)))
    throw new CommandError(
      'The holdout is the file of the real rows: give rows that the generator has not seen.',
    );
  const schema = values.schema === undefined ? null : await readSchema(values.schema);
  const policy = await readPolicy(values.policy ?? 'balanced');
  const make = () =>
    withScratch((folder) =>
      makeReport({ paths, schema, policy, values, folder, signal, tell: tellProgress(stderr) }),
    ).catch((error: unknown) => {
      throw asCommandError(error);
    });
  const report = await write(values, make);
  if (values.json !== '-') stdout.write(reportText(report));
  return report.verdict === 'failed' || (values.strict === true && report.verdict !== 'passed') ? 1 : 0;

  async function write(
    to: { json?: string | undefined; html?: string | undefined },
    work: () => Promise<Report>,
  ) {
    let made: Report | null = null;
    const once = async () => {
      made ??= await work();
      return made;
    };
    const asJson = async () => `${JSON.stringify(await once(), null, 2)}\n`;
    // The places are opened before the work begins, so that an hour is not lost to a folder that cannot be written.
    const inHtml = () =>
      to.html === undefined ? once() : writeWhole(to.html, async (put) => put(reportPage(await once())));
    if (to.json === '-') {
      await inHtml();
      stdout.write(await asJson());
    } else if (to.json === undefined) await inHtml();
    else
      await writeWhole(to.json, async (put) => {
        await inHtml();
        await put(await asJson());
      });
    return once();
  }
}

type Given = {
  paths: { real: string; synthetic: string; unseen: string | null };
  schema: TableSchema | null;
  policy: Policy;
  values: {
    target?: string | undefined;
    favourable?: string[] | undefined;
    sensitive?: string | undefined;
    quasi?: string | undefined;
    seed?: string | undefined;
  };
  folder: string;
  signal: AbortSignal;
  tell: (stage: string, share?: number) => void;
};

async function makeReport(given: Given): Promise<Report> {
  const { paths, schema, folder, signal, tell, values } = given;
  const read = async (path: string, name: string, like: readonly ColumnSpec[] | null) => {
    const file = await openTableFile({
      path,
      dialect: undefined,
      folder: join(folder, name),
      signal,
      tell: (stage, share) => tell(`${stage} (${name})`, share),
      correct: (columns) => (like === null ? withSchema(columns, schema) : likeOthers(columns, like)),
    });
    try {
      const table: Table = await loadTable(file.reader, { signal });
      const input = {
        name: file.input.file,
        rows: table.rows,
        columns: table.columns.length,
        sha256: file.input.sha256,
      };
      const notices = [
        ...(file.rejected.count === 0
          ? []
          : [`${file.rejected.count} rows of the ${name} table could not be read and were left out.`]),
        ...file.misfits.map(
          (misfit) =>
            `${misfit.count} cells of ${misfit.column} in the ${name} table do not fit its type and count as missing.`,
        ),
      ];
      return { table, input, columns: file.manifest.columns, notices };
    } finally {
      await file.reader.close();
    }
  };
  const real = await read(paths.real, 'real', null);
  const synthetic = await read(paths.synthetic, 'synthetic', real.columns);
  const unseen = paths.unseen === null ? null : await read(paths.unseen, 'holdout', real.columns);
  const roles = (role: ColumnSpec['role']) =>
    schema === null ? [] : real.columns.filter((each) => each.role === role).map((each) => each.name);
  const list = (text: string | undefined, role: ColumnSpec['role']) =>
    text === undefined
      ? roles(role)
      : text
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== '');
  const target = values.target ?? roles('target')[0] ?? null;
  const tables = prepareTables({
    real,
    synthetic,
    unseen,
    columns: real.columns.map(({ name, type, role }) => ({ name, type, role })),
    question: {
      target,
      favourable: values.favourable ?? real.columns.find((each) => each.name === target)?.favourable ?? [],
      sensitive: list(values.sensitive, 'sensitive'),
      quasiIdentifiers: list(values.quasi, 'quasi-identifier'),
      seed: values.seed ?? '1',
    },
    notices: [real, synthetic, ...(unseen === null ? [] : [unseen])].flatMap((each) => each.notices),
  });
  const parts: Partial<ReportParts> = {};
  for (const stage of REPORT_STAGES) {
    tell(`Computing ${stage}`);
    // Between stages Ctrl-C is heard.
    await new Promise((next) => setImmediate(next));
    const control = {
      throwIfAborted: () => signal.throwIfAborted(),
      progress: (done: number, total: number) => tell(`Computing ${stage}`, done / Math.max(1, total)),
    };
    Object.assign(parts, { [stage]: computeStage(stage, tables, control) });
  }
  return assembleReport(tables, complete(parts), given.policy);
}

function complete(parts: Partial<ReportParts>): ReportParts {
  const { validity, fidelity, detection, utility, privacy, bias } = parts;
  if (!validity || !fidelity || !detection || !utility || !privacy || !bias)
    throw new Error('a stage of the report is missing');
  return { validity, fidelity, detection, utility, privacy, bias };
}

/** Columns of another table, typed as those of the real one, so that the same text becomes the same value. */
function likeOthers(columns: readonly ColumnSpec[], real: readonly ColumnSpec[]): ColumnSpec[] {
  const byName = new Map(real.map((column) => [column.name, column]));
  return columns.map((column) => {
    const model = byName.get(column.name);
    return model === undefined ? column : { ...model, index: column.index, sourceName: column.sourceName };
  });
}

async function readPolicy(given: string): Promise<Policy> {
  const known = Object.entries(DEFAULT_POLICIES).find(([name]) => name === given);
  if (known !== undefined) return known[1];
  const text = await readFile(given, 'utf8').catch((error: unknown) => {
    throw new CommandError(
      `The flag --policy takes ${Object.keys(DEFAULT_POLICIES).join(', ')} or a file; ${given} cannot be read: ${fileFault(error) ?? String(error)}.`,
    );
  });
  const read = policySchema.safeParse(jsonOf(text, given));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new CommandError(
    `The policy ${given} is not valid at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}.`,
  );
}
