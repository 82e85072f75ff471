import { LaunchError } from '../fail.ts';
import { deployMigrate } from './migrate.ts';

// The one-shot service `migrate` of docker-compose.yml.
deployMigrate(process.env, (line) => process.stdout.write(`${line}\n`)).then(
  () => process.exit(0),
  (error: unknown) => {
    const text = error instanceof LaunchError ? error.message : `The deployment was not prepared: ${error}`;
    process.stderr.write(`${text}\n`);
    process.exit(error instanceof LaunchError ? 2 : 1);
  },
);
