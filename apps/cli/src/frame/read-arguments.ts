import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * A command's flags and positional arguments.
 *
 * @throws CommandError in one sentence when a flag is unknown, lacks its value or stands twice
 */
export function readArguments<T extends Options>(
  args: readonly string[],
  options: T,
  positionals: { min: number; max: number; what: string } = { min: 0, max: 0, what: 'argument' },
) {
  const read = (() => {
    try {
      return parseArgs({
        args: joined(args, options),
        options,
        allowPositionals: true,
        strict: true,
        tokens: true,
      });
    } catch (error) {
      throw new CommandError(error instanceof Error ? firstSentence(error.message) : String(error));
    }
  })();
  const seen = new Set<string>();
  for (const token of read.tokens) {
    if (token.kind !== 'option' || options[token.name]?.multiple === true) continue;
    if (seen.has(token.name)) throw new CommandError(`The flag --${token.name} is given twice.`);
    seen.add(token.name);
  }
  const { min, max, what } = positionals;
  if (read.positionals.length < min) throw new CommandError(`The ${what} is missing.`);
  const extra = read.positionals[max];
  if (extra !== undefined) throw new CommandError(`There is an argument too many: "${extra}".`);
  return { values: read.values, positionals: read.positionals };
}

/** A negative number after a flag is its value, although it looks like a flag itself. */
function joined(args: readonly string[], options: Options): string[] {
  const out: string[] = [];
  let flags = true;
  const takesText = (flag: string) => flag.startsWith('--') && options[flag.slice(2)]?.type === 'string';
  for (const arg of args) {
    const before = out.at(-1);
    if (flags && before !== undefined && /^-\d/.test(arg) && takesText(before)) {
      out[out.length - 1] = `${before}=${arg}`;
    } else out.push(arg);
    flags &&= arg !== '--';
  }
  return out;
}

function firstSentence(message: string): string {
  const sentence = message.split(/\.(?:\s|$)/, 1)[0] ?? message;
  return `${sentence}.`;
}

/**
 * The value of a flag that has to be there.
 *
 * @throws CommandError when it is not, or is empty
 */
export function required(value: string | undefined, flag: string): string {
  if (value === undefined || value === '') throw new CommandError(`The flag --${flag} is missing.`);
  return value;
}
