import { refKind } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { releaseMarks, todayOf } from '../releases/release-record.ts';
import {
  failureOf,
  pseudonymOf,
  requireManifest,
  requireVersion,
  runsOfPictures,
  selectionOf,
  versionStatusOf,
} from './version-record.ts';

type ListedRow = Awaited<ReturnType<Repositories['versions']['list']>>[number];
type AnyRow = Omit<ListedRow, 'refs'>;

const number = (value: bigint | null): number | null => (value === null ? null : Number(value));

function viewOf(row: AnyRow) {
  return {
    id: row.id,
    projectId: row.projectId,
    number: row.number,
    message: row.message,
    status: versionStatusOf(row),
    selection: selectionOf(row),
    branch: row.branch,
    branchTook: row.branchTook,
    root: row.root,
    samples: number(row.samples),
    labels: number(row.labels),
    bytes: number(row.bytes),
    newBytes: number(row.newBytes),
    failure: failureOf(row),
    parents: row.parents.map((parent) => parent.parentId),
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    revision: row.revision,
  };
}

const refView = (ref: { kind: string; name: string }) => ({ kind: refKind.parse(ref.kind), name: ref.name });

/** Versions of a project, newest first, each with the names that point at it. */
export function listVersions(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; limit: number; before: string | null },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.versions.list(input.projectId, input.limit, input.before);
    const page = rows.slice(0, input.limit);
    const names = await t.members.names([...new Set(page.map((row) => row.createdBy))]);
    const marks = await releaseMarks(
      t,
      page.map((row) => row.id),
      todayOf(deps),
    );
    return {
      versions: page.map((row) => ({
        ...viewOf(row),
        createdByName: names.get(row.createdBy) ?? null,
        refs: row.refs.map(refView),
        releases: marks.get(row.id) ?? [],
      })),
      next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

/** Branches and tags of a project. */
export function listRefs(deps: Deps, actor: Actor, input: { projectId: string }) {
  return query(deps, actor, async (t) =>
    (await t.versions.refs(input.projectId)).map((ref) => ({
      ...refView(ref),
      versionId: ref.versionId,
      number: ref.version.number,
      movedBy: ref.movedBy,
      movedAt: ref.movedAt,
    })),
  );
}

/** Who is behind the pseudonyms of a project's versions, for those who may know. */
export async function namesOf(t: Repositories, projectId: string): Promise<Map<string, string>> {
  const dataset = await t.versions.dataset(projectId);
  if (dataset === null) return new Map();
  const names = await t.members.names(await t.versionContent.authors(projectId));
  return new Map([...names].map(([userId, name]) => [pseudonymOf(dataset.pseudonymSalt, userId), name]));
}

/** One version with everything that it is, except its rows. */
export function getVersion(deps: Deps, actor: Actor, input: { versionId: string }) {
  return query(deps, actor, async (t) => {
    const row = await requireVersion(t, input.versionId);
    const job = await t.jobs.newestFor(row.id);
    const parents = await t.versions.many(row.parents.map((parent) => parent.parentId));
    const names = await namesOf(t, row.projectId);
    const manifest = row.status === 'READY' ? requireManifest(row) : null;
    return {
      ...viewOf(row),
      createdByName: (await t.members.names([row.createdBy])).get(row.createdBy) ?? null,
      refs: (await t.versions.refsOf(row.id)).map(refView),
      releases: (await releaseMarks(t, [row.id], todayOf(deps))).get(row.id) ?? [],
      parentVersions: parents.map((parent) => ({ id: parent.id, number: parent.number })),
      jobId: job?.id ?? null,
      content:
        manifest === null
          ? null
          : {
              counts: manifest.counts,
              /** Are samples of it pictures? */
              hasPictures: runsOfPictures(manifest).length > 0,
              subroots: manifest.subroots,
              runs: manifest.runs.map(({ chunks, columns, ...run }) => ({
                ...run,
                columns: columns.map(({ name, type }) => ({ name, type })),
                files: chunks.length,
              })),
              documents: manifest.documents.list,
              distribution: manifest.distribution,
              people: manifest.people.map((person) => ({
                ...person,
                name: names.get(person.pseudonym) ?? null,
              })),
              files: (await t.versions.chunks(row.id)).map((chunk) => ({
                part: chunk.part,
                sha256: chunk.sha256,
                bytes: Number(chunk.bytes),
                runId: chunk.runId,
                fromRow: number(chunk.fromRow),
                toRow: number(chunk.toRow),
                isNew: chunk.isNew,
              })),
            },
    };
  });
}
