import { readFile } from 'node:fs/promises';
import {
  type ColumnSpec,
  type Recipe,
  type RecipeCondition,
  recipeCondition,
  recipeConstraint,
  recipeMethod,
  recipe as recipeSchema,
} from '@assay/contracts';
import { checkRecipe, parsePredicate } from '@assay/domain';
import {
  constraintProblems,
  type PlannedColumn,
  rulesColumns,
  rulesProblems,
} from '@assay/services/generation';
import { z } from 'zod';
import { CommandError } from '../frame/command-error.ts';
import { fileFault } from '../frame/file-fault.ts';
import { jsonOf } from '../tables/read-schema.ts';

export type RecipeFlags = {
  method?: string | undefined;
  target?: string | undefined;
  leaf?: string | undefined;
  where?: string[] | undefined;
  constraints?: string | undefined;
  recipe?: string | undefined;
  rules?: string | undefined;
};

/** The command line has no source of the product: the file that is read stands for it. */
const FILE_AS_SOURCE = '00000000-0000-7000-8000-000000000000';

/** As much of a checked rules document as is printed. */
const RULES = z.object({
  columns: z.array(z.object({ name: z.string(), rule: z.object({ make: z.string() }) })),
});

/** What the recipe's file and the flags say before any column is known. */
export type RecipeStart = { given: Readonly<Record<string, unknown>>; byRules: boolean };

/**
 * The beginning of a recipe: whether it learns from a table, or makes rows by rules.
 *
 * @throws CommandError for a file that is not valid, and for flags that contradict each other
 */
export async function startRecipe(flags: RecipeFlags): Promise<RecipeStart> {
  const base: unknown =
    flags.recipe === undefined
      ? { type: 'assay.recipe', version: 1, method: flags.rules === undefined ? 'tree' : 'rules' }
      : await readJson(flags.recipe);
  const given = {
    ...(typeof base === 'object' && base !== null ? base : {}),
    ...(flags.method === undefined ? {} : { method: checkedMethod(flags.method) }),
    ...(flags.rules === undefined ? {} : { rules: await readJson(flags.rules) }),
  };
  const byRules = 'method' in given && given.method === 'rules';
  if (flags.rules !== undefined && !byRules)
    throw new CommandError('The flag --rules belongs to the method rules: leave the other method away.');
  if (byRules && !('rules' in given && given.rules != null))
    throw new CommandError(
      'The method rules needs a rules document: give --rules or a --recipe that has one.',
    );
  return { given, byRules };
}

/**
 * The columns that the rules of a recipe make, and by which rule each.
 *
 * @throws CommandError when the rules are not valid
 */
export function columnsByRules({ given }: RecipeStart): {
  planned: PlannedColumn[];
  ruleOf: (name: string) => string;
} {
  const rules = z.json().parse(given.rules);
  const [wrong] = rulesProblems({ rules });
  const read = RULES.safeParse(rules);
  if (wrong !== undefined || !read.success)
    throw new CommandError(`The rules are not valid: ${wrong?.message ?? 'columns are expected.'}`);
  const makes = new Map(read.data.columns.map(({ name, rule }) => [name, rule.make]));
  return { planned: rulesColumns({ rules }), ruleOf: (name) => `by rule: ${makes.get(name)}` };
}

/**
 * The recipe of a command line: a recipe file, with what the flags say in its place.
 *
 * @throws CommandError for a flag or file that is not valid, and for what a run would be refused for
 */
export async function readRecipe(
  start: RecipeStart,
  flags: RecipeFlags,
  columns: readonly ColumnSpec[],
  rows: number,
): Promise<{ recipe: Recipe; warnings: string[] }> {
  const given = {
    ...start.given,
    sourceId: start.byRules ? null : FILE_AS_SOURCE,
    ...(flags.target === undefined ? {} : { target: flags.target }),
    ...(flags.leaf === undefined ? {} : { leaf: wholeNumber('leaf', flags.leaf) }),
    ...(flags.where === undefined ? {} : { conditions: flags.where.map((text) => condition(text, columns)) }),
    ...(flags.constraints === undefined ? {} : { constraints: await readConstraints(flags.constraints) }),
  };
  const read = recipeSchema.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new CommandError(
      `The recipe${flags.recipe === undefined ? '' : ` ${flags.recipe}`} is not valid at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}.`,
    );
  }
  const ofWords = checkRecipe(read.data, columns, rows);
  const isSound = ofWords.every((problem) => problem.severity !== 'error');
  const problems = isSound ? [...ofWords, ...constraintProblems(read.data, columns, rows)] : ofWords;
  const wrong = problems.find((problem) => problem.severity === 'error');
  if (wrong !== undefined)
    throw new CommandError([wrong.message, wrong.next].filter((part) => part !== null).join(' '));
  return { recipe: read.data, warnings: problems.map((problem) => problem.message) };
}

function checkedMethod(text: string): string {
  if (recipeMethod.safeParse(text).success) return text;
  throw new CommandError(`The flag --method takes ${recipeMethod.options.join(', ')}, not "${text}".`);
}

/** @throws CommandError unless the text is a whole number from 1 */
export function wholeNumber(flag: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < 1)
    throw new CommandError(`The flag --${flag} takes a whole number from 1, not "${text}".`);
  return value;
}

/** `sex = Female and age > 60:500`: the predicate, and after the last colon how many rows at least. */
function condition(text: string, columns: readonly ColumnSpec[]): RecipeCondition {
  const colon = text.lastIndexOf(':');
  const count = text.slice(colon + 1).trim();
  if (colon < 0 || !/^\d+$/.test(count))
    throw new CommandError(
      `The flag --where takes CONDITION:COUNT, as in 'age > 60:500'; "${text}" has no count.`,
    );
  const parsed = parsePredicate(
    text.slice(0, colon),
    columns.map((column) => column.name),
  );
  if (!parsed.ok)
    throw new CommandError(`The condition "${text.slice(0, colon)}" cannot be read: ${parsed.error.message}`);
  const read = recipeCondition.safeParse({ where: parsed.predicate, atLeast: Number(count) });
  if (read.success) return read.data;
  throw new CommandError(`The condition "${text}" is not valid: ${read.error.issues[0]?.message ?? ''}.`);
}

async function readConstraints(path: string) {
  const read = z.array(recipeConstraint).safeParse(await readJson(path));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new CommandError(
    `The constraints ${path} are not valid at ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? ''}.`,
  );
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandError(`The file ${path} cannot be read: ${fileFault(error) ?? String(error)}.`);
  });
  return jsonOf(text, path);
}
