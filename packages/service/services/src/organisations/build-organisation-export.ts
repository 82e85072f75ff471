import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { blobKey } from '@assay/storage';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { exportLedger } from '../ledger/export-ledger.ts';
import { notify } from '../notifications/notify.ts';
import { type TarEntry, tarStream } from './tar-stream.ts';

const PAGE_ROWS = 2000;
const PAGE_FILES = 500;

export type ExportResult = {
  readonly exportId: string;
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
};

/**
 * Builds the archive that was ordered: every tenant table as JSON lines, found in the database's own catalogue so
 * that a new table is never forgotten; the names of the members; every stored file under its key; the ledger with
 * its proofs. Hashes of keys and of links stay behind. A retry makes the archive anew under the same key.
 */
export async function buildOrganisationExport(
  deps: Deps,
  run: JobRun<'organisation.export'>,
): Promise<ExportResult> {
  const { exportId } = run.job.payload;
  const key = blobKey({
    region: deps.region,
    orgId: run.job.orgId,
    kind: 'organisation-export',
    id: `${exportId}.tar`,
  });
  const stored = await run.step('archive', async () => {
    const folder = await mkdtemp(join(deps.workDir, 'export-'));
    try {
      return await deps.storage.put(key, tarStream(entries(deps, run, folder)), {
        contentType: 'application/x-tar',
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  await run.step('publish', async () => {
    await command(deps, run.actor, async ({ t, record }) => {
      const owner = { type: 'organisation-export', id: exportId };
      await t.blobs.add({
        key,
        sha256: stored.sha256,
        bytes: BigInt(stored.bytes),
        contentType: 'application/x-tar',
      });
      await t.blobs.refer([key], owner);
      await record({ action: 'organisation.exported', object: owner, details: { ...stored } });
      await notify(deps, t, {
        userIds: run.job.createdBy === null ? [] : [run.job.createdBy],
        except: null,
        kind: 'organisation.exported',
        subject: { jobId: run.job.id, bytes: stored.bytes },
        link: `/jobs/${run.job.id}`,
      });
    });
    return null;
  });
  return { exportId, key, sha256: stored.sha256, bytes: stored.bytes };
}

async function* entries(
  deps: Deps,
  run: JobRun<'organisation.export'>,
  folder: string,
): AsyncGenerator<TarEntry> {
  const { actor } = run;
  const { tables, totals } = await query(deps, actor, async (t) => ({
    tables: await t.exports.tables(),
    totals: await t.exports.blobTotals(),
  }));
  const total = tables.length + 4 + totals.files;
  let done = 0;
  const gzipped = (path: string, lines: AsyncIterable<string>) => gzipEntry(deps, folder, path, lines);
  const step = async (stage: string) => {
    done += 1;
    await run.progress({ stage, done, total: Math.max(total, done) });
  };

  yield textEntry(deps, 'README.txt', readme(tables.map((table) => table.name)));
  await step('tables');
  yield await gzipped('organisation.jsonl.gz', organisationLines(deps, run));
  await step('tables');
  yield await gzipped('people.jsonl.gz', peopleLines(deps, run));
  await step('tables');
  for (const table of tables) {
    yield await gzipped(`tables/${table.name}.jsonl.gz`, tableLines(deps, run, table));
    await step('tables');
  }
  yield await gzipped('ledger.jsonl.gz', await exportLedger(deps, actor));
  await step('ledger');
  for await (const file of files(deps, run)) {
    yield file;
    await step('files');
  }
}

/** Compressed into a file first: an archive states the length of each entry before its content. */
async function gzipEntry(
  deps: Deps,
  folder: string,
  path: string,
  lines: AsyncIterable<string>,
): Promise<TarEntry> {
  const file = join(folder, `${path.replaceAll('/', '-')}`);
  await pipeline(Readable.from(lines), createGzip(), createWriteStream(file));
  const { size } = await stat(file);
  const content = async function* () {
    yield* createReadStream(file);
    await rm(file);
  };
  return { path, bytes: size, modifiedAt: deps.clock.now(), content: content() };
}

function textEntry(deps: Deps, path: string, text: string): TarEntry {
  const bytes = Buffer.from(text);
  const content = async function* () {
    yield bytes;
  };
  return { path, bytes: bytes.length, modifiedAt: deps.clock.now(), content: content() };
}

async function* organisationLines(deps: Deps, run: JobRun<'organisation.export'>): AsyncGenerator<string> {
  const row = await query(deps, run.actor, (t) => t.organisations.current());
  if (row !== null) yield `${JSON.stringify(row)}\n`;
}

async function* peopleLines(deps: Deps, run: JobRun<'organisation.export'>): AsyncGenerator<string> {
  for (const person of await query(deps, run.actor, (t) => t.exports.people())) {
    yield `${JSON.stringify(person)}\n`;
  }
}

/** A transaction for each page, so that a long export holds none open. */
async function* tableLines(
  deps: Deps,
  run: JobRun<'organisation.export'>,
  table: { name: string; columns: string[]; key: string[] },
): AsyncGenerator<string> {
  let after: string | null = null;
  do {
    run.throwIfStopped();
    const from: string | null = after;
    const page: { lines: string[]; last: string | null } = await query(deps, run.actor, (t) =>
      t.exports.page(table, from, PAGE_ROWS),
    );
    for (const line of page.lines) yield `${line}\n`;
    after = page.lines.length < PAGE_ROWS ? null : page.last;
  } while (after !== null);
}

/** A file whose row is there and which is gone (swept since) is left out rather than failing the export. */
async function* files(deps: Deps, run: JobRun<'organisation.export'>): AsyncGenerator<TarEntry> {
  for await (const row of fileRows(deps, run)) {
    run.throwIfStopped();
    const head = await deps.storage.head(row.key);
    if (head === null) continue;
    yield {
      path: `blobs/${row.key}`,
      bytes: head.bytes,
      modifiedAt: row.createdAt,
      content: await deps.storage.get(row.key),
    };
  }
}

type FileRow = { key: string; createdAt: Date };

async function* fileRows(deps: Deps, run: JobRun<'organisation.export'>): AsyncGenerator<FileRow> {
  let after = '';
  let full = true;
  while (full) {
    const from = after;
    const page: FileRow[] = await query(deps, run.actor, (t) => t.exports.blobs(from, PAGE_FILES));
    yield* page;
    after = page.at(-1)?.key ?? '';
    full = page.length === PAGE_FILES;
  }
}

function readme(tables: readonly string[]): string {
  return `Export of one organisation from Assay.

organisation.jsonl.gz   the organisation itself
people.jsonl.gz         id, name and e-mail of its members
tables/<name>.jsonl.gz  one JSON object on each line, as stored: ${tables.join(', ')}
ledger.jsonl.gz         the audit log with its proofs; verify it with: assay ledger verify
blobs/<key>             stored files under the keys that the tables name

Columns of bytes are hexadecimal after \\x. Hashes of API keys and of invitation links are left out.
`;
}
