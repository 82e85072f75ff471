import { LaunchError } from './fail.ts';

const HELP = `Usage: npm run <command>

  npm start               install, database, migrations, demo, build, serve (PORT, ASSAY_HOME)
  npm run dev             the same with reload
  npm test                every check and test, ending with "N passed, N failed"
  npm run test:soak       the random parts of the tests at 100 times the size
  npm run shots           every page in every state: pictures, and what is wrong with them
  npm run accept -- N     proves each acceptance line of issue N; --line K only that one; --help says the rest
  npm run bench           measurements and bars: percentiles, ratios, peak memory
  npm run backup -- FILE  the installation's data in one file
  npm run restore -- FILE the other way
  npm run -s assay -- --help   the command line
`;

type Command = (args: string[]) => Promise<number>;

/** Loaded on demand, so that starting does not pay for testing. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./serve.ts')).serve(false),
  dev: async () => (await import('./serve.ts')).serve(true),
  test: async () => (await import('./test.ts')).test,
  soak: async () => (await import('./test.ts')).soak,
  shots: async () => (await import('./shots/shots.ts')).shots,
  accept: async () => (await import('./accept/accept.ts')).accept,
  bench: async () => (await import('./bench.ts')).bench,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./backup.ts')).restore,
  migration: async () => (await import('./migration.ts')).writeMigration,
  /** For the command line, which the launcher starts by itself. */
  'lend-database': async () => (await import('./lend-database.ts')).lendDatabase,
  /** Only what every command begins with: for the command line, which the launcher starts by itself. */
  prepare: async () => async () => 0,
  help: async () => async () => {
    process.stdout.write(HELP);
    return 0;
  },
};

async function main(): Promise<number> {
  const [name = 'help', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (command === undefined) {
    process.stderr.write(`There is no command "${name}".\n\n${HELP}`);
    return 2;
  }
  // What a command imports may need the database client, which is generated: first of all, and loaded on its own.
  if (name !== 'help') await (await import('./build.ts')).generateClient();
  return (await command())(args);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(
      error instanceof LaunchError
        ? `${error.message}\n`
        : `${error instanceof Error ? error.stack : error}\n`,
    );
    process.exit(1);
  },
);
