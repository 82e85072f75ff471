import { CommandError } from './frame/command-error.ts';
import type { CommandStreams } from './frame/command-streams.ts';
import { readArguments, required } from './frame/read-arguments.ts';
import { HELP, LEDGER_HELP } from './help.ts';

export type Surroundings = {
  streams: CommandStreams;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  env: Readonly<Record<string, string | undefined>>;
};

type Command = { help: string; run: (args: string[], around: Surroundings) => Promise<number> };

/** Loaded on demand: asking for help does not wait for the database of tables. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  profile: async () => {
    const { PROFILE_HELP, profileCommand } = await import('./profile/profile-command.ts');
    return { help: PROFILE_HELP, run: (args, { streams, signal }) => profileCommand(args, streams, signal) };
  },
  synthesize: async () => {
    const { SYNTHESIZE_HELP, synthesizeCommand } = await import('./synthesize/synthesize-command.ts');
    return {
      help: SYNTHESIZE_HELP,
      run: (args, { streams, signal }) => synthesizeCommand(args, streams, signal),
    };
  },
  validate: async () => {
    const { VALIDATE_HELP, validateCommand } = await import('./validate/validate-command.ts');
    return {
      help: VALIDATE_HELP,
      run: (args, { streams, signal }) => validateCommand(args, streams, signal),
    };
  },
  agree: async () => {
    const { AGREE_HELP, agreeCommand } = await import('./agree/agree-command.ts');
    return { help: AGREE_HELP, run: (args, { streams, signal }) => agreeCommand(args, streams, signal) };
  },
  export: async () => {
    const { EXPORT_VERSION_HELP, exportVersionCommand } = await import('./exports/export-command.ts');
    return {
      help: EXPORT_VERSION_HELP,
      run: (args, { streams, signal, env }) => exportVersionCommand(args, streams, signal, env),
    };
  },
  pull: async () => {
    const { PULL_HELP, pullCommand } = await import('./exports/export-command.ts');
    return {
      help: PULL_HELP,
      run: (args, { streams, signal, env }) => pullCommand(args, streams, signal, env),
    };
  },
  push: async () => {
    const { PUSH_HELP, pushCommand } = await import('./push/push-command.ts');
    return {
      help: PUSH_HELP,
      run: (args, { streams, signal, env }) => pushCommand(args, streams, signal, env),
    };
  },
  inspect: async () => {
    const { INSPECT_HELP, inspectCommand } = await import('./exports/inspect-command.ts');
    return { help: INSPECT_HELP, run: (args, { streams }) => inspectCommand(args, streams) };
  },
  rows: async () => {
    const { ROWS_HELP, rowsCommand } = await import('./rows/rows-command.ts');
    return {
      help: ROWS_HELP,
      run: (args, { streams, signal, env }) => rowsCommand(args, streams, signal, env),
    };
  },
  'ledger verify': async () => {
    const { VERIFY_HELP, verifyCommand } = await import('./ledger/verify-command.ts');
    return {
      help: VERIFY_HELP,
      run: async (args, { streams }) => {
        const flags = { key: { type: 'string' }, json: { type: 'boolean' } } as const;
        const what = { min: 1, max: 1, what: 'file to verify' };
        const { values, positionals } = readArguments(args, flags, what);
        const key = required(values.key, 'key');
        return verifyCommand({ file: positionals[0] ?? '', key, json: values.json ?? false }, streams);
      },
    };
  },
  'ledger page': async () => {
    const { PAGE_HELP, pageCommand } = await import('./ledger/page-command.ts');
    return {
      help: PAGE_HELP,
      run: async (args, { streams }) => {
        const { values } = readArguments(args, { output: { type: 'string' } } as const);
        return pageCommand({ output: required(values.output, 'output') }, streams);
      },
    };
  },
  'ledger export': async () => {
    const { EXPORT_HELP, exportCommand } = await import('./ledger/export-command.ts');
    return {
      help: EXPORT_HELP,
      run: (args, { streams, signal, env }) => exportCommand(args, streams, signal, env),
    };
  },
};

const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
};

/** Runs one command line and gives its exit status. Wrong usage and input are one sentence on stderr and 2. */
export async function runCommandLine(args: readonly string[], around: Surroundings): Promise<number> {
  const { stdout, stderr } = around.streams;
  const words = args[0] === 'ledger' ? 2 : 1;
  const name = args.slice(0, words).join(' ');
  const rest = args.slice(words);
  if (args.length === 0) {
    stderr.write(HELP);
    return 2;
  }
  if (['--help', '-h', 'help'].includes(args[0] ?? '')) {
    stdout.write(HELP);
    return 0;
  }
  if (args[0] === 'ledger' && ['--help', '-h', 'help'].includes(args[1] ?? '')) {
    stdout.write(LEDGER_HELP);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    const what = name === 'ledger' ? '"ledger" needs a command' : `There is no command "${name}"`;
    stderr.write(`${what}: see "assay ${args[0] === 'ledger' ? 'ledger ' : ''}--help".\n`);
    return 2;
  }
  const { help, run } = await load();
  if (asksForHelp(rest)) {
    stdout.write(help);
    return 0;
  }
  try {
    return await run(rest, around);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    stderr.write(`${error.message}\n`);
    return 2;
  }
}
