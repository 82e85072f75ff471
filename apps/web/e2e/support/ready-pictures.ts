import { randomUUID } from 'node:crypto';
import { pngOf } from '@assay/testkit';
import { downloadZip } from 'client-zip';
import type { Person } from './person.ts';
import { jobDone } from './wages-run.ts';

/** A scene of a size with one dark rectangle on a light ground, which a test can draw around. */
const scene = (seed: number, left: number): Buffer =>
  pngOf(320, 240, (x, y) => {
    const inside = x >= left && x < left + 120 && y >= 60 && y < 150;
    const noise = ((x * (seed + 3) + y * 7) % 17) - 8;
    return inside ? [40 + noise, 60 + noise, 110 + noise] : [205 + noise, 200 + noise, 190 + noise];
  });

type Place = { person: Person; org: string };

/** Brings files into a project as one archive, and waits until they are read; answers with the import. */
export async function bringPictures(
  place: Place,
  input: {
    projectId: string;
    name: string;
    about: { origin: 'synthetic'; generator: string } | { origin: 'real'; licence: string };
    files: Record<string, Uint8Array | string>;
  },
): Promise<string> {
  const { person, org } = place;
  const { projectId, name, about, files } = input;
  const api = person.api(org);
  const entries = Object.entries(files).map(([path, content]) => ({
    name: path,
    input: typeof content === 'string' ? content : new Uint8Array(content),
    lastModified: new Date(0),
  }));
  const zip = Buffer.from(await downloadZip(entries).arrayBuffer());
  const upload = await api.upload.create.mutate({ projectId, fileName: 'pictures.zip', size: zip.length });
  const answer = await person.context.request.patch(`/api/uploads/${upload.id}`, {
    data: zip,
    headers: {
      'x-assay-org': org,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  const { importId, jobId } = await api.imageImport.create.mutate({
    projectId,
    name,
    about,
    uploadIds: [upload.id],
  });
  await jobDone(place, jobId);
  return importId;
}

/**
 * Pictures of a project, imported and made a run of. Gives the run.
 *
 * @param isSequence are they the frames of one sequence, in which the rectangle moves by 10 pixels from frame to frame?
 */
export async function runOfPictures(
  { person, org }: Place,
  projectId: string,
  count: number,
  isSequence = false,
): Promise<string> {
  const api = person.api(org);
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      pictureName(at),
      scene(at + 1, isSequence ? 80 + 10 * at : 80),
    ]),
  );
  await bringPictures(
    { person, org },
    {
      projectId,
      name: 'Scenes',
      about: { origin: 'synthetic', generator: 'A test of the browser' },
      files,
    },
  );
  const { runId, jobId } = await api.run.collectImages.mutate({
    projectId,
    name: 'Scenes',
    origin: 'synthetic',
    sequences: isSequence ? 'one' : 'none',
  });
  await jobDone({ person, org }, jobId);
  return runId;
}

export const pictureName = (at: number): string => `scene-${at + 1}.png`;

/** Cars and people as boxes, polygons and masks. Gives the version of the label schema. */
export async function carsAndPeople({ person, org }: Place, projectId: string): Promise<string> {
  const { versionId } = await person.api(org).labelSchema.create.mutate({
    projectId,
    name: 'Cars and people',
    document: {
      type: 'assay.label-schema',
      version: 1,
      subject: 'image',
      questions: [
        {
          kind: 'regions',
          id: randomUUID(),
          name: 'What is there?',
          prompt: 'Draw every car and every person.',
          labels: [
            {
              id: randomUUID(),
              name: 'Car',
              key: '1',
              colour: 'orange',
              shapes: ['box', 'polygon'],
              attributes: [{ kind: 'boolean', id: randomUUID(), name: 'Parked' }],
            },
            { id: randomUUID(), name: 'Person', key: '2', colour: 'teal', shapes: ['box', 'mask'] },
          ],
          relations: [{ id: randomUUID(), name: 'Rides in' }],
        },
      ],
    },
  });
  return versionId;
}

export type ReadyPictures = { projectId: string; batchId: string; runId: string };

/** Pictures in a project of their own, open to whoever draws. */
export async function readyPictures(
  place: Place,
  input: { name: string; pictures: number; isSequence?: boolean },
): Promise<ReadyPictures> {
  const { person, org } = place;
  const api = person.api(org);
  const { id: projectId } = await api.project.create.mutate({ name: input.name });
  const runId = await runOfPictures(place, projectId, input.pictures, input.isSequence);
  const labelSchemaVersionId = await carsAndPeople(place, projectId);
  const batch = await api.batch.create.mutate({
    projectId,
    kind: 'label',
    name: 'Cars and people',
    runId,
    labelSchemaVersionId,
    guidelineId: null,
    selection: { type: 'assay.batch-selection', version: 1, order: 'row', seed: 'e2e' },
  });
  await jobDone(place, batch.jobId);
  return { projectId, runId, batchId: batch.batchId };
}
