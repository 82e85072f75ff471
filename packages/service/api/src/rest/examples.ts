import { commentExamples } from './comment-examples.ts';
import { scenarioExamples } from './scenario-examples.ts';
import { webhookExamples } from './webhook-examples.ts';

/** Made-up values that show the shape of requests and answers in the OpenAPI document. A test holds them to the schemas. */
const projectId = '01931b7a-6b1e-7cc3-98c4-dc0c0c07398f';
const sourceId = '01931b7b-1c5d-7e18-96f7-081920314b5c';
const uploadId = '01931b7b-0a2c-7e29-a718-1920314b5c6d';
const sourceVersionId = '01931b7c-22d0-7f3a-8b1d-4a5e6f708192';
const personId = '01931b79-0a4b-7d52-9e8f-1a2b3c4d5e6f';
const jobId = '01931b7d-9c1f-7a64-a0b1-c2d3e4f50617';
const eventId = '01931b7e-41d8-7b75-b2c3-d4e5f6071829';
const measurementId = '01931b7f-5e29-7c86-84d5-e6f70819203a';
const at = '2026-01-15T09:30:00.000Z';

const project = {
  id: projectId,
  name: 'Wildlife strikes',
  description: 'Reports of aircraft that met birds.',
  stakes: 'standard',
  revision: 1,
  createdAt: at,
  updatedAt: at,
  roles: ['engineer'],
};

const job = {
  id: jobId,
  kind: 'source.commit',
  status: 'RUNNING',
  projectId,
  subject: { type: 'sourceVersion', id: sourceVersionId },
  stage: 'write',
  done: 65536,
  total: 1000000,
  unit: 'rows',
  rate: 131072,
  timeLeftMs: 7130,
  attempt: 1,
  failure: null,
  result: null,
  orderedBy: { id: personId, name: 'An engineer' },
  createdAt: at,
  startedAt: at,
  finishedAt: null,
  cancelRequested: false,
  revision: 3,
};

const event = {
  id: eventId,
  at,
  action: 'project.created',
  actor: { kind: 'user', id: personId, name: 'An engineer' },
  object: { type: 'project', id: projectId },
  projectId,
  details: { name: 'Wildlife strikes', stakes: 'standard' },
  erased: false,
  index: 41,
};

const measurement = {
  id: measurementId,
  metric: 'rows',
  definition: {
    name: 'Rows',
    definition: 'Rows that were read and kept in this version.',
    method: 'Count of rows in all chunks of the version; rejected rows are not among them.',
    version: 1,
    unit: 'count',
    better: 'none',
  },
  method: 'count',
  methodVersion: 1,
  subject: { type: 'sourceVersion', id: sourceVersionId },
  slice: {},
  sliceKey: '',
  value: 10000,
  reason: null,
  numerator: null,
  denominator: null,
  low: null,
  high: null,
  confidence: null,
  n: '10000',
  inputs: {},
  jobId,
  at,
};

const recipeDocument = {
  type: 'assay.recipe',
  version: 1,
  method: 'tree',
  sourceId,
  target: 'damage',
  leaf: 50,
  columns: [],
  conditions: [
    {
      where: { op: 'compare', column: 'species', comparator: '=', value: 'Canada goose' },
      atLeast: 500,
    },
  ],
  constraints: [{ kind: 'range', column: 'height', low: 0, high: null }],
  seed: { kind: 'each-run' },
  rules: null,
};

const guidelineDocument = {
  type: 'assay.guideline',
  version: 1,
  sections: [
    {
      id: '01931b90-4b2c-7c10-8a1d-2f3a4b5c6d7e',
      heading: 'Which species',
      roles: ['annotator', 'expert'],
      body: 'Write the species as the report names it. Do **not** guess.',
    },
  ],
  glossary: [{ term: 'Remains', meaning: 'What is left of a bird after a strike.' }],
  examples: [
    {
      id: '01931b90-4b2c-7c10-8a1d-2f3a4b5c6d7f',
      verdict: 'correct',
      title: 'A strike without damage',
      content: { kind: 'row', values: [{ column: 'damage', value: 'none' }] },
      why: 'Nothing was repaired.',
    },
  ],
  checklist: [
    { id: '01931b90-4b2c-7c10-8a1d-2f3a4b5c6d80', text: 'The cost fits the damage', required: true },
  ],
  rules: [
    {
      id: '01931b90-4b2c-7c10-8a1d-2f3a4b5c6d81',
      text: 'Without damage nothing is repaired',
      severity: 'error',
      holds: {
        op: 'or',
        args: [
          { op: 'compare', column: 'damage', comparator: '!=', value: 'none' },
          { op: 'compare', column: 'cost', comparator: '=', value: 0 },
        ],
      },
    },
  ],
};
const guidelineVersionId = '01931b91-5c3d-7d21-8b2e-3a4b5c6d7e8f';
const labelSchemaDocument = {
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: '01931b84-bd7e-7c1b-992a-314b5c6d7f80',
      name: 'Species',
      prompt: 'Which animal was struck?',
      required: true,
      corrects: null,
      labels: [
        {
          id: '01931b85-ce8f-7d2c-8a3b-425c6d7f8091',
          name: 'Canada goose',
          description: '',
          parentId: null,
          colour: 'teal',
          key: '1',
          attributes: [],
          deprecated: false,
        },
      ],
    },
  ],
};
const labelSchemaVersionId = '01931b86-df90-7e3d-9b4c-536d7f8091a2';

const policyDocument = {
  type: 'assay.policy',
  version: 1,
  name: 'Wildlife strikes',
  description: '',
  gates: [
    {
      id: 'shapes',
      metric: 'shapes.error',
      green: { plus: 0.02, times: 1 },
      blocking: true,
      roles: [],
    },
  ],
};

const recipeVersionId = '01931b81-8a4b-7ea8-a6f7-081920314b5d';
const runId = '01931b82-9b5c-7fb9-b708-1920314b5c6e';
const reportId = '01931b83-ac6d-70ca-8819-20314b5c6d7f';
const subjects = {
  real: { kind: 'sourceVersion', versionId: sourceVersionId, split: 'fit' },
  synthetic: { kind: 'run', runId },
  unseen: { kind: 'sourceVersion', versionId: sourceVersionId, split: 'tune' },
};

export type RestExample = { body?: Record<string, unknown>; response?: unknown };

/** By path of the procedure. */
export const restExamples: Readonly<Record<string, RestExample>> = {
  'batch.createBlind': {
    body: {
      name: 'Can anybody tell?',
      description: '',
      runId,
      size: 100,
      overlap: 2,
      priority: 1,
      dueAt: null,
      assignment: 'pull',
      people: [],
    },
    response: { batchId: '01931b93-2b3c-7d4e-9f50-6b7c8d9e0f1b', jobId },
  },
  'batch.create': {
    body: {
      kind: 'label',
      name: 'Damaging strikes',
      description: 'What was damaged, and how badly.',
      runId,
      labelSchemaVersionId: '01931b92-1a2b-7c3d-8e4f-5a6b7c8d9e0f',
      selection: {
        type: 'assay.batch-selection',
        version: 1,
        where: { op: 'compare', column: 'Effect', comparator: '=', value: 'Aborted take-off' },
        size: 500,
        quota: null,
        order: 'shuffled',
        seed: 'first',
      },
      controls: { type: 'assay.batch-controls', version: 1, gold: 0, seeded: 0 },
      guidelineId: null,
      investigation: false,
      overlap: 2,
      reviewRate: null,
      priority: 1,
      dueAt: null,
      assignment: 'pull',
      people: [],
      prelabelImportId: null,
    },
    response: { batchId: '01931b93-2b3c-7d4e-9f50-6b7c8d9e0f1a', jobId },
  },
  'export.start': {
    body: { format: 'jsonl', leaveOutLost: false, pictureLabels: ['coco', 'voc'] },
    response: { exportId: '01931b95-4d5e-7f60-b172-8d9e0f1a2b3c', jobId },
  },
  'guideline.create': {
    body: { name: 'Strikes', description: '', document: guidelineDocument },
    response: { id: projectId, versionId: guidelineVersionId },
  },
  'guideline.save': {
    body: { revision: 1, document: guidelineDocument, note: 'Costs are checked', resolves: [] },
    response: { versionId: guidelineVersionId, number: 2 },
  },
  'job.cancel': { response: { ended: true } },
  'job.get': { response: { ...job, steps: [{ name: 'read', finishedAt: at }] } },
  'job.list': { response: { jobs: [job], cursor: null } },
  'job.retry': { response: { done: true } },
  'log.get': {
    response: {
      ...event,
      payload: '{"action":"project.created","type":"assay.event","version":1}',
      salt: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=',
      commitment: 'EjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8=',
      evidence: null,
    },
  },
  'log.list': { response: { events: [event], cursor: eventId } },
  'log.verifierKey': {
    response: { verifierKey: 'assay.example/ledger+1a2b3c4d+AQ==', size: 42, latestCheckpoint: null },
  },
  'measurement.get': {
    response: {
      ...measurement,
      history: [
        {
          id: measurementId,
          subjectId: sourceVersionId,
          versionNumber: 1,
          value: 10000,
          reason: null,
          low: null,
          high: null,
          n: '10000',
          method: 'count',
          methodVersion: 1,
          at,
        },
      ],
    },
  },
  'measurement.latest': { response: { measurements: [measurement] } },
  'member.list': {
    response: {
      members: [
        {
          id: '01931b80-7f3a-7d97-95e6-f7081920314b',
          userId: personId,
          name: 'An engineer',
          email: 'engineer@example.com',
          roles: ['member'],
          twoFactorEnabled: true,
          joinedAt: at,
          revision: 1,
          isMe: true,
          projects: [{ id: projectId, name: 'Wildlife strikes', roles: ['engineer'] }],
        },
      ],
      cursor: null,
    },
  },
  'project.create': {
    body: {
      name: 'Wildlife strikes',
      description: 'Reports of aircraft that met birds.',
      stakes: 'standard',
    },
    response: { id: projectId },
  },
  'project.get': {
    response: {
      ...project,
      createdBy: { userId: personId, name: 'An engineer' },
      permissions: ['project.read', 'source.read'],
      counts: { sources: 1, members: 3, openJobs: 1 },
    },
  },
  'project.list': {
    response: { projects: [{ ...project, counts: { sources: 1, members: 3 } }], cursor: null },
  },
  'project.update': { body: { revision: 1, name: 'Wildlife strikes, 1990 on' }, response: { revision: 2 } },
  'imageImport.create': {
    body: {
      name: 'Scenes of May',
      about: {
        type: 'assay.image-import',
        version: 1,
        origin: 'synthetic',
        generator: 'Scene renderer 2.1',
        licence: '',
        attribution: '',
        note: '',
      },
      uploadIds: [uploadId],
    },
    response: { importId: '01931b99-7a8b-7c9d-8e0f-1a2b3c4d5e6f', jobId },
  },
  'imageImport.withdraw': { body: { reason: 'The wrong folder.' }, response: { removed: 120 } },
  'labelImport.cancel': { response: { done: true } },
  'labelImport.commit': { response: { jobId } },
  'labelImport.create': {
    body: {
      use: 'labels',
      runId,
      labelSchemaVersionId: '01931b92-1a2b-7c3d-8e4f-5a6b7c8d9e0f',
      uploadId,
      source: 'A study of 2024',
      mapping: null,
    },
    response: { importId: '01931b98-7a8b-7c9d-8e0f-1a2b3c4d5e6f', jobId },
  },
  'labelImport.remap': {
    body: {
      source: '',
      mapping: {
        type: 'assay.label-import-mapping',
        version: 1,
        row: { by: 'identifier', columns: [{ column: 'Record', of: 'record_id' }] },
        answers: [{ questionId: '01931b92-1a2b-7c3d-8e4f-5a6b7c8d9e10', column: 'Damage' }],
        source: 'Annotator',
        confidence: null,
        at: null,
        comment: null,
      },
    },
    response: { jobId },
  },
  'labelImport.withdraw': { body: { reason: 'The wrong file.' }, response: { withdrawn: 500 } },
  'labelSchema.create': {
    body: { name: 'Species of strikes', description: '', document: labelSchemaDocument },
    response: { id: projectId, versionId: labelSchemaVersionId },
  },
  'labelSchema.save': {
    body: { revision: 1, document: labelSchemaDocument, note: 'Swans apart from geese' },
    response: { versionId: labelSchemaVersionId, number: 2 },
  },
  'policy.create': { body: { document: policyDocument }, response: { id: reportId } },
  'policy.save': { body: { revision: 1, document: policyDocument }, response: { number: 2 } },
  'recipe.create': {
    body: { name: 'Trees', description: '', document: recipeDocument },
    response: { id: projectId, versionId: recipeVersionId },
  },
  'recipe.save': {
    body: { revision: 1, document: recipeDocument, note: 'More geese' },
    response: { versionId: recipeVersionId, number: 2 },
  },
  'release.export': {
    body: { format: 'jsonl', pictureLabels: ['coco', 'yolo'] },
    response: { exportId: '01931b95-4d5e-7f60-b172-8d9e0f1a2b3c', jobId },
  },
  'release.request': {
    body: { title: 'Strikes of 2024', notes: 'For the model of next spring.', policyRef: 'balanced' },
    response: { releaseId: '01931b96-5e6f-7a71-8283-9eaf0b1c2d3e', number: 1, jobId },
  },
  'report.judge': {
    body: { policyRef: 'strict' },
    response: { judgementId: reportId, verdict: 'incomplete', gates: [] },
  },
  'report.start': {
    body: { name: 'Trees beside the source', subjects, policyRef: 'balanced' },
    response: { reportId, jobId },
  },
  'run.cancel': { response: { done: true } },
  'run.collectImages': {
    body: { name: 'Scenes at dusk', origin: 'synthetic', sequences: 'none', filter: { mark: 'dark' } },
    response: { runId, jobId },
  },
  'run.import': {
    body: {
      sourceId,
      uploadId,
      name: 'From another generator',
      provenance: {
        generator: { value: 'Another generator' },
        version: { value: '1.4' },
        seed: { value: '7' },
        prompt: null,
        parameters: { column: 'parameters' },
      },
      mapping: null,
    },
    response: { runId, jobId },
  },
  'run.rampUp': { body: { rows: 100000 }, response: { runId, jobId } },
  'run.remap': {
    body: { mapping: [{ from: 'Height_m', to: 'height' }] },
    response: { jobId },
  },
  'run.retry': { response: { done: true } },
  'run.start': {
    body: { kind: 'pilot', rows: 500, policyRef: 'balanced' },
    response: { runId, jobId },
  },
  'run.validate': { body: { policyRef: 'strict' }, response: { reportId, jobId } },
  'source.create': {
    body: { name: 'Strikes, 1990 on', description: '', uploadId },
    response: { id: sourceId, versionId: sourceVersionId, jobId },
  },
  'source.refresh': { body: { uploadId }, response: { versionId: sourceVersionId, jobId } },
  'sourceVersion.commit': {
    body: { revision: 2, columns: [{ index: 3, role: 'target' }] },
    response: { jobId },
  },
  'sourceVersion.orderSplit': {
    body: { plan: { method: 'random', seed: 'first', shares: { fit: 70, tune: 15, test: 15 } } },
    response: { splitId: sourceId, jobId },
  },
  'sourceVersion.updateColumns': {
    body: { edits: [{ index: 3, revision: 1, label: 'Cost of repair', unit: 'USD', confirmRole: true }] },
    response: { jobId: null },
  },
  'upload.create': {
    body: { fileName: 'strikes.csv', size: 1048576 },
    response: { id: uploadId, partBytes: 8388608 },
  },
  'upload.get': {
    response: {
      id: uploadId,
      fileName: 'strikes.csv',
      size: 1048576,
      received: 524288,
      complete: false,
      expiresAt: at,
    },
  },
  'version.commit': {
    body: {
      runIds: [runId],
      scope: 'accepted',
      method: 'majority',
      message: 'Damage labelled and reviewed.',
      branch: 'main',
      parentId: null,
    },
    response: { versionId: '01931b94-3c4d-7e5f-a061-7c8d9e0f1a2b', number: 1, jobId },
  },
  'version.moveRef': {
    body: { kind: 'tag', name: 'first', expected: null, to: '01931b94-3c4d-7e5f-a061-7c8d9e0f1a2b' },
    response: { does: 'create' },
  },
  ...commentExamples,
  ...scenarioExamples,
  ...webhookExamples,
};

/** An id to put into a path. */
export const exampleId = projectId;
