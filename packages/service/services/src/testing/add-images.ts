import {
  type Annotation,
  batchControls,
  type ImageSequences,
  imageImportAbout,
  type LabelSchema,
  labelSchema,
  type RegionValue,
} from '@assay/contracts';
import { pngOf } from '@assay/testkit';
import { downloadZip } from 'client-zip';
import { createImageImport } from '../images/create-image-import.ts';
import { createLabelSchema } from '../label-schemas/save-label-schema.ts';
import { collectImages } from '../runs/collect-images.ts';
import { createBatch } from '../work/create-batch.ts';
import { uploadBytes } from './import-csv.ts';
import { runHere } from './run-jobs.ts';
import type { TestDeps, UserActor } from './test-deps.ts';

const id = (at: number): string => `00000000-0000-4000-8000-00000000010${at}`;
export const DRAWN = { question: id(1), car: id(2), person: id(3), rides: id(4) };

/** One question about images: where are cars and people, and who rides what? */
export const CARS_AND_PEOPLE: LabelSchema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'image',
  questions: [
    {
      kind: 'regions',
      id: DRAWN.question,
      name: 'What is there?',
      labels: [
        { id: DRAWN.car, name: 'Car', key: '1', colour: 'orange', shapes: ['box', 'polygon'] },
        { id: DRAWN.person, name: 'Person', key: '2', colour: 'teal', shapes: ['box', 'mask'] },
      ],
      relations: [{ id: DRAWN.rides, name: 'Rides' }],
    },
  ],
});

/** An answer to `CARS_AND_PEOPLE`. */
export function drawnAnswer(regions: RegionValue[]): Annotation {
  return {
    type: 'assay.annotation',
    version: 1,
    answers: { [DRAWN.question]: { kind: 'regions', regions, relations: [] } },
    realism: null,
    artefact: false,
    artefactNote: '',
    comment: '',
    verdict: null,
  };
}

/** Brings so many pictures into a project; returns the import. */
export async function addImages(
  test: TestDeps,
  owner: UserActor,
  projectId: string,
  count: number,
): Promise<string> {
  const scene = (seed: number) =>
    pngOf(64, 48, (x, y) => [(x * (seed + 3)) % 256, (y * (seed + 5)) % 256, (x * y + seed * 31) % 256]);
  const files = Array.from({ length: count }, (_, at) => ({
    name: `scene-${String(at).padStart(4, '0')}.png`,
    input: new Uint8Array(scene(at)),
    lastModified: new Date(0),
  }));
  const zip = Buffer.from(await downloadZip(files).arrayBuffer());
  const { importId, jobId } = await createImageImport(test.deps, owner, {
    projectId,
    name: 'Scenes',
    about: imageImportAbout.parse({ origin: 'synthetic', generator: 'A test' }),
    uploadIds: [await uploadBytes(test, owner, projectId, zip, 'scenes.zip')],
  });
  const job = await runHere(test.deps, owner, jobId);
  if (job.status !== 'SUCCEEDED') throw new Error(`No pictures came: ${JSON.stringify(job.error)}`);
  return importId;
}

/** All pictures of a project as a run; returns it. */
export async function addImageRun(
  test: TestDeps,
  owner: UserActor,
  projectId: string,
  sequences: ImageSequences = 'none',
): Promise<string> {
  const { runId, jobId } = await collectImages(test.deps, owner, {
    projectId,
    name: 'Scenes',
    origin: 'synthetic',
    filter: {},
    sequences,
  });
  const job = await runHere(test.deps, owner, jobId);
  if (job.status !== 'SUCCEEDED') throw new Error(`No run was made: ${JSON.stringify(job.error)}`);
  return runId;
}

/** A batch of pictures in which cars and people are drawn, for the people who are named. */
export async function addImageBatch(
  test: TestDeps,
  owner: UserActor,
  input: { projectId: string; runId: string; people: string[]; overlap?: number },
): Promise<string> {
  const { projectId, runId, people, overlap = 1 } = input;
  const { versionId } = await createLabelSchema(test.deps, owner, {
    projectId,
    name: 'Cars and people',
    description: '',
    document: CARS_AND_PEOPLE,
  });
  const { batchId, jobId } = await createBatch(test.deps, owner, {
    projectId,
    runId,
    kind: 'label',
    name: 'Cars and people',
    description: '',
    labelSchemaVersionId: versionId,
    guidelineId: null,
    investigation: false,
    selection: {
      type: 'assay.batch-selection',
      version: 1,
      where: { op: 'true' },
      size: null,
      quota: null,
      order: 'shuffled',
      seed: 'test',
    },
    overlap,
    priority: 1,
    dueAt: null,
    assignment: 'named',
    people,
    controls: batchControls.parse({}),
  });
  const job = await runHere(test.deps, owner, jobId);
  if (job.status !== 'SUCCEEDED') throw new Error(`The batch was not built: ${JSON.stringify(job.error)}`);
  return batchId;
}
