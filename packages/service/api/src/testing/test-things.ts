import {
  addPopulation,
  command,
  createApiKey,
  createWebhook,
  inviteMember,
  keepBlobs,
  notify,
  saveView,
  sendWebhookTest,
  startThread,
  storeBlob,
  trashProject,
} from '@assay/services';
import { addSource, type TestDeps, type UserActor } from '@assay/services/testing';
import { importTable } from './import-table.ts';
import { makeBatch } from './make-batch.ts';
import { makeBlindTest } from './make-blind-test.ts';
import { makeGenerated } from './make-generated.ts';
import { makeGuideline } from './make-guideline.ts';
import { makeImageImport } from './make-image-import.ts';
import { makeLabelImport } from './make-label-import.ts';
import { makeLabelSchemas } from './make-label-schemas.ts';
import { makePractice } from './make-practice.ts';
import { makeRelease } from './make-release.ts';
import { makeReview } from './make-review.ts';
import { makeScenarios } from './make-scenarios.ts';
import { makeVersion } from './make-version.ts';

/**
 * One of everything in an organisation, by id, for asking every procedure about it. `things.x` in the table of
 * inputs is such an id; a new kind of thing is one entry here.
 */
export type Things = Awaited<ReturnType<typeof makeThings>>;
export type ThingName = keyof Things;

const PEOPLE = `mail,side,amount\n${Array.from(
  { length: 80 },
  (_, row) => `person${row}@example.com,${row % 4 === 0 ? 'left' : 'right'},${row * 3}`,
).join('\n')}\n`;

const GRID = { type: 'assay.grid-view', version: 1 };

export async function makeThings(test: TestDeps, owner: UserActor) {
  const { deps } = test;
  const { orgId, userId } = owner;
  const projectId = await test.project(owner, 'A project with one of everything');
  const trashedProjectId = await test.project(owner, 'A project in the trash');
  await trashProject(deps, owner, { projectId: trashedProjectId });
  const { sourceId, versionId } = await importTable(test, owner, {
    projectId,
    name: 'A source',
    csv: PEOPLE,
  });
  const population = await addPopulation(deps, owner, {
    sourceId,
    name: 'A population',
    citation: 'Counted for the test',
    columns: ['side'],
    rows: [
      { group: ['left'], size: 10 },
      { group: ['right'], size: 30 },
    ],
  });
  const otherSourceId = await addSource(test, { projectId, actor: owner, name: 'Another source' });
  const trashedSourceId = await addSource(test, {
    projectId,
    actor: owner,
    name: 'A trashed source',
    trashed: true,
  });
  const member = await test.member(orgId, ['member']);
  const projectMember = await test.member(orgId, ['member']);
  await test.inProject(projectId, projectMember, ['viewer']);
  const invited = await test.person();
  const invitation = await inviteMember(deps, owner, { email: invited.email, roles: ['member'] });
  const expiresAt = new Date(deps.clock.now().getTime() + 86_400_000).toISOString();
  const key = await createApiKey(deps, owner, { name: 'A key', scopes: ['org.read'], expiresAt });
  const view = await saveView(deps, owner, {
    table: { type: 'sources', id: projectId },
    name: 'A view',
    shared: true,
    state: GRID,
  });
  const generated = await makeGenerated(test, owner, { projectId, sourceId, versionId });
  const guided = await makeGuideline(test, owner, projectId);
  const batch = await makeBatch(test, owner, projectId, guided);
  const labelSchemas = await makeLabelSchemas(test, owner, projectId);
  const imported = await makeLabelImport(test, owner, { projectId, ...batch });
  const pictures = await makeImageImport(test, owner, projectId);
  const versions = await makeVersion(test, owner, projectId);
  const released = await makeRelease(test, owner, { projectId, ...versions });
  const blind = await makeBlindTest(test, owner, projectId);
  const practised = await makePractice(test, owner, projectId, batch.yesOrNoVersionId);
  const reviewed = await makeReview(test, owner, projectId, batch.yesOrNoVersionId);
  const scenarios = await makeScenarios(test, owner, projectId);
  const webhook = await createWebhook(deps, owner, {
    projectId,
    name: 'A webhook',
    url: 'https://hooks.example.com/assay',
    events: ['version.committed'],
  });
  const { deliveryId } = await sendWebhookTest(deps, owner, { webhookId: webhook.id });
  const talk = await startThread(deps, owner, {
    subjectType: 'batch',
    subjectId: batch.batchId,
    text: 'Is this as it should be?',
  });
  const exportId = deps.ids.next();
  const blob = await storeBlob(deps, orgId, { kind: 'organisation-export', source: Buffer.from('tar') });
  const measurementId = deps.ids.next();
  const uploadId = deps.ids.next();
  const made = await command(deps, owner, async ({ t, record, order }) => {
    const otherVersionId = (await t.sources.get(otherSourceId))?.currentVersionId ?? '';
    const [finding] = await t.sources.findings(versionId);
    const eventId = await record({
      action: 'test.made',
      object: { type: 'project', id: projectId },
      projectId,
    });
    const jobId = await order({
      kind: 'source.measure',
      payload: { versionId },
      subject: { type: 'sourceVersion', id: versionId },
      projectId,
    });
    await t.uploads.create({
      id: uploadId,
      projectId,
      createdBy: userId,
      fileName: 'table.csv',
      size: 10n,
      expiresAt: new Date(expiresAt),
    });
    await keepBlobs(t, [blob], { type: 'organisation-export', id: exportId });
    await t.measurements.addMany([measurementOf(measurementId, versionId)]);
    await notify(deps, t, {
      userIds: [userId],
      except: null,
      kind: 'member.joined',
      subject: {},
      link: '/members',
    });
    const [notification] = await t.notifications.list(userId, 1, null);
    if (finding === undefined) throw new Error('No personal data was found in the table of the test.');
    return { otherVersionId, findingId: finding.id, eventId, jobId, notificationId: notification?.id ?? '' };
  });
  return {
    orgId,
    ownerId: userId,
    projectId,
    trashedProjectId,
    sourceId,
    versionId,
    populationId: population.id,
    trashedSourceId,
    memberId: member.memberId,
    memberUserId: member.userId,
    projectMemberUserId: projectMember.userId,
    invitationId: invitation.id,
    keyId: key.id,
    viewId: view.id,
    exportId,
    measurementId,
    uploadId,
    webhookId: webhook.id,
    webhookDeliveryId: deliveryId,
    commentId: talk.commentId,
    commentThreadId: talk.threadId,
    ...batch,
    ...generated,
    ...guided,
    ...labelSchemas,
    ...imported,
    ...pictures,
    ...versions,
    ...released,
    ...reviewed,
    ...blind,
    ...practised,
    ...scenarios,
    ...made,
  };
}

function measurementOf(id: string, versionId: string) {
  return {
    id,
    metric: 'rows',
    method: 'count',
    methodVersion: 1,
    subjectType: 'sourceVersion',
    subjectId: versionId,
    slice: {},
    sliceKey: '',
    value: 3,
    reason: null,
    numerator: null,
    denominator: null,
    low: null,
    high: null,
    confidence: null,
    n: 3n,
    inputs: {},
    jobId: null,
  };
}
