import { randomUUID } from 'node:crypto';
import { pngOf } from '@assay/testkit';
import type { ApiSession } from '../api-session.ts';
import { upload } from '../shots/world/upload-table.ts';
import { finished, type OpenedApp, openApp, untilThere } from './open-app.ts';

const SIZE = { width: 1600, height: 1200 };
const REGIONS = 20;

type Colour = readonly [number, number, number];

/** The colour of the ground of a picture: of no picture beside it is it the same. */
const groundOf = (at: number): Colour => [
  40 + ((at * 67) % 180),
  40 + ((at * 101) % 180),
  90 + (at % 2) * 120,
];

const pictureOf = (at: number): Buffer => {
  const [red, green, blue] = groundOf(at);
  return pngOf(SIZE.width, SIZE.height, (x, y) => {
    const grain = ((x * 13 + y * 7) % 9) - 4;
    return [red + grain, green + grain, blue + grain];
  });
};

/** Boxes that leave the middle of the picture free. */
const boxesOf = (at: number) =>
  Array.from({ length: REGIONS }, (_, nth) => ({
    id: at * REGIONS + nth + 1,
    image_id: at + 1,
    category_id: 1,
    bbox: [20 + (nth % 10) * 156, nth < 10 ? 60 : 960, 120, 160],
    area: 120 * 160,
    iscrowd: 0,
    segmentation: [],
  }));

const nameOf = (at: number): string => `picture-${String(at + 1).padStart(3, '0')}.png`;

/** Pictures with what a detector proposes for them, in a batch that verifies it. Gives the path of the workbench. */
async function makePictures(session: ApiSession, pictures: number): Promise<string> {
  const { api } = session;
  const { slug } = await api.organisation.create.mutate({ name: 'Pictures' });
  session.enter(slug);
  const { id: projectId } = await api.project.create.mutate({ name: 'Pictures to verify' });
  const every = Array.from({ length: pictures }, (_, at) => at);
  const uploadIds: string[] = [];
  for (const at of every) uploadIds.push(await upload(session, projectId, nameOf(at), pictureOf(at)));
  const imported = await api.imageImport.create.mutate({
    projectId,
    name: 'Pictures',
    about: { origin: 'synthetic', generator: 'A benchmark' },
    uploadIds,
  });
  await finished(session, imported.jobId);
  const run = await api.run.collectImages.mutate({ projectId, name: 'Pictures', origin: 'synthetic' });
  await finished(session, run.jobId);
  const { versionId: labelSchemaVersionId } = await api.labelSchema.create.mutate({
    projectId,
    name: 'Cars',
    document: {
      type: 'assay.label-schema',
      version: 1,
      subject: 'image',
      questions: [
        {
          kind: 'regions',
          id: randomUUID(),
          name: 'What is there?',
          labels: [{ id: randomUUID(), name: 'Car', key: '1', colour: 'orange', shapes: ['box'] }],
        },
      ],
    },
  });
  const coco = {
    images: every.map((at) => ({ id: at + 1, file_name: nameOf(at), ...SIZE })),
    categories: [{ id: 1, name: 'Car' }],
    annotations: every.flatMap(boxesOf),
  };
  const labels = await api.labelImport.create.mutate({
    projectId,
    runId: run.runId,
    labelSchemaVersionId,
    use: 'prelabels',
    uploadId: await upload(session, projectId, 'proposals.json', Buffer.from(JSON.stringify(coco))),
    source: 'A benchmark',
    mapping: null,
  });
  await finished(session, labels.jobId);
  const committed = await api.labelImport.commit.mutate({ importId: labels.importId });
  if (committed.jobId !== null) await finished(session, committed.jobId);
  const { jobId } = await api.batch.create.mutate({
    projectId,
    kind: 'verify',
    name: 'Pictures',
    runId: run.runId,
    labelSchemaVersionId,
    guidelineId: null,
    prelabelImportId: labels.importId,
    selection: { type: 'assay.batch-selection', version: 1, order: 'row', seed: 'bench' },
  });
  await finished(session, jobId);
  return `/o/${slug}/projects/${projectId}/work`;
}

/** The workbench of a whole installation, with pictures whose proposals are verified. */
export async function openPictures(of: { pictures: number; delayMs: number }): Promise<OpenedApp> {
  const opened = await openApp({
    delayMs: of.delayMs,
    make: (session) => makePictures(session, of.pictures),
  });
  return untilThere(opened, opened.page.locator('[data-painted=true]').waitFor());
}
