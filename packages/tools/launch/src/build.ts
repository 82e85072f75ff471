import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { LaunchError } from './fail.ts';
import { root } from './root.ts';
import { runNode, toolFile } from './run-node.ts';
import { skipUnchanged } from './skip-unchanged.ts';

/** Generates the database client from the schema, when the schema has changed. */
export function generateClient(): Promise<void> {
  return skipUnchanged(
    {
      name: 'prisma-client',
      inputs: ['prisma/schema', 'packages/adapters/db/prisma.config.ts', 'pnpm-lock.yaml'],
      output: 'packages/adapters/db/src/generated/client.ts',
    },
    async () => {
      const { code, output } = await runNode({
        script: toolFile('packages/adapters/db', 'prisma/build/index.js'),
        args: ['generate'],
        cwd: path.join(root, 'packages/adapters/db'),
        env: {
          // Generating never runs the schema engine, but the tool insists that the file exists.
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          CHECKPOINT_DISABLE: '1',
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
        },
      });
      if (code !== 0) throw new LaunchError(`The database client could not be generated:\n${output}`);
    },
  );
}

/** Writes the page that verifies audit logs offline, which the web application offers for download. */
export function generateVerifyPage(): Promise<void> {
  const output = 'apps/web/public/verify.html';
  return skipUnchanged(
    {
      name: 'verify-page',
      inputs: ['apps/cli/src/ledger', 'packages/maths/ledger', 'pnpm-lock.yaml'],
      output,
    },
    async () => {
      await mkdir(path.dirname(path.join(root, output)), { recursive: true });
      const { code, output: said } = await runNode({
        script: path.join(root, 'apps/cli/src/main.ts'),
        args: ['ledger', 'page', '--output', path.join(root, output)],
        tsx: true,
      });
      if (code !== 0) throw new LaunchError(`The page that verifies logs could not be written:\n${said}`);
    },
  );
}

/** Builds the web application, when something that goes into it has changed. */
export async function buildWeb(say: (line: string) => void): Promise<void> {
  // Before what goes into the build is looked at: the page is one of those files.
  await generateVerifyPage();
  return skipUnchanged(
    {
      name: 'web',
      inputs: [
        'apps/web',
        'apps/cli/src/ledger',
        'packages',
        'prisma/schema',
        'pnpm-lock.yaml',
        'tsconfig.base.json',
      ],
      output: 'apps/web/.next/BUILD_ID',
    },
    async () => {
      say('Building the web application (the first time takes about a minute) ...');
      const { code, output } = await runNode({
        script: toolFile('apps/web', 'next/dist/bin/next'),
        args: ['build'],
        cwd: path.join(root, 'apps/web'),
        env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
      });
      if (code !== 0) throw new LaunchError(`The web application could not be built:\n${output}`);
    },
  );
}
