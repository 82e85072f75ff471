import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

// Node has WebAssembly but its types do not declare it without those of the browser.
declare const WebAssembly: {
  instantiate: (
    bytes: Uint8Array,
    imports: object,
  ) => Promise<{ instance: { exports: Record<string, unknown> } }>;
};

type EngineModule = {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm: (exports: Record<string, unknown>) => void;
};

/**
 * Prisma's adapter splits scripts at every semicolon, which breaks function bodies and leaves a failed script half
 * applied. PostgreSQL itself runs a multi-statement query in one implicit transaction, so scripts go there whole.
 */
function withWholeScripts(adapter: SqlDriverAdapter, connectionString: string): SqlDriverAdapter {
  return new Proxy(adapter, {
    get(target, key) {
      if (key === 'executeScript') {
        return async (script: string) => {
          const client = new pg.Client({ connectionString });
          await client.connect();
          try {
            await client.query(script);
          } finally {
            await client.end();
          }
        };
      }
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

let loading: Promise<EngineModule> | undefined;

/**
 * The engine, once per process: its bindings keep one memory for the module, and timers of an earlier engine would
 * run in the memory of a later one.
 */
function engineModule(): Promise<EngineModule> {
  loading ??= loadEngineModule();
  return loading;
}

async function loadEngineModule(): Promise<EngineModule> {
  const require = createRequire(import.meta.url);
  const module = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as EngineModule;
  const bytes = await readFile(
    path.join(
      path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')),
      'schema_engine_bg.wasm',
    ),
  );
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': module });
  module.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== 'function') throw new Error('The schema engine has no start function.');
  start();
  return module;
}

/**
 * Runs `use` with Prisma's schema engine in WebAssembly on the database at `connectionString`, and disposes of
 * every connection afterwards (one left open makes the next apply wait for it).
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  schemaFiles: ReadonlyArray<{ path: string; content: string }>,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const module = await engineModule();
  const pool = new pg.Pool({ connectionString });
  const base = new PrismaPg(pool);
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: base.provider,
    adapterName: base.adapterName,
    connect: async () => withWholeScripts(await base.connect(), connectionString),
    connectToShadowDb: () =>
      Promise.reject(new Error('Migrations are written from the schema alone; no shadow database is used.')),
  };
  const engine = await module.SchemaEngine.new(
    { datamodels: schemaFiles.map((file) => [file.path, file.content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}
