import type { ColumnSpec } from '@assay/contracts';
import { findPersonalData } from '@assay/services/find-personal-data';
import {
  type Acceptance,
  drawRows,
  engineOfDocument,
  type FittedModelDocument,
  fitDocument,
  type PlannedColumn,
  planColumns,
  sumOf,
} from '@assay/services/generation';
import { loadTable } from '@assay/services/load-table';
import { tableOf } from '@assay/stats';
import { asCommandError } from '../frame/as-command-error.ts';
import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { tellProgress } from '../frame/progress.ts';
import { readArguments, required } from '../frame/read-arguments.ts';
import { requireTable } from '../frame/require-table.ts';
import { isSameFile, withScratch, writeWhole } from '../frame/scratch.ts';
import { openTableFile } from '../tables/open-table-file.ts';
import { readSchema, withSchema } from '../tables/read-schema.ts';
import { columnsByRules, type RecipeStart, readRecipe, startRecipe, wholeNumber } from './read-recipe.ts';
import { csvHeader, csvRows } from './table-csv.ts';

export const SYNTHESIZE_HELP = `Usage: assay synthesize --input FILE --output FILE --rows N [flags]
       assay synthesize --rules FILE --output FILE --rows N [flags]

Learns a table (CSV, TSV, JSON lines or Parquet) and writes synthetic rows as CSV, on this computer, without a server.
Identifiers, free text and columns that hold personal data are made up by meaning and never learnt. By rules
(docs/generators/rules.md) rows are made from what a document says, without any real table.

  --input FILE          the real rows to learn from
  --output FILE         the synthetic rows; the file appears only when it is complete
  --rows N              how many
  --method NAME         tree (default), copula, independent (the control), or rules, which takes no --input
  --rules FILE          the rules document as JSON; the method is rules
  --seed TEXT           1 without it; the same input, flags and seed give the same rows
  --target COLUMN       drawn first by trees, so that its relations are kept best
  --leaf N              least rows of a leaf of a tree, 50 without it: more is more private and less exact
  --where 'COND:COUNT'  at least COUNT rows satisfy COND; may be repeated
  --constraints FILE    constraints as JSON (docs/cli.md)
  --recipe FILE         a recipe as JSON ("type": "assay.recipe"); flags take precedence over it
  --schema FILE         types and roles of columns: the JSON of "assay profile", as you corrected it
  --model-out FILE      write the fitted model as JSON
  --shards K            sample in K parts; the rows are the same whatever their number

Exit status: 0 done, 2 wrong usage or input, 130 stopped by Ctrl-C. Unless it is 0, nothing is left behind.

Examples:
  assay synthesize --input patients.csv --output synthetic.csv --rows 10000 --target outcome
  assay synthesize --input adult.csv --output out.csv --rows 5000 --where 'sex = "Female" and age > 60:500'
  assay synthesize --rules shop.json --output shop.csv --rows 100000 --seed 7
`;

const FLAGS = {
  input: { type: 'string' },
  output: { type: 'string' },
  rows: { type: 'string' },
  method: { type: 'string' },
  seed: { type: 'string' },
  target: { type: 'string' },
  leaf: { type: 'string' },
  where: { type: 'string', multiple: true },
  constraints: { type: 'string' },
  recipe: { type: 'string' },
  rules: { type: 'string' },
  schema: { type: 'string' },
  'model-out': { type: 'string' },
  shards: { type: 'string' },
} as const;

/** Runs `assay synthesize`. Throws a `CommandError` for wrong usage or input. */
export async function synthesizeCommand(
  args: readonly string[],
  { stdout, stderr }: CommandStreams,
  signal: AbortSignal,
): Promise<0> {
  const { values } = readArguments(args, FLAGS);
  const output = required(values.output, 'output');
  const rows = wholeNumber('rows', required(values.rows, 'rows'));
  const shards = wholeNumber('shards', values.shards ?? '1');
  const seed = values.seed ?? '1';
  const tell = tellProgress(stderr);
  const start = await startRecipe(values);
  const input = await inputOf(start, values.input, [output, values['model-out']]);
  const schema = values.schema === undefined ? null : await readSchema(values.schema);
  const control = (stage: string) => ({
    throwIfAborted: () => signal.throwIfAborted(),
    progress: (done: number, total: number) => tell(stage, done / Math.max(1, total)),
  });
  const learn = (path: string) =>
    withScratch(async (folder) => {
      const file = await openTableFile({
        path,
        dialect: undefined,
        folder,
        signal,
        tell,
        correct: (columns) => withSchema(columns, schema),
      });
      try {
        const { columns } = file.manifest;
        const { recipe, warnings } = await readRecipe(start, values, columns, rows);
        const findings = await findPersonalData(file.reader, columns, signal, async (done) =>
          tell('Looking for personal data', done / Math.max(1, file.manifest.rows)),
        );
        const planned = planColumns(recipe, columns, findings);
        stderr.write(
          planText(columns, howLearnt(planned), 'give --schema with a corrected profile where this is wrong'),
        );
        tellWarnings(warnings);
        const learnt = planned.filter(({ plan }) => plan.make === 'model').map(({ plan }) => plan.name);
        const table = await loadTable(file.reader, { columns: learnt, signal });
        const began = performance.now();
        tell('Learning');
        const model = fitDocument({ recipe, planned, table, seed, control: control('Learning') });
        return { model, fitRows: table.rows, fitMs: performance.now() - began };
      } finally {
        await file.reader.close();
      }
    });
  const tellWarnings = (warnings: readonly string[]) => {
    for (const warning of warnings) stderr.write(`Note: ${warning}\n`);
  };
  const byRules = async () => {
    const { planned, ruleOf } = columnsByRules(start);
    const columns = planned.map(({ spec }) => spec);
    const { recipe, warnings } = await readRecipe(start, values, columns, rows);
    stderr.write(planText(columns, ruleOf, 'as the rules say'));
    tellWarnings(warnings);
    const model = fitDocument({
      recipe,
      planned,
      table: tableOf([]),
      seed,
      control: control('Reading rules'),
    });
    return { model, fitRows: 0, fitMs: 0 };
  };
  try {
    await writeWhole(output, async (write) => {
      const { model, fitRows, fitMs } = input === null ? await byRules() : await learn(input);
      const began = performance.now();
      const accepted = await sample(model, { rows, shards, seed, write, control: control('Sampling') });
      const sampleMs = performance.now() - began;
      const modelOut = values['model-out'];
      if (modelOut !== undefined)
        await writeWhole(modelOut, async (put) => put(`${JSON.stringify(model)}\n`));
      stderr.write(
        `${[
          `${input === null ? 'Made by rules: ' : `Learnt ${fitRows} rows in ${(fitMs / 1000).toFixed(1)} s, sampled `}${rows} in ${(sampleMs / 1000).toFixed(1)} s (${Math.round(rows / Math.max(0.001, sampleMs / 1000))} a second), peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`,
          ...(accepted === null
            ? []
            : [`Of the rows that had to be judged, ${accepted.kept} of ${accepted.drawn} were kept.`]),
        ].join('\n')}\n`,
      );
    });
  } catch (error) {
    if (error instanceof RangeError)
      throw new CommandError(
        `The recipe cannot be run${input === null ? '' : ' on this table'}: ${error.message}.`,
      );
    throw asCommandError(error);
  }
  stdout.write(`${output}\n`);
  return 0;
}

type Sampling = {
  rows: number;
  shards: number;
  seed: string;
  write: (part: string) => Promise<void>;
  control: { throwIfAborted: () => void; progress: (done: number, total: number) => void };
};

/** Rows in memory at a time. */
const BATCH = 65_536;

async function sample(model: FittedModelDocument, { rows, shards, seed, write, control }: Sampling) {
  const engine = engineOfDocument(model);
  await write(csvHeader(model.columns));
  let accepted: Acceptance | null = null;
  for (let shard = 0; shard < shards; shard += 1) {
    const end = Math.floor(((shard + 1) * rows) / shards);
    for (let from = Math.floor((shard * rows) / shards); from < end; from += BATCH) {
      const to = Math.min(end, from + BATCH);
      const drawn = await drawRows(engine, model, {
        seed,
        from,
        to,
        rows,
        control: { throwIfAborted: control.throwIfAborted, progress: () => {} },
        onStep: async (done) => control.progress(from + done, rows),
      });
      await write(csvRows(drawn.table, model.columns));
      accepted = sumOf(accepted, drawn.acceptance);
    }
  }
  return accepted;
}

/** The table that is learnt from; null where rules make the rows. */
async function inputOf(
  { byRules }: RecipeStart,
  input: string | undefined,
  places: readonly (string | undefined)[],
): Promise<string | null> {
  if (byRules) {
    if (input === undefined) return null;
    throw new CommandError('The method rules learns from nothing: leave --input away.');
  }
  const path = required(input, 'input');
  await requireTable(path);
  for (const place of places)
    if (place !== undefined && (await isSameFile(path, place)))
      throw new CommandError(`${place} is the table that is read: give another file.`);
  return path;
}

const HOW: Readonly<Record<PlannedColumn['plan']['make'], string>> = {
  model: 'learnt',
  sequence: 'numbered',
  code: 'random code',
  uuid: 'random UUID',
  faker: 'made up',
};

/** How each column that is learnt from a table will be made. */
function howLearnt(planned: readonly PlannedColumn[]): (name: string) => string {
  const plan = new Map(planned.map((each) => [each.spec.name, each.plan]));
  return (name) => {
    const made = plan.get(name);
    if (made === undefined) return 'left out';
    return made.make === 'faker' ? `${HOW.faker} (${made.meaning})` : HOW[made.make];
  };
}

/** What was inferred of each column and how it will be made, so that a wrong guess is seen before it matters. */
function planText(columns: readonly ColumnSpec[], how: (name: string) => string, note: string): string {
  const clean = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, '?');
  const lines = columns
    .slice(0, 200)
    .map(
      ({ name, type, role }) =>
        `  ${clean(name).slice(0, 28).padEnd(28)} ${type.padEnd(10)} ${role.padEnd(16)} ${how(name)}`,
    );
  return `${[`Columns (${note}):`, ...lines].join('\n')}\n`;
}
