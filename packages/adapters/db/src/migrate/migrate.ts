import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readMigrations, readSchemaFiles } from './migration-files.ts';
import { withSchemaEngine } from './schema-engine.ts';

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations in `prismaDir/migrations` that the database has not seen, in order, and records them in
 * `_prisma_migrations`, as `prisma migrate deploy` does. Applying nothing is quick and harmless.
 *
 * @returns names of the migrations applied now.
 */
export async function migrate(connectionString: string, prismaDir: string): Promise<string[]> {
  const [schema, migrations] = await Promise.all([readSchemaFiles(prismaDir), readMigrations(prismaDir)]);
  const lockfile = await readFile(path.join(prismaDir, 'migrations', 'migration_lock.toml'), 'utf8');
  return withSchemaEngine(connectionString, schema, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: path.join(prismaDir, 'migrations'),
        lockfile: { path: 'migration_lock.toml', content: lockfile },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: NO_FILTERS,
    });
    return appliedMigrationNames;
  });
}

type SchemaFiles = ReadonlyArray<{ path: string; content: string }>;

/**
 * SQL that takes a database of one schema to another, without looking at any database's contents.
 * @param from the earlier schema's files; none for an empty database.
 */
export async function schemaDifference(
  connectionString: string,
  from: SchemaFiles,
  to: SchemaFiles,
): Promise<string> {
  return withSchemaEngine(connectionString, to, async (engine) => {
    const { stdout } = await engine.diff({
      from: from.length === 0 ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [...from] },
      to: { tag: 'schemaDatamodel', files: [...to] },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    return stdout ?? '';
  });
}
