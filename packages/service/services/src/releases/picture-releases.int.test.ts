import { exportManifest, imageImportAbout, policy, type RegionValue } from '@assay/contracts';
import { pngOf } from '@assay/testkit';
import { downloadZip } from 'client-zip';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { downloadExport } from '../exports/download-export.ts';
import { getExport, startReleaseExport } from '../exports/start-export.ts';
import { createImageImport } from '../images/create-image-import.ts';
import { getMeasurement } from '../measurements/get-measurement.ts';
import { createPolicy } from '../policies/policies.ts';
import { collectImages } from '../runs/collect-images.ts';
import { getRun } from '../runs/read-runs.ts';
import { addImageBatch, addImageRun, addImages, DRAWN, drawnAnswer } from '../testing/add-images.ts';
import { answerBatch } from '../testing/answer-batch.ts';
import { uploadBytes } from '../testing/import-csv.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { commitDatasetVersion } from '../versions/commit-version.ts';
import { approveRelease, withdrawRelease } from './decide-release.ts';
import { createGuestLink } from './guest-links.ts';
import { viewAsGuest } from './guest-view.ts';
import { getRelease, previewRelease } from './read-releases.ts';
import { requestRelease } from './request-release.ts';
import { decideWaiver, proposeWaiver } from './waive.ts';

let test: TestDeps;
let committer: UserActor;
let boss: UserActor;
let second: UserActor;
let people: UserActor[];
let projectId: string;
beforeAll(async () => {
  test = await createTestDeps();
  const { owner, orgId } = await test.organisation();
  committer = owner;
  projectId = await test.project(owner);
  [boss, second] = [await test.member(orgId, ['member']), await test.member(orgId, ['member'])];
  for (const person of [boss, second]) await test.inProject(projectId, person, ['manager']);
  people = [];
  for (let n = 0; n < 3; n += 1) people.push(await test.member(orgId, ['member']));
  for (const person of people) await test.inProject(projectId, person, ['annotator']);
}, 120_000);
afterAll(() => test.close());

const box = (at: number, x: number): RegionValue => ({
  type: 'region',
  id: `00000000-0000-4000-8000-00000000${String(at).padStart(4, '0')}`,
  geometry: { kind: 'box', version: 1, x, y: 6, width: 20, height: 12 },
  label: { labelId: DRAWN.car, attributes: {} },
  order: at,
  groupId: null,
});
/** The head of the branch: each version stands on the one before. */
let head: string | null = null;
async function commit(runIds: string[], scope: 'all' | 'labelled') {
  const made = await commitDatasetVersion(test.deps, committer, {
    projectId,
    runIds,
    scope,
    method: 'majority',
    message: 'Scenes',
    branch: 'main',
    parentId: head,
  });
  expect((await runHere(test.deps, committer, made.jobId)).status).toBe('SUCCEEDED');
  head = made.versionId;
  return made.versionId;
}

async function requested(versionId: string, policyRef?: string) {
  const made = await requestRelease(test.deps, boss, {
    versionId,
    title: 'Scenes for training',
    notes: '',
    ...(policyRef === undefined ? {} : { policyRef }),
  });
  const ended = await runHere(test.deps, boss, made.jobId);
  expect([ended.status, ended.error]).toEqual(['SUCCEEDED', null]);
  return made.releaseId;
}

const read = (releaseId: string) => getRelease(test.deps, boss, { releaseId });
const seen = async (releaseId: string) => ({ releaseId, revision: (await read(releaseId)).revision });
const inDays = (days: number) =>
  new Date(test.deps.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

async function textOf(exportId: string, kind: 'card' | 'manifest') {
  const chunks: Uint8Array[] = [];
  const { content } = await downloadExport(test.deps, boss, { exportId, kind });
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** A picture of the project once more, one level brighter in a corner: other bytes, the same look. */
async function addRealCopyOf(seed: number) {
  const picture = pngOf(64, 48, (x, y) => [
    Math.min(255, ((x * (seed + 3)) % 256) + (x + y === 0 ? 1 : 0)),
    (y * (seed + 5)) % 256,
    (x * y + seed * 31) % 256,
  ]);
  const zip = Buffer.from(
    await downloadZip([
      { name: 'photo.png', input: new Uint8Array(picture), lastModified: new Date(0) },
    ]).arrayBuffer(),
  );
  const { jobId } = await createImageImport(test.deps, committer, {
    projectId,
    name: 'Photographs',
    about: {
      type: 'assay.image-import',
      version: 1,
      origin: 'real',
      generator: '',
      licence: 'CC BY 4.0',
      attribution: 'A photographer',
      note: '',
    },
    uploadIds: [await uploadBytes(test, committer, projectId, zip, 'photos.zip')],
  });
  expect((await runHere(test.deps, committer, jobId)).status).toBe('SUCCEEDED');
}

let runId: string;
let versionId: string;

it('measures pictures and their labels, is blocked by a gate, waived, approved by a second person, and exported', async () => {
  const { deps } = test;
  await addImages(test, committer, projectId, 4);
  runId = await addImageRun(test, committer, projectId);
  const { stats } = await getRun(deps, committer, { runId });
  const ofRun = stats?.pictures?.find(({ metric }) => metric === 'pictures-with-rights');
  expect(ofRun).toMatchObject({ value: 1, n: 4 });
  expect(await getMeasurement(deps, committer, { measurementId: ofRun?.measurementId ?? '' })).toMatchObject({
    subject: { type: 'run', id: runId },
    numerator: '4',
    inputs: { pictures: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  const batchId = await addImageBatch(test, committer, {
    projectId,
    runId,
    people: people.map((person) => person.userId),
    overlap: 3,
  });
  const [first, ...others] = people as [UserActor, UserActor, UserActor];
  // Three pictures are labelled of four; on each all find one car, and the first one a second.
  await answerBatch(test, first, { projectId, batchId }, () => drawnAnswer([box(1, 8), box(2, 40)]), 3);
  for (const [at, other] of others.entries()) {
    await answerBatch(test, other, { projectId, batchId }, () => drawnAnswer([box(3 + at, 8)]), 3);
  }
  versionId = await commit([runId], 'all');

  const preview = await previewRelease(deps, boss, { versionId });
  expect(preview).toMatchObject({
    tests: [],
    unreferenced: [],
    pictures: { runs: [1], samples: 4, alone: true },
  });
  const releaseId = await requested(versionId);
  const found = await read(releaseId);
  const figure = (metric: string) => found.checks?.pictures?.figures.find((each) => each.metric === metric);
  expect(found).toMatchObject({
    status: 'BLOCKED',
    checks: {
      reports: [],
      unreferenced: [],
      pictures: {
        runs: [1],
        pictures: 4,
        verdict: 'failed',
        byStandardGates: false,
        rights: [{ origin: 'synthetic', generator: 'A test', licence: '', pictures: 4 }],
      },
    },
    blockers: [{ key: 'gate:pictures:pictures.labelled', kind: 'gate', reportId: null, open: true }],
    tests: [],
  });
  expect(figure('pictures-labelled')).toMatchObject({ value: 0.75, n: 4, low: null });
  expect(figure('pictures-labelled')?.pictures).toHaveLength(1);
  expect(figure('labels-checked')).toMatchObject({ value: 1, n: 3 });
  // On each picture 2 of 3, 2 of 3, and 2 of 2 regions of two people are matched; every resample of pictures says the same.
  expect(figure('region-detection')).toMatchObject({ n: 3, low: expect.any(Number) });
  expect(figure('region-detection')?.value).toBeCloseTo(6 / 8, 12);
  expect(figure('region-detection')?.low).toBeCloseTo(6 / 8, 12);
  expect(figure('pictures-with-rights')).toMatchObject({ value: 1 });
  expect(figure('control-tasks-right')).toBeUndefined();
  const gate = (id: string) => found.checks?.pictures?.gates.find((each) => each.id === id);
  expect(gate('pictures.region-detection')).toMatchObject({ status: 'amber', blocking: false });
  expect(gate('pictures.control-tasks')).toMatchObject({ status: 'not-assessed' });
  expect(gate('pictures.copies')).toMatchObject({ status: 'not-assessed', blocking: false });

  // Each number is a stored measurement: method, version, what it was computed from.
  const stored = await getMeasurement(deps, boss, {
    measurementId: figure('pictures-labelled')?.measurementId ?? '',
  });
  expect(stored).toMatchObject({
    value: 0.75,
    numerator: '3',
    denominator: '4',
    subject: { type: 'release', id: releaseId },
    inputs: { version: found.version.root, pictures: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });

  await expect(
    approveRelease(deps, second, { ...(await seen(releaseId)), reason: 'Go' }),
  ).rejects.toMatchObject({ code: 'not-ready', message: expect.stringContaining('final label') });
  await expect(startReleaseExport(deps, boss, { releaseId, format: 'jsonl' })).rejects.toMatchObject({
    code: 'not-ready',
  });
  const key = 'gate:pictures:pictures.labelled';
  const waiver = await proposeWaiver(deps, boss, {
    ...(await seen(releaseId)),
    key,
    reason: 'The last picture shows nothing of interest',
    endsOn: inDays(5),
  });
  const grant = { waiverId: waiver.waiverId, grant: true, reason: 'Seen' };
  await expect(decideWaiver(deps, boss, { ...(await seen(releaseId)), ...grant })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await decideWaiver(deps, second, { ...(await seen(releaseId)), ...grant });
  expect(await read(releaseId)).toMatchObject({ status: 'READY' });
  await expect(
    approveRelease(deps, committer, { ...(await seen(releaseId)), reason: 'My own' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await approveRelease(deps, second, { ...(await seen(releaseId)), reason: 'Good enough to train on' });

  const made = await startReleaseExport(deps, boss, { releaseId, format: 'jsonl' });
  expect((await runHere(deps, boss, made.jobId)).status).toBe('SUCCEEDED');
  const { files } = await getExport(deps, boss, { exportId: made.exportId });
  expect(files.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['coco', 'yolo', 'card']));
  const manifest = exportManifest.parse(JSON.parse(await textOf(made.exportId, 'manifest')));
  expect(manifest).toMatchObject({
    pictures: { runs: [1], samples: 4 },
    release: { pictures: { pictures: 4, verdict: 'failed' }, waivers: [{ endsOn: inDays(5) }] },
  });
  const card = await textOf(made.exportId, 'card');
  expect(card).toContain('This is a dataset of pictures: 4 of its 4 samples are pictures.');
  expect(card).toContain('| 4 | synthetic | A test |  |');
  expect(card).toContain('Waived until');

  const { path } = await createGuestLink(deps, boss, { releaseId, label: 'A partner', endsOn: inDays(2) });
  const shown = await viewAsGuest(deps, { token: path.split('#')[1] ?? '' });
  expect(shown.approval?.pictures).toMatchObject({ pictures: 4, rights: [{ origin: 'synthetic' }] });
}, 120_000);

it('is ready at once where all pictures are labelled, and is blocked when a made picture looks like a real one', async () => {
  const labelled = await commit([runId], 'labelled');
  const good = await requested(labelled);
  expect(await read(good)).toMatchObject({
    status: 'READY',
    checks: { pictures: { pictures: 3, verdict: 'passed' } },
    blockers: [],
  });
  // Any picture of the run may be the one that nobody labelled: each gets a real one that looks like it.
  for (const seed of [0, 1, 2, 3]) await addRealCopyOf(seed);
  const again = await requested(await commit([runId], 'labelled'));
  const found = await read(again);
  expect(found.blockers.map(({ key }) => key)).toEqual(['gate:pictures:pictures.copies']);
  expect(found.checks?.pictures?.figures.find(({ metric }) => metric === 'copied-pictures')).toMatchObject({
    value: 1,
    n: 3,
    pictures: expect.arrayContaining([expect.any(String)]),
  });
  // They are the same pictures: no farther than real ones from each other.
  const distance = found.checks?.pictures?.figures.filter(({ metric }) => metric === 'picture-set-distance');
  expect(distance?.find(({ slice }) => slice.feature === 'colours' && slice.of === 'floor')).toMatchObject({
    n: 4,
    low: expect.any(Number),
  });
  expect(found.checks?.pictures?.gates.find(({ id }) => id === 'pictures.set-distance')).toMatchObject({
    status: 'green',
    blocking: false,
    slice: { of: expect.stringMatching(/^(colours|gradients|frequencies)$/) },
  });
}, 120_000);

it('asks the gates of the balanced policy where a policy has none about pictures, and says so', async () => {
  const rowsOnly = await createPolicy(test.deps, boss, {
    projectId,
    document: policy.parse({
      type: 'assay.policy',
      version: 1,
      name: 'Rows',
      gates: [{ id: 'shapes', metric: 'shapes.error', green: { plus: 1 } }],
    }),
  });
  const own = await createPolicy(test.deps, boss, {
    projectId,
    document: policy.parse({
      type: 'assay.policy',
      version: 1,
      name: 'Half',
      gates: [{ id: 'half', metric: 'pictures.labelled', green: { plus: 0.5 } }],
    }),
  });
  const all = await commit([runId], 'all');
  const byRows = await requested(all, rowsOnly.id);
  expect((await read(byRows)).checks?.pictures).toMatchObject({ byStandardGates: true, verdict: 'failed' });
  const { deps } = test;
  await expect(requested(all)).rejects.toMatchObject({ code: 'conflict' });
  await withdrawRelease(deps, boss, { ...(await seen(byRows)), reason: 'By another policy' });
  const byOwn = await requested(all, own.id);
  expect(await read(byOwn)).toMatchObject({
    status: 'READY',
    checks: { pictures: { byStandardGates: false, gates: [{ id: 'half', status: 'green', value: 0.75 }] } },
  });
}, 120_000);

it('says by what right each picture is used, and which model made it, as a manifest said', async () => {
  const { deps } = test;
  const entries = [
    { name: 'a.png', input: new Uint8Array(pngOf(40, 40, (x) => [x, 0, 0])) },
    { name: 'b.png', input: new Uint8Array(pngOf(40, 40, (_, y) => [0, y, 0])) },
    {
      name: 'manifest.csv',
      input: 'file,model,licence,prompt\na.png,M 2,CC0-1.0,A red ramp\nb.png,M 3,CC BY 4.0,A green one\n',
    },
  ].map((entry) => ({ ...entry, lastModified: new Date(0) }));
  const zip = Buffer.from(await downloadZip(entries).arrayBuffer());
  const { importId, jobId } = await createImageImport(deps, committer, {
    projectId,
    name: 'Ramps',
    about: imageImportAbout.parse({ origin: 'synthetic', generator: 'A test' }),
    uploadIds: [await uploadBytes(test, committer, projectId, zip, 'ramps.zip')],
  });
  expect((await runHere(deps, committer, jobId)).status).toBe('SUCCEEDED');
  const ramps = await collectImages(deps, committer, {
    projectId,
    name: 'Ramps',
    origin: 'synthetic',
    filter: { importId },
  });
  expect((await runHere(deps, committer, ramps.jobId)).status).toBe('SUCCEEDED');
  const { checks } = await read(await requested(await commit([ramps.runId], 'all')));
  expect(checks?.pictures?.described).toBe(2);
  const said = checks?.pictures?.rights.map(({ model, licence, generator, pictures }) => [
    model,
    licence,
    generator,
    pictures,
  ]);
  expect(said?.sort()).toEqual([
    ['M 2', 'CC0-1.0', 'A test', 1],
    ['M 3', 'CC BY 4.0', 'A test', 1],
  ]);
}, 120_000);

it('counts a label of a sequence once, however many frames it has', async () => {
  const { runId: sequence, jobId } = await collectImages(test.deps, committer, {
    projectId,
    name: 'A sequence',
    origin: 'synthetic',
    filter: { search: 'scene-' },
    sequences: 'one',
  });
  expect((await runHere(test.deps, committer, jobId)).status).toBe('SUCCEEDED');
  const [first] = people as [UserActor];
  const batchId = await addImageBatch(test, committer, {
    projectId,
    runId: sequence,
    people: [first.userId],
  });
  await answerBatch(test, first, { projectId, batchId }, () => drawnAnswer([]));
  const { checks } = await read(await requested(await commit([runId, sequence], 'labelled')));
  const figure = (metric: string) => checks?.pictures?.figures.find((each) => each.metric === metric);
  // Three pictures that three people agree on, and a sequence of four that one person answered.
  expect(figure('labels-checked')).toMatchObject({ value: 0.75, n: 4 });
  expect(figure('pictures-labelled')).toMatchObject({ value: 1, n: 7 });
}, 120_000);
