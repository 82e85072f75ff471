import { randomUUID } from 'node:crypto';
import type { Annotation } from '@assay/contracts';
import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';
import { LABELLED } from './make-label-schema.ts';

export type ReviewWorld = { reviewBatch: string; openReview: string; returned: string };

const NAME = 'Wages that two people answered';
const LONG = { timeout: 120_000, interval: 250 };

const answer = (group: number, rating: number, comment = ''): Annotation => ({
  type: 'assay.annotation',
  version: 1,
  answers: {
    [LABELLED.group]: {
      kind: 'single',
      label: { labelId: LABELLED.groups[group % LABELLED.groups.length] ?? '', attributes: {} },
    },
    [LABELLED.plausible]: { kind: 'rating', value: rating },
  },
  realism: rating < 2 ? { verdict: 'implausible', reasons: [] } : null,
  artefact: false,
  artefactNote: '',
  comment,
  verdict: null,
});

/** What each of two people says of each sample. */
const SAID: readonly (readonly [Annotation, Annotation])[] = [
  [answer(0, 4), answer(1, 4)],
  [answer(0, 5), answer(1, 5, 'Two occupations would fit; which one does the guideline mean?')],
  [answer(1, 1), answer(1, 2)],
  [answer(0, 2), answer(1, 5)],
  [answer(0, 4), answer(0, 4)],
  [answer(1, 3), answer(1, 3)],
  [answer(0, 5), answer(0, 5)],
  [answer(1, 4), answer(1, 4)],
];

/** A batch that two people answered: some of it waits for an expert, some is decided, one is back, one is a pattern. */
export async function makeReview(
  { manager, people }: { manager: ApiSession; people: readonly ApiSession[] },
  of: { projectId: string; runId: string; labelSchemaId: string },
): Promise<ReviewWorld> {
  const { api } = manager;
  const { projectId, runId } = of;
  const { batches } = await api.batch.list.query({ projectId, limit: 200 });
  const known = batches.find((batch) => batch.name === NAME)?.id;
  const batchId = known ?? (await makeBatch(manager, of));
  if (known === undefined) {
    for (const [at, person] of people.entries()) await say(person, { projectId, batchId }, at);
    await decide(manager, { projectId, batchId });
    const { patternId } = await api.pattern.reject.mutate({
      batchId,
      pattern: {
        name: 'Very young',
        where: { op: 'compare', column: 'age', comparator: '<', value: 20 },
        reasons: ['implausible'],
        comment: 'Nobody of that age was asked.',
      },
    });
    await eventually(async () => {
      const { patterns } = await api.pattern.list.query({ projectId });
      const pattern = patterns.find((each) => each.id === patternId);
      if (pattern?.status !== 'ACTIVE') throw new Error(`The pattern of run ${runId} is not applied.`);
    }, LONG);
  }
  const { items } = await api.review.list.query({ projectId, batchId });
  const [annotator] = people;
  const waiting = await annotator?.api.review.returns.query({ projectId });
  return {
    reviewBatch: batchId,
    openReview: items[0]?.id ?? '',
    returned: waiting?.returns[0]?.id ?? '',
  };
}

async function makeBatch(
  { api }: ApiSession,
  of: { projectId: string; runId: string; labelSchemaId: string },
): Promise<string> {
  const { projectId, runId } = of;
  const { versionId } = await api.labelSchema.get.query({ labelSchemaId: of.labelSchemaId });
  const { batchId } = await api.batch.create.mutate({
    projectId,
    runId,
    investigation: (await api.run.get.query({ runId })).status === 'BLOCKED',
    labelSchemaVersionId: versionId,
    name: NAME,
    overlap: 2,
    selection: {
      type: 'assay.batch-selection',
      version: 1,
      where: { op: 'compare', column: 'age', comparator: '>=', value: 30 },
      size: SAID.length,
      seed: 'review',
    },
  });
  await eventually(async () => {
    const { status } = await api.batch.get.query({ batchId });
    if (status === 'BUILDING') throw new Error(`The batch is ${status}.`);
  }, LONG);
  return batchId;
}

async function say(
  { api }: ApiSession,
  at: { projectId: string; batchId: string },
  person: number,
): Promise<void> {
  for (const both of SAID) {
    const [task] = (await api.task.claim.mutate({ ...at, want: 1 })).tasks;
    const payload = both[person];
    if (task === undefined || payload === undefined) throw new Error('Nothing was served.');
    await api.task.submit.mutate({
      taskId: task.id,
      leaseId: task.leaseId,
      annotationId: randomUUID(),
      payload,
      activeMs: 20_000,
      toolVersion: 'pictures',
    });
  }
}

/** Accepts one answer, and sends another back to its author. */
async function decide({ api }: ApiSession, at: { projectId: string; batchId: string }): Promise<void> {
  const { items } = await api.review.list.query(at);
  for (const [place, item] of items.slice(-2).entries()) {
    const reviewItemId = item.id;
    const { leaseId } = await api.review.open.mutate({ reviewItemId });
    const { answers } = await api.review.get.query({ reviewItemId });
    const [first] = answers;
    if (first === undefined) throw new Error('There is no answer.');
    await api.review.decide.mutate({
      reviewItemId,
      leaseId,
      activeMs: place === 0 ? 42_000 : null,
      verdict:
        place === 0
          ? { kind: 'accept', annotationId: first.annotationId }
          : {
              kind: 'send-back',
              annotationIds: [first.annotationId],
              proposal: answer(1, 3),
              faults: ['guideline-misread', 'wrong-label'],
              comment: 'Look at what the guideline says of people with two occupations.',
            },
    });
  }
}
