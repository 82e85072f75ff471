import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';

/** A release that something stands in the way of, one that is approved and shown to a guest, and one that is withdrawn. */
export type ReleaseWorld = {
  blockedRelease: string;
  release: string;
  withdrawnRelease: string;
  /** With its secret. */
  guestPath: string;
};

/** Releases of the versions of a project; made once, but for the link. */
export async function makeReleases(
  { manager, engineer }: { manager: ApiSession; engineer: ApiSession },
  of: { projectId: string; version: string; firstVersion: string },
): Promise<ReleaseWorld> {
  const { api } = manager;
  const known = await api.release.list.query({ projectId: of.projectId, limit: 50 });
  const titled = (title: string) => known.releases.find((each) => each.title === title)?.id;
  const release = titled(APPROVED) ?? (await approved(manager, engineer, of));
  const endsOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const { path } = await api.release.createGuestLink.mutate({
    releaseId: release,
    label: 'A partner of the demo',
    endsOn,
  });
  return {
    release,
    withdrawnRelease: titled(WITHDRAWN) ?? (await withdrawn(manager, of)),
    blockedRelease: titled(BLOCKED) ?? (await blocked(manager, of, endsOn)),
    guestPath: path,
  };
}

const APPROVED = 'Wages for a first model';
const WITHDRAWN = 'The first twenty rows';
const BLOCKED = 'Wages, strictly judged';

/** A release as it is now: whoever decides says what they saw. */
async function seen({ api }: ApiSession, releaseId: string) {
  const { revision } = await api.release.get.query({ releaseId });
  return { releaseId, revision };
}

async function validated({ api }: ApiSession, releaseId: string): Promise<void> {
  await eventually(
    async () => {
      const { status } = await api.release.get.query({ releaseId });
      if (status !== 'READY' && status !== 'BLOCKED') throw new Error(`The release is ${status}.`);
    },
    { timeout: 300_000, interval: 500 },
  );
}

/** What the engineer committed, so that the manager may approve it. */
async function approved(
  manager: ApiSession,
  engineer: ApiSession,
  of: { projectId: string; version: string },
): Promise<string> {
  const { selection, branch } = await manager.api.version.get.query({ versionId: of.version });
  const { versionId } = await engineer.api.version.commit.mutate({
    projectId: of.projectId,
    runIds: selection.runIds,
    scope: 'labelled',
    message: 'What the first model is trained on',
    branch: `${branch}-release`,
    parentId: of.version,
  });
  await eventually(
    async () => {
      const { status } = await engineer.api.version.get.query({ versionId });
      if (status !== 'READY') throw new Error(`The version is ${status}.`);
    },
    { timeout: 120_000, interval: 250 },
  );
  const { policies } = await manager.api.policy.list.query({ projectId: of.projectId });
  const policyRef = policies.find((each) => each.document.name === 'For pictures of versions')?.ref;
  const { releaseId } = await engineer.api.release.request.mutate({
    versionId,
    title: APPROVED,
    notes: 'For a first model of wages. Rows are synthetic; labels were given by people of the demo.',
    ...(policyRef === undefined ? {} : { policyRef }),
  });
  await validated(manager, releaseId);
  await waiveAll(manager, engineer, of.projectId, releaseId);
  await manager.api.release.approve.mutate({
    ...(await seen(manager, releaseId)),
    reason: 'Good enough to try a first model with.',
  });
  await manager.api.release.export.mutate({ releaseId, format: 'csv' });
  await eventually(
    async () => {
      const { exports } = await manager.api.release.exports.query({ releaseId, limit: 10 });
      if (exports[0]?.status !== 'READY') throw new Error('The export is not there yet.');
    },
    { timeout: 120_000, interval: 250 },
  );
  return releaseId;
}

/** A figure of thirty rows may miss a goal by chance: two managers then waive it, one of them for as long as that takes. */
async function waiveAll(
  manager: ApiSession,
  engineer: ApiSession,
  projectId: string,
  releaseId: string,
): Promise<void> {
  const { blockers, requestedBy } = await manager.api.release.get.query({ releaseId });
  if (blockers.length === 0) return;
  const userId = requestedBy?.userId;
  if (userId === undefined) throw new Error('Nobody asked for the release.');
  const be = (roles: ('engineer' | 'manager')[]) =>
    manager.api.project.setMember.mutate({ projectId, userId, roles });
  await be(['engineer', 'manager']);
  const endsOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  for (const { key } of blockers) {
    const reason = 'A goal for large tables, missed by chance with thirty rows.';
    const { waiverId } = await engineer.api.release.proposeWaiver.mutate({
      ...(await seen(manager, releaseId)),
      key,
      reason,
      endsOn,
    });
    await manager.api.release.decideWaiver.mutate({
      ...(await seen(manager, releaseId)),
      waiverId,
      grant: true,
      reason: 'Agreed.',
    });
  }
  await be(['engineer']);
}

async function withdrawn(manager: ApiSession, of: { firstVersion: string }): Promise<string> {
  const { api } = manager;
  const { releaseId } = await api.release.request.mutate({ versionId: of.firstVersion, title: WITHDRAWN });
  // Its final validation may begin or end between looking and withdrawing.
  await eventually(async () => {
    await api.release.withdraw.mutate({
      ...(await seen(manager, releaseId)),
      reason: 'Asked for too early: more rows come tomorrow.',
    });
  });
  return releaseId;
}

async function blocked(manager: ApiSession, of: { version: string }, endsOn: string): Promise<string> {
  const { api } = manager;
  const { releaseId } = await api.release.request.mutate({
    versionId: of.version,
    title: BLOCKED,
    policyRef: 'strict',
  });
  await validated(manager, releaseId);
  const { blockers } = await api.release.get.query({ releaseId });
  const [first] = blockers;
  if (first !== undefined) {
    await api.release.proposeWaiver.mutate({
      ...(await seen(manager, releaseId)),
      key: first.key,
      reason: 'Few rows: the next version holds more of them.',
      endsOn,
    });
  }
  return releaseId;
}
