import { createHash } from 'node:crypto';
import {
  batchControls,
  imageImportAbout,
  type LabelSchema,
  labelSchema,
  type RegionValue,
} from '@assay/contracts';
import { createStream, drawInteger } from '@assay/random';
import {
  appendUpload,
  collectImages,
  commitLabelImport,
  createBatch,
  createImageImport,
  createLabelImport,
  createLabelSchema,
  createUpload,
  type Deps,
  getLabelImport,
  listBatches,
  listImageImports,
  listLabelImports,
  listLabelSchemas,
  listRuns,
} from '@assay/services';
import sharp from 'sharp';
import { runOpenJobs } from '../factories/run-open-jobs.ts';
import type { UserActor } from '../factories/user-actor.ts';
import { PERSON, SCENE_SIZE, streetScene, type Thing, withFault } from './street-scene.ts';

const SCENES = 16;
const NAME = 'Street scenes (demo)';
const fileOf = (number: number): string => `street-${String(number).padStart(2, '0')}.png`;

/** The same id in every installation, from what it is the id of. */
function demoId(what: string): string {
  const hex = createHash('sha256').update(`demo street scenes ${what}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const QUESTION = demoId('question');
const labelIdOf = (label: Thing['label']): string => demoId(`label ${label}`);

const SCHEMA: LabelSchema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'image',
  questions: [
    {
      kind: 'regions',
      id: QUESTION,
      name: 'What is in the street?',
      prompt: 'Correct what was proposed: everything that is there, where it is, once.',
      labels: [
        { id: labelIdOf('Car'), name: 'Car', key: '1', colour: 'orange', shapes: ['box', 'polygon'] },
        {
          id: labelIdOf('Person'),
          name: 'Person',
          key: '2',
          colour: 'magenta',
          shapes: ['skeleton', 'box'],
          skeleton: PERSON,
        },
        { id: labelIdOf('House'), name: 'House', key: '3', colour: 'indigo', shapes: ['polygon', 'mask'] },
        { id: labelIdOf('Tree'), name: 'Tree', key: '4', colour: 'green', shapes: ['ellipse', 'mask'] },
      ],
      relations: [{ id: demoId('relation'), name: 'Stands before' }],
    },
  ],
});

function regionsOf(number: number, things: readonly Thing[]): RegionValue[] {
  return things.map(({ label, geometry }, at) => ({
    type: 'region',
    id: demoId(`scene ${number} region ${at}`),
    geometry,
    label: { labelId: labelIdOf(label), attributes: {} },
    order: at,
    groupId: null,
  }));
}

/** How sure the detector is: less of what is wrong, as most are, and of some things that are right. */
function confidences(number: number, things: readonly Thing[], proposed: readonly Thing[]): number[] {
  const stream = createStream('demo-street-confidences', `scene ${number}`);
  const right = new Set(things.map(({ geometry }) => JSON.stringify(geometry)));
  return proposed.map(({ geometry }) => {
    const isRight = right.has(JSON.stringify(geometry));
    return (isRight ? drawInteger(stream, 58, 99) : drawInteger(stream, 21, 52)) / 100;
  });
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function upload(
  deps: Deps,
  actor: UserActor,
  projectId: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<string> {
  const { id: uploadId } = await createUpload(deps, actor, { projectId, fileName, size: bytes.length });
  await appendUpload(deps, actor, { uploadId, offset: 0, body: whole(bytes) });
  return uploadId;
}

/**
 * Pictures of streets that the program draws itself, so that what is in them is known exactly; what a careless detector
 * says of them, with planted faults; and a batch in which that is corrected. What is there already is kept.
 */
export async function seedScenes(
  deps: Deps,
  engineer: UserActor,
  manager: UserActor,
  projectId: string,
): Promise<void> {
  const importId = await pictures(deps, engineer, projectId);
  await runOpenJobs(deps, engineer, importId);
  const runId = await run(deps, engineer, projectId);
  await runOpenJobs(deps, engineer, runId);
  const labelSchemaVersionId = await schema(deps, manager, projectId);
  const prelabelImportId = await proposals(deps, engineer, { projectId, runId, labelSchemaVersionId });
  const { batches } = await listBatches(deps, manager, { projectId, limit: 50, before: null });
  const known = batches.find(({ name }) => name === NAME);
  const batchId =
    known?.id ??
    (
      await createBatch(deps, manager, {
        projectId,
        kind: 'verify',
        name: NAME,
        description: 'Demo data: correct what a careless detector says of drawn streets.',
        runId,
        labelSchemaVersionId,
        guidelineId: null,
        investigation: false,
        selection: {
          type: 'assay.batch-selection',
          version: 1,
          where: { op: 'true' },
          size: null,
          quota: null,
          order: 'row',
          seed: 'demo',
        },
        overlap: 1,
        priority: 2,
        dueAt: null,
        assignment: 'pull',
        people: [],
        controls: batchControls.parse({}),
        prelabelImportId,
      })
    ).batchId;
  await runOpenJobs(deps, manager, batchId);
}

async function pictures(deps: Deps, actor: UserActor, projectId: string): Promise<string> {
  const { imports } = await listImageImports(deps, actor, { projectId, limit: 50 });
  const known = imports.find(({ name }) => name === NAME);
  if (known !== undefined) return known.id;
  const uploadIds: string[] = [];
  for (let number = 1; number <= SCENES; number += 1) {
    const { svg } = streetScene(number);
    const png = await sharp(Buffer.from(svg)).resize(SCENE_SIZE).png().toBuffer();
    uploadIds.push(await upload(deps, actor, projectId, fileOf(number), png));
  }
  const about = imageImportAbout.parse({
    origin: 'synthetic',
    generator: 'Assay, drawn for its demo',
    licence: 'Apache-2.0',
    note: 'Demo data: simple streets, drawn by the program itself.',
  });
  return (await createImageImport(deps, actor, { projectId, name: NAME, about, uploadIds })).importId;
}

async function run(deps: Deps, actor: UserActor, projectId: string): Promise<string> {
  const { runs } = await listRuns(deps, actor, { projectId, limit: 50, before: null });
  const known = runs.find(({ name }) => name === NAME);
  if (known !== undefined) return known.id;
  return (await collectImages(deps, actor, { projectId, name: NAME, origin: 'synthetic', filter: {} })).runId;
}

async function schema(deps: Deps, actor: UserActor, projectId: string): Promise<string> {
  const { labelSchemas } = await listLabelSchemas(deps, actor, {
    projectId,
    search: '',
    trashed: false,
    limit: 50,
    before: null,
  });
  const known = labelSchemas.find(({ name }) => name === NAME);
  if (known !== undefined) return known.versionId;
  const made = await createLabelSchema(deps, actor, {
    projectId,
    name: NAME,
    description: 'Demo data.',
    document: SCHEMA,
  });
  return made.versionId;
}

async function proposals(
  deps: Deps,
  actor: UserActor,
  of: { projectId: string; runId: string; labelSchemaVersionId: string },
): Promise<string> {
  const { imports } = await listLabelImports(deps, actor, {
    projectId: of.projectId,
    limit: 50,
  });
  let importId = imports.find(({ status }) => status !== 'CANCELLED' && status !== 'WITHDRAWN')?.id;
  if (importId === undefined) {
    const lines = Array.from({ length: SCENES }, (_, at) => {
      const number = at + 1;
      const { things } = streetScene(number);
      const proposed = withFault(number, things);
      const sure = confidences(number, things, proposed);
      const regions = regionsOf(number, proposed).map((region, nth) => ({
        ...region,
        proposal: { confidence: sure[nth] ?? null },
      }));
      const answers = { [QUESTION]: { kind: 'regions', regions, relations: [] } };
      // Rows lie by the paths of their pictures.
      return `${JSON.stringify({ row: number, annotation: { answers }, source: 'Careless detector (demo)' })}\n`;
    });
    const bytes = Buffer.from(lines.join(''));
    const uploadId = await upload(deps, actor, of.projectId, 'street-proposals.jsonl', bytes);
    const made = await createLabelImport(deps, actor, {
      ...of,
      use: 'prelabels',
      uploadId,
      source: 'Careless detector (demo)',
      mapping: null,
    });
    importId = made.importId;
  }
  await runOpenJobs(deps, actor, importId);
  const { status } = await getLabelImport(deps, actor, { importId });
  if (status === 'REVIEW') {
    await commitLabelImport(deps, actor, { importId });
    await runOpenJobs(deps, actor, importId);
  }
  return importId;
}
