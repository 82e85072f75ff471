import type { ExportedRelease } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, decideRelease, openBlockers } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { checkpointNow } from '../ledger/write-checkpoints.ts';
import { notify } from '../notifications/notify.ts';
import { asJson } from '../sources/source-record.ts';
import { pseudonymOf, requireManifest, requireVersion } from '../versions/version-record.ts';
import { releaseNotice } from './release-notice.ts';
import {
  blockersOf,
  checksOf,
  lockRelease,
  policyOfRelease,
  type ReleaseRow,
  releaseRefused,
  releaseStateOf,
  requireSeen,
  todayOf,
  waiversInForce,
} from './release-record.ts';
import { originsOf, requireTerms } from './release-terms.ts';

/**
 * What every export of the release says of it, with people as pseudonyms. Exact figures of real rows stay inside: neither
 * what was measured for a goal leaves, nor why a gate is red, which may name a rare value.
 */
async function approvalOf(
  t: Repositories,
  row: ReleaseRow,
  approvedBy: string,
  at: Date,
  today: string,
): Promise<ExportedRelease> {
  const checks = checksOf(row);
  const dataset = await t.versions.dataset(row.projectId);
  const salt = dataset?.pseudonymSalt ?? new Uint8Array();
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    approvedAt: at.toISOString(),
    requestedBy: pseudonymOf(salt, row.requestedBy),
    approvedBy: pseudonymOf(salt, approvedBy),
    policy: policyOfRelease(row).name,
    reports: (checks?.reports ?? []).map(({ reportId, testRows, verdict }) => ({
      reportId,
      testRows,
      verdict,
    })),
    goals: (checks?.goals ?? []).map(({ name, metric, slice, comparator, target, state, blocking }) => ({
      name,
      metric,
      ofPart: Object.keys(slice).length > 0,
      comparator,
      target,
      state,
      blocking,
    })),
    waivers: waiversInForce(row, today),
    pictures:
      checks?.pictures == null
        ? null
        : {
            pictures: checks.pictures.pictures,
            verdict: checks.pictures.verdict,
            gates: checks.pictures.gates.map(({ name, metric, status, blocking }) => ({
              name,
              metric,
              status,
              blocking,
            })),
            described: checks.pictures.described,
            rights: checks.pictures.rights.map(
              ({ origin, generator, model, licence, attribution, pictures }) => ({
                origin,
                generator,
                model,
                licence,
                attribution,
                pictures,
              }),
            ),
          },
  };
}

/** Who asked for the release, and who committed its version. */
const askers = (row: ReleaseRow): string[] => [row.requestedBy, row.version.createdBy];

/**
 * Approves a release: nothing stands in its way, the terms of its sources still allow it, and whoever approves did not
 * commit the version. The head of the ledger is signed at once, so that the decision is in a checkpoint.
 */
export async function approveRelease(
  deps: Deps,
  actor: Actor,
  input: { releaseId: string; revision: number; reason: string },
): Promise<void> {
  const personId = requirePerson(actor);
  await command(deps, actor, async ({ t, record }) => {
    const row = await lockRelease(t, input.releaseId);
    requireSeen(row, input.revision);
    const today = todayOf(deps);
    const state = releaseStateOf(row);
    const next = decideRelease(state, { kind: 'approve', personId, today });
    if (typeof next === 'string') {
      const open = next === 'blocked' ? openBlockers(state, today) : [];
      throw releaseRefused(
        next,
        blockersOf(row)
          .filter((blocker) => open.includes(blocker.key))
          .map((blocker) => blocker.name),
      );
    }
    const manifest = requireManifest(await requireVersion(t, row.versionId));
    await requireTerms(t, originsOf(manifest), deps.clock.now());
    const at = deps.clock.now();
    const approval = await approvalOf(t, row, personId, at, today);
    await t.releases.move(row.id, [row.status], {
      status: next.status,
      decidedBy: personId,
      decidedAt: at,
      reason: input.reason,
      approval: asJson(approval),
    });
    await record({
      action: 'release.approved',
      object: { type: 'release', id: row.id },
      projectId: row.projectId,
      details: {
        number: row.number,
        version: row.versionId,
        root: row.version.root,
        reason: input.reason,
        waived: state.blockers,
      },
      alsoTouched: [{ type: 'version', id: row.versionId }],
    });
    await notify(deps, t, releaseNotice(row, 'release.approved', askers(row), personId));
  });
  // The approval stands without it: a checkpoint is signed each minute anyway.
  await checkpointNow(deps, actor.orgId, 'release').catch((err) => {
    deps.log.error({ err, orgId: actor.orgId }, 'The checkpoint of a release could not be signed.');
  });
}

/** Rejects a release for a reason; another of the same version can be asked for. */
export function rejectRelease(
  deps: Deps,
  actor: Actor,
  input: { releaseId: string; revision: number; reason: string },
): Promise<void> {
  const personId = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const row = await lockRelease(t, input.releaseId);
    requireSeen(row, input.revision);
    const next = decideRelease(releaseStateOf(row), { kind: 'reject', personId });
    if (typeof next === 'string') throw releaseRefused(next);
    await t.releases.move(row.id, [row.status], {
      status: next.status,
      decidedBy: personId,
      decidedAt: deps.clock.now(),
      reason: input.reason,
    });
    await record({
      action: 'release.rejected',
      object: { type: 'release', id: row.id },
      projectId: row.projectId,
      details: { number: row.number, version: row.versionId, reason: input.reason },
      alsoTouched: [{ type: 'version', id: row.versionId }],
    });
    await notify(deps, t, releaseNotice(row, 'release.rejected', askers(row), personId));
  });
}

/** Withdraws a release, approved or not. From then on it says so wherever it appears, and nobody takes it out. */
export function withdrawRelease(
  deps: Deps,
  actor: Actor,
  input: { releaseId: string; revision: number; reason: string },
): Promise<void> {
  const personId = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const row = await lockRelease(t, input.releaseId);
    requireSeen(row, input.revision);
    const next = decideRelease(releaseStateOf(row), { kind: 'withdraw' });
    if (typeof next === 'string') throw releaseRefused(next);
    const at = deps.clock.now();
    await t.releases.move(row.id, [row.status], {
      status: next.status,
      withdrawnBy: personId,
      withdrawnAt: at,
      withdrawReason: input.reason,
    });
    for (const job of await t.jobs.openFor(row.id)) await t.jobs.requestCancel(job.id, at);
    await record({
      action: 'release.withdrawn',
      object: { type: 'release', id: row.id },
      projectId: row.projectId,
      details: { number: row.number, version: row.versionId, was: row.status, reason: input.reason },
      alsoTouched: [{ type: 'version', id: row.versionId }],
    });
    const everybody = (await t.projects.members(row.projectId)).map((member) => member.userId);
    await notify(deps, t, releaseNotice(row, 'release.withdrawn', everybody, personId));
  });
}
