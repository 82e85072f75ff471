import { randomUUID } from 'node:crypto';
import type { Annotation, RegionValue } from '@assay/contracts';
import { labelSchema } from '@assay/contracts';
import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';

/** What is drawn with while a picture of it is taken: each on a picture of its own, that no other state changes. */
export const DRAWN_STATES = [
  'box',
  'rotated box',
  'polygon',
  'polyline',
  'point',
  'skeleton',
  'ellipse',
  'brush',
  'eraser',
  'wand',
  'live-wire',
  'slice',
  'join',
  'relation',
  'image class',
  'region list',
  'numbers',
  'view panel',
  'map',
] as const;
export type DrawnState = (typeof DRAWN_STATES)[number];

export type DrawingWorld = {
  /** The batch of the picture of each state. */
  drawings: Readonly<Record<DrawnState, string>>;
  /** Before an expert: a picture on which two people drew, over what was proposed. */
  drawnReview: string;
  /** A region of it of which something is said. */
  talkedRegion: string;
  /** A drawing that came back to the first of the people. */
  returnedDrawing: string;
};

type Of = { projectId: string; runId: string };

const PICTURE = 'street-02.png';
const LONG = { timeout: 120_000, interval: 250 };

/** Batches of one picture each, under a label schema that every tool draws for; and answers that differ. */
export async function makeDrawings(
  { manager, people }: { manager: ApiSession; people: readonly [ApiSession, ApiSession] },
  of: Of,
): Promise<DrawingWorld> {
  const { api } = manager;
  const { imports } = await api.labelImport.list.query({ projectId: of.projectId, limit: 200 });
  const prelabelImportId = imports.find(({ status }) => status === 'DONE')?.id ?? null;
  const labelSchemaVersionId = await everyShape(manager, of.projectId);
  const batch = async (name: string, overlap: number) => {
    const { batchId } = await api.batch.create.mutate({
      ...of,
      labelSchemaVersionId,
      prelabelImportId,
      name,
      overlap,
      priority: 0,
      selection: {
        type: 'assay.batch-selection',
        version: 1,
        where: { op: 'compare', column: 'path', comparator: '=', value: PICTURE },
        seed: 'pictures',
      },
    });
    await eventually(async () => {
      const { status } = await api.batch.get.query({ batchId });
      if (status !== 'OPEN') throw new Error(`The batch is ${status}.`);
    }, LONG);
    return batchId;
  };
  const made = await Promise.all(
    DRAWN_STATES.map(async (state) => [state, await batch(`With every tool: ${state}`, 1)] as const),
  );
  const drawnTwice = async (name: string) => {
    const batchId = await batch(name, 2);
    for (const [at, person] of people.entries()) await answer(person, of.projectId, batchId, at);
    const { items } = await api.review.list.query({ projectId: of.projectId, batchId });
    return items[0]?.id ?? '';
  };
  const drawnReview = await drawnTwice('Drawn by two people');
  const sentBack = await drawnTwice('Drawn by two people, and sent back');
  return {
    drawings: Object.fromEntries(made) as DrawingWorld['drawings'],
    drawnReview,
    talkedRegion: await talkOfRegions(manager, drawnReview),
    returnedDrawing: await sendBack(manager, people[0], of.projectId, sentBack),
  };
}

/** The label schema of the demo's streets as its next version, with every kind of shape and a class of the whole. */
async function everyShape({ api }: ApiSession, projectId: string): Promise<string> {
  const { labelSchemas } = await api.labelSchema.list.query({ projectId, limit: 50 });
  const known = labelSchemas.find(({ name }) => name.includes('Street scenes'));
  if (known === undefined) throw new Error('The demo has no label schema of streets.');
  const { document, revision, versions } = await api.labelSchema.get.query({ labelSchemaId: known.id });
  const [question] = document.questions;
  if (question?.kind !== 'regions') throw new Error('The demo asks for no regions.');
  if (question.labels.some(({ shapes }) => shapes.includes('image-class'))) return versions[0]?.id ?? '';
  const label = (name: string, key: string, colour: string, shapes: string[]) => ({
    id: randomUUID(),
    name,
    key,
    colour,
    shapes,
  });
  const { versionId } = await api.labelSchema.save.mutate({
    labelSchemaId: known.id,
    revision,
    note: 'Every kind of shape',
    document: labelSchema.parse({
      ...document,
      questions: [
        {
          ...question,
          labels: [
            ...question.labels.map((each) =>
              each.name === 'Car' ? { ...each, shapes: [...each.shapes, 'rotated-box'] } : each,
            ),
            label('Kerb', '5', 'teal', ['polyline']),
            label('Lamp', '6', 'olive', ['point']),
            label('Clear sky', '7', 'brown', ['image-class']),
          ],
        },
      ],
    }),
  });
  return versionId;
}

const DOUBT = 'Its upper end may belong to what stands behind it.';

/** Hands in what was proposed as one of two people would change it. */
async function answer(
  { api }: ApiSession,
  projectId: string,
  batchId: string,
  person: number,
): Promise<void> {
  const [task] = (await api.task.claim.mutate({ projectId, batchId, want: 1 })).tasks;
  const [questionId, proposed] = Object.entries(task?.proposal?.answers ?? {})[0] ?? [];
  if (task === undefined || questionId === undefined || proposed?.kind !== 'regions') {
    throw new Error('Nothing was proposed.');
  }
  // What a person goes on from is their own, and no proposal that nobody looked at.
  const regions = proposed.regions.flatMap(({ proposal: _, ...region }, at): RegionValue[] => {
    if (at === person) return [];
    const drawn = { ...region, id: randomUUID(), geometry: shifted(region.geometry, person * 5) };
    // The second of them is not sure of what they drew first.
    return [person === 1 && at === 0 ? { ...drawn, remark: { text: DOUBT } } : drawn];
  });
  const payload: Annotation = {
    type: 'assay.annotation',
    version: 1,
    answers: { [questionId]: { kind: 'regions', regions, relations: [] } },
    realism: null,
    artefact: false,
    artefactNote: '',
    comment: '',
    verdict: null,
  };
  await api.task.submit.mutate({
    taskId: task.id,
    leaseId: task.leaseId,
    annotationId: randomUUID(),
    payload,
    activeMs: 30_000,
    toolVersion: 'pictures',
  });
}

/** Says something of two things that one person drew; returns the first. */
async function talkOfRegions({ api }: ApiSession, reviewItemId: string): Promise<string> {
  const { answers } = await api.review.get.query({ reviewItemId });
  const regions = Object.values(answers[0]?.payload.answers ?? {}).flatMap((answer) =>
    answer.kind === 'regions' ? answer.regions : [],
  );
  const about = { subjectType: 'reviewItem', subjectId: reviewItemId } as const;
  const [first, second] = regions.map(({ id }) => id);
  if (first === undefined || second === undefined) throw new Error('Too little was drawn.');
  const say = (regionId: string | null, text: string) =>
    api.comment.start.mutate({ ...about, regionId, text });
  await say(null, 'The kerb on the left is hard to see at this size.');
  await say(second, 'Is this the same one as behind the lamp?');
  const { threadId } = await say(first, 'The trunk is left out. Does it belong to the tree?');
  await api.comment.reply.mutate({ threadId, text: 'It does: see _What counts_ in the guideline.' });
  return first;
}

/** Sends back what one person drew, with words and something that is said of a region; returns what came back. */
async function sendBack(
  manager: ApiSession,
  author: ApiSession,
  projectId: string,
  reviewItemId: string,
): Promise<string> {
  const { api } = manager;
  await talkOfRegions(manager, reviewItemId);
  const { answers } = await api.review.get.query({ reviewItemId });
  const { leaseId } = await api.review.open.mutate({ reviewItemId });
  await api.review.decide.mutate({
    reviewItemId,
    leaseId,
    verdict: {
      kind: 'send-back',
      annotationIds: answers.map(({ annotationId }) => annotationId),
      proposal: null,
      faults: ['guideline-misread'],
      comment: 'What is covered belongs to the thing: draw its whole border, as far as it can be guessed.',
    },
  });
  const { returns } = await author.api.review.returns.query({ projectId });
  return returns[0]?.id ?? '';
}

/** A box a little to the right; other shapes as they are. */
const shifted = (geometry: RegionValue['geometry'], by: number): RegionValue['geometry'] =>
  geometry.kind === 'box' ? { ...geometry, x: geometry.x + by } : geometry;
