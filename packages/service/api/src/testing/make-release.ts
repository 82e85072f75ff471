import {
  approveRelease,
  createGuestLink,
  decideWaiver,
  getRelease,
  proposeWaiver,
  requestRelease,
} from '@assay/services';
import { runHere, type TestDeps, type UserActor } from '@assay/services/testing';

/** A release that waits for a decision with a proposed waiver, and one that is approved and shown to a guest. */
export async function makeRelease(
  test: TestDeps,
  owner: UserActor,
  given: { projectId: string; firstVersionId: string; datasetVersionId: string },
) {
  const { deps } = test;
  const manager = await test.member(owner.orgId, ['member']);
  await test.inProject(given.projectId, manager, ['manager']);
  const endsOn = new Date(deps.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
  const seen = async (releaseId: string) => ({
    releaseId,
    revision: (await getRelease(deps, owner, { releaseId })).revision,
  });
  const blocked = async (versionId: string) => {
    const { releaseId, jobId } = await requestRelease(deps, owner, {
      versionId,
      title: 'A release',
      notes: '',
    });
    const { status, error } = await runHere(deps, owner, jobId);
    if (status !== 'SUCCEEDED') throw new Error(`The release was not validated: ${JSON.stringify(error)}`);
    // Its rows were made without a source: that nothing real is known of them has to be waived.
    const { waiverId } = await proposeWaiver(deps, owner, {
      ...(await seen(releaseId)),
      key: 'reference',
      reason: 'Rows of the test',
      endsOn,
    });
    return { releaseId, waiverId };
  };
  const { releaseId: approvedReleaseId, waiverId: granted } = await blocked(given.datasetVersionId);
  await decideWaiver(deps, manager, {
    ...(await seen(approvedReleaseId)),
    waiverId: granted,
    grant: true,
    reason: 'For the test',
  });
  await approveRelease(deps, manager, { ...(await seen(approvedReleaseId)), reason: 'For the test' });
  const { guestLinkId } = await createGuestLink(deps, owner, {
    releaseId: approvedReleaseId,
    label: 'A guest',
    endsOn,
  });
  const { releaseId, waiverId } = await blocked(given.firstVersionId);
  return { releaseId, waiverId, approvedReleaseId, guestLinkId };
}
