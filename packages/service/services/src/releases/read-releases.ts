import { type VersionManifest, waiverStatus } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, openBlockers, waiverHolds } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { standardPolicy } from '../policies/policy-record.ts';
import { requireManifest, requireVersion, runsOfPictures } from '../versions/version-record.ts';
import { type ReleaseGroup, releaseGroups } from './release-groups.ts';
import {
  blockersOf,
  checksOf,
  policyOfRelease,
  type ReleaseRow,
  releaseFailure,
  releaseMark,
  releaseStateOf,
  requireRelease,
  todayOf,
} from './release-record.ts';
import { brokenTerms, originsOf } from './release-terms.ts';

type Names = ReadonlyMap<string, string>;

const person = (names: Names, userId: string | null) =>
  userId === null ? null : { userId, name: names.get(userId) ?? null };

function peopleOf(row: ReleaseRow): string[] {
  return [
    row.requestedBy,
    row.version.createdBy,
    row.decidedBy,
    row.withdrawnBy,
    ...row.waivers.flatMap((waiver) => [waiver.proposedBy, waiver.decidedBy]),
  ].filter((userId) => userId !== null);
}

function listed(row: ReleaseRow, names: Names, today: string) {
  return {
    ...releaseMark(row, today),
    projectId: row.projectId,
    notes: row.notes,
    version: {
      id: row.versionId,
      number: row.version.number,
      root: row.version.root,
      samples: row.version.samples === null ? null : Number(row.version.samples),
      message: row.version.message,
    },
    policyRef: row.policyRef,
    policyName: policyOfRelease(row).name,
    openBlockers: openBlockers(releaseStateOf(row), today).length,
    requestedBy: person(names, row.requestedBy),
    committedBy: person(names, row.version.createdBy),
    createdAt: row.createdAt,
    validatedAt: row.validatedAt,
    decidedBy: person(names, row.decidedBy),
    decidedAt: row.decidedAt,
    reason: row.reason,
    withdrawnBy: person(names, row.withdrawnBy),
    withdrawnAt: row.withdrawnAt,
    failure: releaseFailure(row),
    revision: row.revision,
  };
}

/** Releases of a project, newest first. */
export function listReleases(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; limit: number; before: string | null },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.releases.list(input.projectId, input.limit, input.before);
    const page = rows.slice(0, input.limit);
    const names = await t.members.names([...new Set(page.flatMap(peopleOf))]);
    const today = todayOf(deps);
    return {
      releases: page.map((row) => listed(row, names, today)),
      next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

/** How often the test rows of each source version were read, and by which releases. */
async function readsOf(t: Repositories, groups: readonly ReleaseGroup[], releaseId: string | null) {
  const reads = await t.releases.testReads(groups.map((group) => group.sourceVersionId));
  return groups.map((group) => {
    // Also those under another split: the rows are the same.
    const own = reads.filter((read) => read.sourceVersionId === group.sourceVersionId);
    return {
      source: {
        id: group.sourceId,
        versionId: group.sourceVersionId,
        name: group.sourceName,
        number: group.number,
      },
      runs: group.runs.map((run) => run.number),
      testRows: group.testRows,
      reads: own.length,
      readsHere: own.filter((read) => read.releaseId === releaseId).length,
      releases: new Set(own.map((read) => read.releaseId)).size,
      lastReadAt: own.at(-1)?.readAt ?? null,
    };
  });
}

/** The pictures that a version holds; null of one of rows alone. */
function picturesOf(manifest: VersionManifest) {
  const runs = runsOfPictures(manifest);
  if (runs.length === 0) return null;
  return {
    runs: runs.map(({ number }) => number),
    samples: runs.reduce((sum, run) => sum + run.samples, 0),
    /** All of the version are pictures: there is no row to compare. */
    alone: manifest.runs.every((run) => run.samples === 0 || runs.includes(run)),
  };
}

/** One release with everything that was found and decided about it. */
export function getRelease(deps: Deps, actor: Actor, input: { releaseId: string }) {
  return query(deps, actor, async (t) => {
    const row = await requireRelease(t, input.releaseId);
    const names = await t.members.names([...new Set(peopleOf(row))]);
    const today = todayOf(deps);
    const state = releaseStateOf(row);
    const open = new Set(openBlockers(state, today));
    const manifest = requireManifest(await requireVersion(t, row.versionId));
    const { groups, unreferenced } = await releaseGroups(t, manifest);
    const job = await t.jobs.newestFor(row.id);
    const reports = await t.releases.reports(row.id);
    return {
      ...listed(row, names, today),
      checks: checksOf(row),
      blockers: blockersOf(row).map((blocker) => ({ ...blocker, open: open.has(blocker.key) })),
      waivers: row.waivers.map((waiver) => ({
        id: waiver.id,
        key: waiver.key,
        status: waiverStatus.parse(waiver.status),
        holds: state.waivers.some((each) => each.id === waiver.id && waiverHolds(each, today)),
        reason: waiver.reason,
        endsOn: waiver.endsOn,
        proposedBy: person(names, waiver.proposedBy),
        createdAt: waiver.createdAt,
        decidedBy: person(names, waiver.decidedBy),
        decidedAt: waiver.decidedAt,
        decisionReason: waiver.decisionReason,
      })),
      reports: reports.map((report) => ({ id: report.id, name: report.name, status: report.status })),
      tests: await readsOf(t, groups, row.id),
      unreferenced,
      pictures: picturesOf(manifest),
      /** Sources whose terms forbid by now what was made of them. */
      terms: await brokenTerms(t, originsOf(manifest), deps.clock.now()),
      today,
      job:
        job === null
          ? null
          : {
              id: job.id,
              status: job.status,
              stage: job.stage,
              done: Number(job.done),
              total: job.total === null ? null : Number(job.total),
            },
    };
  });
}

/** What asking for a release of a version would read and be judged by. Nothing is read. */
export function previewRelease(deps: Deps, actor: Actor, input: { versionId: string }) {
  return query(deps, actor, async (t) => {
    const version = await requireVersion(t, input.versionId);
    const manifest = requireManifest(version);
    const { groups, unreferenced } = await releaseGroups(t, manifest);
    const goals = await t.goals.list(version.projectId);
    const undecided = await t.releases.undecidedOf(version.id);
    return {
      version: { id: version.id, number: version.number, root: version.root, projectId: version.projectId },
      policyRef: await standardPolicy(t, version.projectId),
      tests: await readsOf(t, groups, null),
      unreferenced,
      pictures: picturesOf(manifest),
      terms: await brokenTerms(t, originsOf(manifest), deps.clock.now()),
      goals: goals.map(({ id, name, blocking }) => ({ id, name, blocking })),
      undecided: undecided === null ? null : { id: undecided.id, number: undecided.number },
    };
  });
}
