import { resolve } from 'node:path';
import { AssayError } from '@assay/contracts';
import { type AppDeps, createDeps, exportLedgerHere, readEnv } from '@assay/services';
import { CommandError } from '../frame/command-error.ts';
import { writeWhole } from '../frame/scratch.ts';
import { withLocalDatabase } from './local-database.ts';

/**
 * Writes the log of an organisation of the installation on this computer.
 *
 * @throws CommandError when there is no such installation or organisation, or its database breaks off
 */
export async function exportLocal(
  wanted: { output: string; org: string | undefined; home: string | undefined },
  signal: AbortSignal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const home = wanted.home === undefined ? null : resolve(wanted.home);
  await writeWhole(wanted.output, (write) =>
    withLocalDatabase(home, env, signal, async (lent) => {
      let app: AppDeps | null = null;
      try {
        app = createDeps(readEnv({ ...lent, LOG_LEVEL: 'silent' }), 'cli', { poolSize: 2 });
        for await (const line of await exportLedgerHere(app.deps, { slug: wanted.org ?? null })) {
          signal.throwIfAborted();
          await write(line);
        }
      } catch (error) {
        if (signal.aborted || error instanceof CommandError) throw error;
        if (error instanceof AssayError) throw new CommandError(error.message);
        const why = error instanceof Error ? error.message : String(error);
        throw new CommandError(`The installation could not be read: ${why.trim().replace(/\s*\n\s*/g, ' ')}`);
      } finally {
        await app?.close();
      }
    }),
  );
}
