import { type ImageOutcome, imageOutcome, jobStatus } from '@assay/contracts';
import type { ImageCounts, ImageItemPlace, Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { csvLine } from '@assay/formats';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import {
  documentsOfImageImport,
  type ImageImportRow,
  requireImageImport,
  statusOfImageImport,
} from './image-import-record.ts';

type Context = {
  counts: ReadonlyMap<string, ImageCounts>;
  people: ReadonlyMap<string, string>;
};

async function contextOf(t: Repositories, rows: readonly ImageImportRow[]): Promise<Context> {
  const people = rows.flatMap((row) => [
    row.createdBy,
    ...(row.withdrawnBy === null ? [] : [row.withdrawnBy]),
  ]);
  return {
    counts: await t.imageImports.counts(rows.map((row) => row.id)),
    people: await t.members.names(people),
  };
}

function viewOf(row: ImageImportRow, { counts, people }: Context) {
  const { about, failure } = documentsOfImageImport(row);
  const who = (userId: string | null) =>
    userId === null ? null : { userId, name: people.get(userId) ?? null };
  const { taken = 0, twice = 0, refused = 0, bytes = 0 } = counts.get(row.id) ?? {};
  return {
    id: row.id,
    projectId: row.projectId,
    number: row.number,
    name: row.name,
    about,
    status: statusOfImageImport(row),
    failure,
    taken,
    twice,
    refused,
    bytes,
    createdBy: who(row.createdBy),
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    withdrawnBy: who(row.withdrawnBy),
    withdrawnAt: row.withdrawnAt,
    revision: row.revision,
  };
}

export type ImageImportView = ReturnType<typeof viewOf>;

/** Imports of pictures in a project, the newest first. */
export function listImageImports(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; before?: number | undefined; limit: number },
): Promise<{ imports: ImageImportView[]; next: number | null }> {
  return query(deps, actor, async (t) => {
    const rows = await t.imageImports.list(input.projectId, input.limit, input.before ?? null);
    const page = rows.slice(0, input.limit);
    const context = await contextOf(t, page);
    return {
      imports: page.map((row) => viewOf(row, context)),
      next: rows.length > input.limit ? (page.at(-1)?.number ?? null) : null,
    };
  });
}

/** An import, what was uploaded for it, and the job that reads it. */
export function getImageImport(deps: Deps, actor: Actor, input: { importId: string }) {
  return query(deps, actor, async (t) => {
    const row = await requireImageImport(t, input.importId);
    const job = await t.jobs.newestFor(row.id, 'image.import');
    const files = await t.imageImports.files(row.id);
    return {
      ...viewOf(row, await contextOf(t, [row])),
      uploads: files.map(({ fileName, bytes, items }) => ({ fileName, bytes: Number(bytes), files: items })),
      job: job === null ? null : { id: job.id, status: jobStatus.parse(job.status) },
    };
  });
}

/** What became of the files of an import, in their order. */
export function listImageItems(
  deps: Deps,
  actor: Actor,
  input: {
    importId: string;
    outcome?: ImageOutcome | undefined;
    search?: string | undefined;
    /** The place of the last one that was seen: its upload, a dot, and its place there. */
    cursor?: string | undefined;
    limit: number;
  },
) {
  return query(deps, actor, async (t) => {
    const { outcome, search, cursor, limit } = input;
    const [file = -1, index = -1] = (cursor ?? '').split('.').filter(Boolean).map(Number);
    await requireImageImport(t, input.importId);
    const rows = await t.imageImports.items(input.importId, { outcome, search }, { file, index }, limit);
    const items = rows.slice(0, limit).map((row) => ({ ...row, outcome: imageOutcome.parse(row.outcome) }));
    const last = items.at(-1);
    return {
      items,
      next: rows.length > limit && last !== undefined ? `${last.file}.${last.index}` : null,
    };
  });
}

/** Lines of the manifests of an import that are said of no picture, in their order, beside how many there are. */
export function listManifestLines(
  deps: Deps,
  actor: Actor,
  input: {
    importId: string;
    /** The place of the last one that was seen: upload, file in it, and line, with dots. */
    cursor?: string | undefined;
    limit: number;
  },
) {
  return query(deps, actor, async (t) => {
    const { importId, cursor, limit } = input;
    await requireImageImport(t, importId);
    const [file = -1, index = -1, line = -1] = (cursor ?? '').split('.').filter(Boolean).map(Number);
    const rows = await t.imageManifests.refused(importId, { file, index, line }, limit);
    const refused = rows.slice(0, limit);
    const last = refused.at(-1);
    return {
      counts: await t.imageManifests.counts(importId),
      refused,
      next: rows.length > limit && last !== undefined ? `${last.file}.${last.index}.${last.line}` : null,
    };
  });
}

const HEAD = ['file', 'bytes', 'reason', 'what happened', 'what to do'];
const NUMERIC = HEAD.map((name) => name === 'bytes');
/** Rows that are asked for at a time. */
const PART = 1000;

function refusedAfter(deps: Deps, actor: Actor, importId: string, after: ImageItemPlace | null) {
  return query(deps, actor, (t) => t.imageImports.items(importId, { outcome: 'refused' }, after, PART));
}

/** What was not taken of an import, with the reasons, as CSV. That it left is on record. */
export async function downloadRefusedImages(
  deps: Deps,
  actor: Actor,
  input: { importId: string },
): Promise<{ fileName: string; content: AsyncGenerator<Uint8Array> }> {
  const row = await query(deps, actor, (t) => requireImageImport(t, input.importId));
  await recordAccess(deps, actor, {
    action: 'image-import.refused-downloaded',
    object: { type: 'imageImport', id: row.id },
    projectId: row.projectId,
  });
  async function* content(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(csvLine(HEAD, []));
    let after: ImageItemPlace | null = null;
    do {
      const rows = await refusedAfter(deps, actor, row.id, after);
      const page = rows.slice(0, PART);
      for (const { path, bytes, code, message, next } of page) {
        yield Buffer.from(csvLine([path, String(bytes), code, message, next], NUMERIC));
      }
      after = rows.length > PART ? (page.at(-1) ?? null) : null;
    } while (after !== null);
  }
  return { fileName: `images-${row.number}-refused.csv`, content: content() };
}
