import { notFound } from '@assay/contracts';
import { type Actor, decideRelease } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { notify } from '../notifications/notify.ts';
import { managersOf, releaseNotice } from './release-notice.ts';
import {
  blockersOf,
  lockRelease,
  releaseRefused,
  releaseStateOf,
  requireSeen,
  todayOf,
} from './release-record.ts';

/** Proposes to let a release pass what stands in its way, until a day, for a reason. A second manager decides. */
export function proposeWaiver(
  deps: Deps,
  actor: Actor,
  input: { releaseId: string; revision: number; key: string; reason: string; endsOn: string },
): Promise<{ waiverId: string }> {
  const personId = requirePerson(actor);
  const waiverId = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    const row = await lockRelease(t, input.releaseId);
    requireSeen(row, input.revision);
    const { key, reason, endsOn } = input;
    const next = decideRelease(releaseStateOf(row), {
      kind: 'propose-waiver',
      id: waiverId,
      key,
      personId,
      endsOn,
      today: todayOf(deps),
    });
    if (typeof next === 'string') throw releaseRefused(next);
    await t.releases.addWaiver({
      id: waiverId,
      releaseId: row.id,
      key,
      reason,
      endsOn,
      proposedBy: personId,
    });
    await t.releases.move(row.id, [row.status], { status: next.status });
    await record({
      action: 'release.waiver-proposed',
      object: { type: 'release', id: row.id },
      projectId: row.projectId,
      details: { waiver: waiverId, key, endsOn, reason },
    });
    const managers = await managersOf(t, row.projectId);
    await notify(deps, t, releaseNotice(row, 'release.waiver-proposed', managers, personId));
    return { waiverId };
  });
}

/** Grants or refuses a waiver. Whoever proposed it may only take it back. */
export function decideWaiver(
  deps: Deps,
  actor: Actor,
  input: { releaseId: string; revision: number; waiverId: string; grant: boolean; reason: string },
): Promise<void> {
  const personId = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const row = await lockRelease(t, input.releaseId);
    const { waiverId, grant, reason } = input;
    const waiver = row.waivers.find((each) => each.id === waiverId);
    if (waiver === undefined) throw notFound('waiver');
    requireSeen(row, input.revision);
    const next = decideRelease(releaseStateOf(row), {
      kind: 'decide-waiver',
      id: waiverId,
      personId,
      grant,
      today: todayOf(deps),
    });
    if (typeof next === 'string') throw releaseRefused(next);
    const decided = await t.releases.decideWaiver(waiverId, {
      status: grant ? 'GRANTED' : 'REFUSED',
      decidedBy: personId,
      decidedAt: deps.clock.now(),
      decisionReason: reason,
    });
    if (!decided) throw releaseRefused('waiver-decided');
    await t.releases.move(row.id, [row.status], { status: next.status });
    const blocker = blockersOf(row).find((each) => each.key === waiver.key);
    await record({
      action: grant ? 'release.waiver-granted' : 'release.waiver-refused',
      object: { type: 'release', id: row.id },
      projectId: row.projectId,
      details: { waiver: waiverId, key: waiver.key, of: blocker?.name ?? waiver.key, reason },
    });
    const kind = grant ? 'release.waiver-granted' : 'release.waiver-refused';
    await notify(deps, t, releaseNotice(row, kind, [waiver.proposedBy], personId));
  });
}
