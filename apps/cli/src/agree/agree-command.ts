import { asCommandError } from '../frame/as-command-error.ts';
import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { tellProgress } from '../frame/progress.ts';
import { readArguments, required } from '../frame/read-arguments.ts';
import { requireTable } from '../frame/require-table.ts';
import { withScratch } from '../frame/scratch.ts';
import { agreementDocument } from './agreement-document.ts';
import { agreementText } from './agreement-text.ts';
import { readRatings } from './read-ratings.ts';

const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
const WEIGHTS = ['identity', 'linear', 'quadratic', 'ordinal'] as const;

export const AGREE_HELP = `Usage: assay agree --ratings FILE [--level LEVEL] [--json] [flags]

How far raters agree, corrected for chance: Krippendorff's alpha, Fleiss' kappa, Gwet's AC1 or AC2, percentage
agreement, and Cohen's kappa of each pair of raters, each with its number of units and a 95% bootstrap interval.

  --ratings FILE        CSV, TSV, JSON lines or Parquet. Either one rating per row, in the columns unit, rater and
                        value; or one unit per row: the first column names it, each further column is a rater. An empty
                        cell is a rating that was not given.
  --unit, --rater, --value NAME
                        what these columns are called
  --level LEVEL         ${LEVELS.join(', ')}: what a difference between two ratings means (nominal)
  --order A,B,C         the categories in their order, for level ordinal; numbers are ordered by themselves. Also
                        names categories of the scale that nobody gave.
  --weights KIND        ${WEIGHTS.join(', ')}: how near categories count in kappa and AC2
                        (by level: identity, ordinal, quadratic, quadratic)
  --seed TEXT           seed of the intervals (1)
  --json                print the whole result as JSON ("type": "assay.agreement", "version": 1; see docs/cli.md)

Exit status: 0 done, also where a figure is undefined, with its reason; 2 wrong usage or ratings that cannot be read;
130 stopped by Ctrl-C.

Examples:
  assay agree --ratings ratings.csv
  assay agree --ratings severity.csv --level ordinal --order none,mild,severe
  assay agree --ratings ratings.csv --level interval --json | jq '.alpha'
`;

const FLAGS = {
  ratings: { type: 'string' },
  unit: { type: 'string' },
  rater: { type: 'string' },
  value: { type: 'string' },
  level: { type: 'string' },
  order: { type: 'string' },
  weights: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Runs `assay agree`. Throws a `CommandError` for wrong usage or ratings. */
export async function agreeCommand(
  args: readonly string[],
  { stdout, stderr }: CommandStreams,
  signal: AbortSignal,
): Promise<0> {
  const { values } = readArguments(args, FLAGS);
  const path = required(values.ratings, 'ratings');
  const level = oneOf('level', LEVELS, values.level) ?? 'nominal';
  const weights = oneOf('weights', WEIGHTS, values.weights);
  const order = values.order === undefined ? null : values.order.split(',').map((each) => each.trim());
  if (order !== null && new Set(order).size < order.length)
    throw new CommandError('The flag --order names a category twice.');
  await requireTable(path);
  const long = {
    unit: values.unit ?? 'unit',
    rater: values.rater ?? 'rater',
    value: values.value ?? 'value',
  };
  const named = [values.unit, values.rater, values.value].some((each) => each !== undefined);
  try {
    const read = await withScratch((folder) =>
      readRatings({ path, folder, long, named, level, order, signal, tell: tellProgress(stderr) }),
    );
    const document = agreementDocument(read, { level, weights, seed: values.seed ?? '1' });
    stdout.write(values.json === true ? `${JSON.stringify(document, null, 2)}\n` : agreementText(document));
    return 0;
  } catch (error) {
    throw asCommandError(error);
  }
}

function oneOf<T extends string>(flag: string, known: readonly T[], given: string | undefined): T | null {
  if (given === undefined) return null;
  const found = known.find((each) => each === given);
  if (found === undefined) throw new CommandError(`The flag --${flag} is one of ${known.join(', ')}.`);
  return found;
}
