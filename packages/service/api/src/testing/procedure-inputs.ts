import { randomUUID } from 'node:crypto';
import { DEFAULT_ROUTING, NO_TERMS } from '@assay/contracts';
import { answerOf } from '@assay/services/testing';
import type { Things } from './test-things.ts';

const { override, ...TERMS } = NO_TERMS;
const DIALECT = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  escape: 'double',
  header: true,
  skipLines: 0,
  missing: [''],
};

const RECIPE = { type: 'assay.recipe', version: 1, method: 'tree', sourceId: null };
const GUIDELINE = {
  type: 'assay.guideline',
  version: 1,
  sections: [
    { id: '01931b90-0000-7000-8000-000000000001', heading: 'What to look at', roles: [], body: 'The row.' },
  ],
};
const POLICY = {
  type: 'assay.policy',
  version: 1,
  name: 'A policy',
  gates: [{ id: 'shapes', metric: 'shapes.error', green: { plus: 0.1 } }],
};
const LABEL_SCHEMA = { type: 'assay.label-schema', version: 1, subject: 'row', questions: [] };
const PATTERN = { op: 'compare', column: 'id', comparator: '=', value: 1 };
const GOAL = { name: 'A goal', metric: 'shape-error', comparator: '<=', target: 0.1 };

/**
 * A valid input for each procedure, from the ids of one organisation. Tests that walk the whole router ask every
 * procedure with it, and with each id that it takes from `things` replaced by a foreign one. `undefined` is no input.
 */
export const procedureInputs: Readonly<Record<string, (things: Things) => object | undefined>> = {
  'agreement.compute': (things) => ({ batchId: things.batchId }),
  'agreement.get': (things) => ({ batchId: things.batchId }),
  'apiKey.create': () => ({ name: 'New', scopes: ['org.read'], expiresAt: inADay() }),
  'apiKey.list': () => undefined,
  'apiKey.revoke': (things) => ({ keyId: things.keyId }),
  'batch.cancel': (things) => ({ batchId: things.batchId, reason: '' }),
  'batch.countRows': (things) => ({ projectId: things.projectId, runId: things.labelledRunId }),
  'batch.create': (things) => ({
    projectId: things.projectId,
    name: 'New',
    runId: things.labelledRunId,
    labelSchemaVersionId: things.yesOrNoVersionId,
    guidelineId: things.guidelineId,
    selection: { type: 'assay.batch-selection', version: 1, seed: 'test' },
  }),
  'batch.forecast': (things) => ({
    projectId: things.projectId,
    kind: 'label',
    labelSchemaId: things.labelSchemaId,
    tasks: 10,
  }),
  'batch.get': (things) => ({ batchId: things.batchId }),
  'batch.list': (things) => ({ projectId: things.projectId }),
  'batch.pause': (things) => ({ batchId: things.batchId, does: 'pause' }),
  'batch.tasks': (things) => ({ batchId: things.batchId, personId: things.ownerId }),
  'batch.update': (things) => ({
    batchId: things.batchId,
    revision: 1,
    name: 'Changed',
    description: '',
    priority: 2,
    dueAt: null,
    overlap: 1,
    people: [],
  }),
  'batch.workers': (things) => ({ batchId: things.batchId }),
  'dashboard.items': (things) => ({
    projectId: things.projectId,
    batchId: things.batchId,
    personId: things.ownerId,
  }),
  'dashboard.labelling': (things) => ({ projectId: things.projectId, batchId: things.batchId }),
  'dashboard.mine': (things) => ({ projectId: things.projectId, batchId: things.batchId }),
  'dashboard.myItems': (things) => ({ projectId: things.projectId, batchId: things.batchId }),
  'dashboard.outlook': (things) => ({ projectId: things.projectId }),
  'dashboard.pulse': (things) => ({ projectId: things.projectId }),
  'goal.create': (things) => ({ projectId: things.projectId, goal: GOAL }),
  'goal.figures': (things) => ({ projectId: things.projectId, metric: 'shape-error' }),
  'goal.list': (things) => ({ projectId: things.projectId, reportId: things.reportId }),
  'goal.presets': (things) => ({ projectId: things.projectId, domain: 'health' }),
  'goal.remove': (things) => ({ goalId: things.goalId }),
  'goal.restore': (things) => ({ goalId: things.trashedGoalId }),
  'goal.update': (things) => ({ goalId: things.goalId, revision: 1, goal: GOAL }),
  'guideline.acknowledge': (things) => ({ guidelineVersionId: things.guidelineVersionId }),
  'guideline.acknowledgements': (things) => ({ guidelineId: things.guidelineId }),
  'guideline.answer': (things) => ({ questionId: things.guidelineQuestionId, revision: 1, answer: 'Yes.' }),
  'guideline.ask': (things) => ({ guidelineVersionId: things.guidelineVersionId, text: 'Is it so?' }),
  'guideline.compare': (things) => ({
    guidelineVersionId: things.earlierGuidelineVersionId,
    otherVersionId: things.guidelineVersionId,
  }),
  'guideline.copy': (things) => ({ guidelineVersionId: things.guidelineVersionId, name: 'A copy' }),
  'guideline.create': (things) => ({ projectId: things.projectId, name: 'New', document: GUIDELINE }),
  'guideline.get': (things) => ({ guidelineId: things.guidelineId }),
  'guideline.list': (things) => ({ projectId: things.projectId }),
  'guideline.questions': (things) => ({ guidelineId: things.guidelineId }),
  'guideline.restore': (things) => ({ guidelineId: things.trashedGuidelineId }),
  'guideline.save': (things) => ({
    guidelineId: things.guidelineId,
    revision: 2,
    document: GUIDELINE,
    resolves: [],
  }),
  'guideline.trash': (things) => ({ guidelineId: things.guidelineId }),
  'guideline.update': (things) => ({
    guidelineId: things.guidelineId,
    revision: 2,
    name: 'Renamed',
    description: '',
  }),
  'guideline.version': (things) => ({ guidelineVersionId: things.guidelineVersionId }),
  'home.get': () => undefined,
  'job.cancel': (things) => ({ jobId: things.jobId }),
  'job.counts': () => undefined,
  'job.get': (things) => ({ jobId: things.jobId }),
  'job.list': (things) => ({ projectId: things.projectId, subjectId: things.versionId }),
  'job.retry': (things) => ({ jobId: things.jobId }),
  'job.watch': () => undefined,
  'labelSchema.compare': (things) => ({
    labelSchemaVersionId: things.labelSchemaVersionId,
    otherVersionId: things.otherLabelSchemaVersionId,
  }),
  'labelSchema.copy': (things) => ({ labelSchemaVersionId: things.labelSchemaVersionId, name: 'A copy' }),
  'labelSchema.create': (things) => ({ projectId: things.projectId, name: 'New', document: LABEL_SCHEMA }),
  'labelSchema.get': (things) => ({ labelSchemaId: things.labelSchemaId }),
  'labelSchema.list': (things) => ({ projectId: things.projectId }),
  'labelSchema.restore': (things) => ({ labelSchemaId: things.trashedLabelSchemaId }),
  'labelSchema.save': (things) => ({
    labelSchemaId: things.labelSchemaId,
    revision: 1,
    document: LABEL_SCHEMA,
  }),
  'labelSchema.trash': (things) => ({ labelSchemaId: things.labelSchemaId }),
  'labelSchema.update': (things) => ({
    labelSchemaId: things.labelSchemaId,
    revision: 1,
    name: 'Renamed',
    description: '',
  }),
  'labelSchema.version': (things) => ({ labelSchemaVersionId: things.labelSchemaVersionId }),
  'log.actions': () => undefined,
  'log.get': (things) => ({ eventId: things.eventId }),
  'log.list': (things) => ({
    actorId: things.ownerId,
    objectType: 'project',
    objectId: things.projectId,
    projectId: things.projectId,
  }),
  'log.objectHistory': (things) => ({ type: 'project', id: things.projectId }),
  'log.verifierKey': () => undefined,
  'measurement.get': (things) => ({ measurementId: things.measurementId }),
  'measurement.latest': (things) => ({ subjectType: 'sourceVersion', subjectId: things.versionId }),
  'member.acceptInvitation': () => ({ token: 'x'.repeat(43) }),
  'member.invitations': () => undefined,
  'member.invite': (things) => ({
    email: 'new@example.com',
    roles: ['member'],
    project: { id: things.projectId, roles: ['viewer'] },
  }),
  'member.leave': () => undefined,
  'member.list': () => ({}),
  'member.previewInvitation': () => ({ token: 'x'.repeat(43) }),
  'member.remove': (things) => ({ memberId: things.memberId }),
  'member.revokeInvitation': (things) => ({ invitationId: things.invitationId }),
  'member.setRoles': (things) => ({ memberId: things.memberId, roles: ['admin'], revision: 1 }),
  'notification.list': () => ({}),
  'notification.markRead': (things) => ({ ids: [things.notificationId] }),
  'notification.unreadCount': () => undefined,
  'organisation.create': () => ({ name: 'New' }),
  // Not its name: the test must not end the organisation that it asks about.
  'organisation.delete': () => ({ name: 'Another name' }),
  'organisation.export.link': (things) => ({ exportId: things.exportId }),
  'organisation.export.list': () => undefined,
  'organisation.export.order': () => undefined,
  'organisation.get': () => undefined,
  'organisation.mine': () => undefined,
  'organisation.rename': () => ({ name: 'Renamed', revision: 1 }),
  'pattern.addRule': (things) => ({
    patternId: things.patternId,
    guidelineId: things.guidelineId,
    revision: 2,
    text: 'No such row.',
  }),
  'pattern.answerConstraint': (things) => ({ patternId: things.patternId, adopt: true }),
  'pattern.count': (things) => ({ batchId: things.reviewedBatchId, where: PATTERN }),
  'pattern.list': (things) => ({ projectId: things.projectId }),
  'pattern.proposeConstraint': (things) => ({ patternId: things.patternId }),
  'pattern.reject': (things) => ({
    batchId: things.reviewedBatchId,
    reviewItemId: things.reviewItemId,
    pattern: { name: 'New', where: PATTERN, reasons: ['implausible'] },
  }),
  'pattern.undo': (things) => ({ patternId: things.patternId }),
  'policy.create': (things) => ({ projectId: things.projectId, document: POLICY }),
  'policy.get': (things) => ({ policyId: things.policyId }),
  'policy.list': (things) => ({ projectId: things.projectId }),
  'policy.remove': (things) => ({ policyId: things.policyId }),
  'policy.restore': (things) => ({ policyId: things.trashedPolicyId }),
  'policy.save': (things) => ({ policyId: things.policyId, revision: 1, document: POLICY }),
  'policy.setStandard': (things) => ({ projectId: things.projectId, policyId: things.policyId }),
  'population.add': (things) => ({
    sourceId: things.sourceId,
    name: 'New',
    citation: 'Counted for the test',
    columns: ['side'],
    rows: [{ group: ['left'], size: 1 }],
  }),
  'population.list': (things) => ({ sourceId: things.sourceId }),
  'population.remove': (things) => ({ sourceId: things.sourceId, populationId: things.populationId }),
  'project.create': () => ({ name: 'New' }),
  'project.get': (things) => ({ projectId: things.projectId }),
  'project.list': () => ({}),
  'project.members': (things) => ({ projectId: things.projectId }),
  'project.removeMember': (things) => ({
    projectId: things.projectId,
    userId: things.projectMemberUserId,
  }),
  'project.restore': (things) => ({ projectId: things.trashedProjectId }),
  'project.setMember': (things) => ({
    projectId: things.projectId,
    userId: things.memberUserId,
    roles: ['viewer'],
  }),
  'project.trash': (things) => ({ projectId: things.projectId }),
  'project.update': (things) => ({ projectId: things.projectId, revision: 1, name: 'Changed' }),
  'recipe.check': (things) => ({
    projectId: things.projectId,
    document: { ...RECIPE, sourceId: things.sourceId },
    rows: 10,
  }),
  'recipe.compare': (things) => ({
    recipeVersionId: things.recipeVersionId,
    otherVersionId: things.otherRecipeVersionId,
  }),
  'recipe.copy': (things) => ({ recipeVersionId: things.recipeVersionId, name: 'A copy' }),
  'recipe.create': (things) => ({
    projectId: things.projectId,
    name: 'New',
    document: { ...RECIPE, sourceId: things.sourceId },
  }),
  'recipe.get': (things) => ({ recipeId: things.recipeId }),
  'recipe.list': (things) => ({ projectId: things.projectId }),
  'recipe.meanings': (things) => ({ projectId: things.projectId }),
  'recipe.restore': (things) => ({ recipeId: things.trashedRecipeId }),
  'recipe.save': (things) => ({
    recipeId: things.recipeId,
    revision: 1,
    document: { ...RECIPE, sourceId: things.sourceId },
  }),
  'recipe.trash': (things) => ({ recipeId: things.recipeId }),
  'recipe.update': (things) => ({ recipeId: things.recipeId, revision: 1, name: 'Renamed', description: '' }),
  'recipe.version': (things) => ({ recipeVersionId: things.recipeVersionId }),
  'report.compare': (things) => ({ reportId: things.reportId, otherReportId: things.otherReportId }),
  'report.document': (things) => ({ reportId: things.reportId }),
  'report.get': (things) => ({ reportId: things.reportId }),
  'report.judge': (things) => ({ reportId: things.reportId, policyRef: things.policyId }),
  'report.list': (things) => ({ projectId: things.projectId, runId: things.runId }),
  'report.start': (things) => ({
    projectId: things.projectId,
    subjects: {
      real: { kind: 'sourceVersion', versionId: things.versionId, split: 'fit' },
      synthetic: { kind: 'run', runId: things.runId },
      unseen: null,
    },
  }),
  'report.tryPolicy': (things) => ({ reportId: things.reportId, policyRef: things.policyId }),
  'review.answerReturn': (things) => ({
    returnId: things.reviewReturnId,
    reply: 'It is so.',
    revision: null,
  }),
  'review.claim': (things) => ({ projectId: things.projectId, batchId: things.reviewedBatchId }),
  'review.decide': (things) => ({
    reviewItemId: things.reviewItemId,
    leaseId: randomUUID(),
    verdict: { kind: 'reject', faults: ['other'] },
  }),
  'review.decisions': (things) => ({ projectId: things.projectId }),
  'review.get': (things) => ({ reviewItemId: things.reviewItemId }),
  'review.list': (things) => ({ projectId: things.projectId, batchId: things.reviewedBatchId }),
  'review.open': (things) => ({ reviewItemId: things.reviewItemId }),
  'review.release': (things) => ({ projectId: things.projectId, leaseId: randomUUID() }),
  'review.renew': (things) => ({ projectId: things.projectId, leaseId: randomUUID() }),
  'review.return': (things) => ({ returnId: things.reviewReturnId }),
  'review.returns': (things) => ({ projectId: things.projectId }),
  'review.routing': (things) => ({ projectId: things.projectId, batchId: things.reviewedBatchId }),
  'review.saveRouting': (things) => ({
    projectId: things.projectId,
    batchId: things.reviewedBatchId,
    known: 0,
    document: DEFAULT_ROUTING,
  }),
  'review.sweep': (things) => ({ batchId: things.reviewedBatchId }),
  'review.undo': (things) => ({ reviewItemId: things.reviewItemId }),
  'run.cancel': (things) => ({ runId: things.runId }),
  'run.dependents': (things) => ({ runId: things.runId }),
  'run.get': (things) => ({ runId: things.runId }),
  'run.import': (things) => ({
    projectId: things.projectId,
    sourceId: things.sourceId,
    uploadId: things.uploadId,
    provenance: { generator: { value: 'Another' } },
  }),
  'run.list': (things) => ({
    projectId: things.projectId,
    recipeId: things.recipeId,
    sourceId: things.sourceId,
  }),
  'run.rampUp': (things) => ({ runId: things.runId, rows: 10 }),
  'run.remap': (things) => ({ runId: things.runId, mapping: [] }),
  'run.restore': (things) => ({ runId: things.trashedRunId }),
  'run.retry': (things) => ({ runId: things.runId }),
  'run.rows': (things) => ({ runId: things.runId }),
  'run.start': (things) => ({ recipeVersionId: things.recipeVersionId, kind: 'pilot' }),
  'run.trash': (things) => ({ runId: things.runId }),
  'run.validate': (things) => ({ runId: things.runId }),
  'search.find': () => ({ text: 'everything' }),
  'source.create': (things) => ({
    projectId: things.projectId,
    name: 'New',
    uploadId: things.uploadId,
  }),
  'source.dependents': (things) => ({ sourceId: things.sourceId }),
  // Not its name: the test must not erase the source that it asks about.
  'source.erase': (things) => ({
    sourceId: things.sourceId,
    confirmName: 'Another name',
    reason: 'For the test',
  }),
  'source.get': (things) => ({ sourceId: things.sourceId }),
  'source.list': (things) => ({ projectId: things.projectId }),
  'source.override': (things) => ({
    sourceId: things.sourceId,
    revision: 1,
    reason: 'For the test alone',
  }),
  'source.privacyUnit': (things) => ({ sourceId: things.sourceId, revision: 1, unit: { kind: 'row' } }),
  'source.readiness': (things) => ({ sourceId: things.sourceId }),
  'source.refresh': (things) => ({ sourceId: things.sourceId, uploadId: things.uploadId }),
  'source.terms': (things) => ({ sourceId: things.sourceId, revision: 1, terms: TERMS }),
  'source.trash': (things) => ({ sourceId: things.sourceId }),
  'source.update': (things) => ({
    sourceId: things.sourceId,
    revision: 1,
    name: 'Renamed',
    description: '',
  }),
  'source.withdrawOverride': (things) => ({ sourceId: things.sourceId, revision: 1 }),
  'sourceVersion.bias': (things) => ({
    versionId: things.versionId,
    question: { groups: ['side'], target: null, favourable: [] },
    populationId: things.populationId,
  }),
  'sourceVersion.columnStats': (things) => ({
    versionId: things.versionId,
    column: 'amount',
    predicate: { op: 'true' },
  }),
  'sourceVersion.columns': (things) => ({ versionId: things.versionId }),
  'sourceVersion.commit': (things) => ({ versionId: things.versionId, revision: 1 }),
  'sourceVersion.decideFinding': (things) => ({
    findingId: things.findingId,
    revision: 1,
    status: 'CONFIRMED',
  }),
  'sourceVersion.discard': (things) => ({ versionId: things.versionId }),
  'sourceVersion.drift': (things) => ({ versionId: things.versionId }),
  'sourceVersion.findings': (things) => ({ versionId: things.versionId }),
  'sourceVersion.get': (things) => ({ versionId: things.versionId }),
  'sourceVersion.orderSplit': (things) => ({
    versionId: things.versionId,
    plan: {
      method: 'holdout',
      seed: 'test',
      holdoutVersionId: things.otherVersionId,
      shares: { fit: 8, tune: 2, test: 0 },
    },
  }),
  'sourceVersion.profile': (things) => ({ versionId: things.versionId }),
  'sourceVersion.restage': (things) => ({
    versionId: things.versionId,
    revision: 1,
    dialect: DIALECT,
  }),
  'sourceVersion.rows': (things) => ({ versionId: things.versionId }),
  'sourceVersion.splits': (things) => ({ versionId: things.versionId }),
  'sourceVersion.unmaskRows': (things) => ({
    versionId: things.versionId,
    unmask: { reason: 'For the test alone' },
  }),
  'sourceVersion.updateColumns': (things) => ({
    versionId: things.versionId,
    edits: [{ index: 0, revision: 1, label: 'Mail' }],
  }),
  'task.claim': (things) => ({ projectId: things.projectId, batchId: things.batchId }),
  'task.context': (things) => ({ batchId: things.batchId }),
  'task.ownNumbers': (things) => ({ projectId: things.projectId, since: '2026-01-01T00:00:00Z' }),
  'task.release': (things) => ({ projectId: things.projectId, leaseIds: [randomUUID()] }),
  'task.renew': (things) => ({ projectId: things.projectId, leaseIds: [randomUUID()] }),
  'task.saveDraft': (things) => ({
    taskId: things.taskId,
    leaseId: randomUUID(),
    change: { clientId: randomUUID(), step: 1, baseRevision: 0, set: { comment: 'so' } },
  }),
  'task.skip': (things) => ({ taskId: things.taskId, leaseId: randomUUID(), reason: 'unclear' }),
  'task.submit': (things) => ({
    taskId: things.taskId,
    leaseId: randomUUID(),
    annotationId: randomUUID(),
    payload: answerOf(true),
    activeMs: 1,
    toolVersion: 'test',
  }),
  'task.takeBack': (things) => ({ taskId: things.taskId }),
  'task.whyNone': (things) => ({ projectId: things.projectId }),
  'trash.list': () => undefined,
  'trash.restoreSource': (things) => ({ sourceId: things.trashedSourceId }),
  'upload.create': (things) => ({ projectId: things.projectId, fileName: 'table.csv', size: 10 }),
  'upload.discard': (things) => ({ uploadId: things.uploadId }),
  'upload.get': (things) => ({ uploadId: things.uploadId }),
  'upload.unfinished': (things) => ({ projectId: things.projectId }),
  'version.check': (things) => ({ versionId: things.datasetVersionId }),
  'version.commit': (things) => ({
    projectId: things.projectId,
    runIds: [things.versionRunId],
    scope: 'all',
    branch: 'another',
    parentId: things.datasetVersionId,
  }),
  'version.compare': (things) => ({ versionId: things.datasetVersionId, otherId: things.firstVersionId }),
  'version.differences': (things) => ({
    versionId: things.datasetVersionId,
    otherId: things.firstVersionId,
    kind: 'labels',
  }),
  'version.get': (things) => ({ versionId: things.datasetVersionId }),
  'version.list': (things) => ({ projectId: things.projectId }),
  'version.moveRef': (things) => ({
    projectId: things.projectId,
    kind: 'branch',
    name: 'main',
    expected: things.datasetVersionId,
    to: things.firstVersionId,
  }),
  'version.preview': (things) => ({
    projectId: things.projectId,
    runIds: [things.versionRunId],
    scope: 'labelled',
    method: 'majority',
  }),
  'version.refs': (things) => ({ projectId: things.projectId }),
  'version.samples': (things) => ({ versionId: things.datasetVersionId }),
  'view.list': (things) => ({ table: { type: 'sources', id: things.projectId } }),
  'view.remove': (things) => ({ viewId: things.viewId }),
  'view.rename': (things) => ({ viewId: things.viewId, name: 'Renamed' }),
  'view.save': (things) => ({
    table: { type: 'sources', id: things.projectId },
    name: 'New',
    state: { type: 'assay.grid-view', version: 1 },
  }),
  'view.share': (things) => ({ viewId: things.viewId, shared: false }),
};

function inADay(): string {
  return new Date(Date.now() + 86_400_000).toISOString();
}

/** The input of a procedure; fails with what to add where there is none. */
export function inputOf(path: string, things: Things): object | undefined {
  const make = procedureInputs[path];
  if (make === undefined) {
    throw new Error(
      `The procedure '${path}' has no entry in packages/service/api/src/testing/procedure-inputs.ts: add a valid input, taking every id from \`things\`.`,
    );
  }
  return make(things);
}

/** Which ids of an organisation the input of a procedure holds. */
export function thingsIn(path: string, things: Things): (keyof Things)[] {
  const asked = new Set<keyof Things>();
  inputOf(
    path,
    new Proxy(things, {
      get: (target, name) => {
        asked.add(name as keyof Things);
        return target[name as keyof Things];
      },
    }),
  );
  return [...asked];
}
