import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import {
  annotation,
  type FinalLabel,
  type ImageImportAbout,
  imageMade,
  imageMark,
  MOST_COMPARED_PICTURES,
  type VersionManifest,
} from '@assay/contracts';
import type { ControlNumbers, ImageOfRun } from '@assay/db';
import { type DrawnSample, regionAgreement } from '@assay/domain';
import { computeAside } from '../compute/compute-aside.ts';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { ComparedFeature } from '../images/compare-picture-sets.ts';
import { documentsOfImageImport, requireImageImport } from '../images/image-import-record.ts';
import { hexOf, MOST_DIFFERING_BITS } from '../images/near-duplicates.ts';
import { featuresOf } from '../images/picture-features.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { streamEntries } from '../versions/version-entries.ts';
import { membersOf } from '../versions/version-labels.ts';
import { runsOfPictures } from '../versions/version-record.ts';
import type { PictureFacts, PictureOfVersion } from './picture-figures.ts';

/** Pictures that one statement reads. */
const PART = 5_000;
/** Rows about the rights of one import, at most. */
const MOST_RIGHTS = 50;
/** All pictures of a project that were taken of the world. */
const REAL = { origin: 'real', importId: null, runId: null };

type Job = Pick<JobRun<'release.validate'>, 'actor' | 'signal' | 'job' | 'requireMine'>;
type Run = VersionManifest['runs'][number];

type ImportOfRelease = { importId: string; number: number; name: string; about: ImageImportAbout };

/** Pictures of an import of one maker and one licence. */
type RightsOfRelease = ImportOfRelease & {
  generator: string;
  licence: string;
  model: string;
  pictures: number;
};

export type GatheredPictures = {
  runs: Run[];
  facts: PictureFacts;
  rights: RightsOfRelease[];
  /** Of how many a manifest says how they were made. */
  described: number;
  /** Over which pictures the figures are, in one word. */
  hash: string;
};

/** Everything that figures of the pictures of a version are computed from; null of a version of rows alone. */
export async function gatherPictures(
  deps: Deps,
  job: Job,
  projectId: string,
  manifest: VersionManifest,
): Promise<GatheredPictures | null> {
  const runs = runsOfPictures(manifest);
  if (runs.length === 0) return null;
  const rows = await readPictures(deps, job, manifest, runs);
  const { imports, real } = await query(deps, job.actor, async (t) => {
    const imports = new Map<string, ImportOfRelease>();
    for (const importId of new Set(rows.map((row) => row.importId))) {
      const row = await requireImageImport(t, importId);
      const { about } = documentsOfImageImport(row);
      imports.set(importId, { importId, number: row.number, name: row.name, about });
    }
    return { imports, real: await t.images.real(projectId) };
  });
  const labels = await readLabels(deps, job, manifest, runs);
  const twins = await computeAside(
    {
      kind: 'twins',
      request: {
        own: rows.map((row) => hexOf(BigInt(row.hash))),
        samples: rows.map(({ run, row }) => `${run}/${row}`),
        real: real.hashes.map((hash) => hexOf(BigInt(hash))),
        distance: MOST_DIFFERING_BITS,
      },
    },
    { signal: job.signal, progress: () => undefined },
  );
  const made = rows.map((row) => imageMade.nullable().parse(row.made ?? null));
  const pictures = rows.map((row, at): PictureOfVersion => {
    const about = imports.get(row.importId)?.about;
    const label = labels.get(`${row.run}/${row.row}`);
    return {
      id: row.id,
      frame: row.frame,
      origin: about?.origin ?? 'real',
      licence: made[at]?.licence || (about?.licence ?? ''),
      generator: made[at]?.generator || (about?.generator ?? ''),
      marks: row.marks.flatMap((mark) => imageMark.safeParse(mark).data ?? []),
      labels: label?.labels ?? 0,
      checked: label?.checked ?? 0,
      alike: twins.alike[at] === true,
      likeReal: twins.real[at] === true,
    };
  });
  const digest = createHash('sha256');
  const said = new Map<string, { generator: string; licence: string; model: string }[]>();
  for (const [at, { run, row, sha256, importId }] of rows.entries()) {
    digest.update(`${run} ${row} ${sha256}\n`);
    const { generator = '', licence = '' } = pictures[at] ?? {};
    const ofImport = said.get(importId) ?? [];
    ofImport.push({ generator, licence, model: made[at]?.model ?? '' });
    said.set(importId, ofImport);
  }
  return {
    runs,
    facts: {
      pictures,
      realPictures: real.images,
      distances: await readDistances(deps, job, projectId, pictures),
      ...(await readAnswers(deps, job, projectId, runs)),
    },
    rights: [...imports.values()]
      .sort((a, b) => a.number - b.number)
      .flatMap((from) => rightsOf(from, said.get(from.importId) ?? [])),
    described: made.filter((each) => each !== null).length,
    hash: digest.digest('hex'),
  };
}

/** Who made the pictures of an import under which licence; as the import itself says, where manifests say too many things. */
function rightsOf(
  from: ImportOfRelease,
  pictures: readonly { generator: string; licence: string; model: string }[],
): RightsOfRelease[] {
  const groups = new Map<string, RightsOfRelease>();
  for (const { generator, licence, model } of pictures) {
    const name = JSON.stringify([generator, licence, model]);
    const group = groups.get(name) ?? { ...from, generator, licence, model, pictures: 0 };
    groups.set(name, { ...group, pictures: group.pictures + 1 });
  }
  if (groups.size <= MOST_RIGHTS) return [...groups.values()].sort((a, b) => b.pictures - a.pictures);
  const { generator, licence } = from.about;
  return [{ ...from, generator, licence, model: '', pictures: pictures.length }];
}

async function readPictures(
  deps: Deps,
  job: Job,
  manifest: VersionManifest,
  runs: readonly Run[],
): Promise<(ImageOfRun & { run: number })[]> {
  const members = await membersOf(deps, manifest);
  const pictures: (ImageOfRun & { run: number })[] = [];
  for (const { runId, number } of runs) {
    const wanted = members === null ? null : new Set(members.get(number) ?? []);
    for (let after = { row: -1, frame: 0 }; ; ) {
      job.signal.throwIfAborted();
      const part = await query(deps, job.actor, (t) => t.images.ofRun(runId, after, PART));
      for (const each of part) {
        if (wanted === null || wanted.has(each.row)) pictures.push({ ...each, run: number });
      }
      const last = part.at(-1);
      if (last === undefined || part.length < PART) break;
      after = { row: last.row, frame: last.frame };
    }
  }
  return pictures;
}

/** How far the made pictures of the version are from all real ones of the project; of more than are compared, some. */
async function readDistances(
  deps: Deps,
  job: Job,
  projectId: string,
  pictures: readonly PictureOfVersion[],
): Promise<ComparedFeature[]> {
  const ids = pictures.flatMap(({ id, origin }) => (origin === 'synthetic' ? [id] : []));
  const of = await query(deps, job.actor, async (t) => ({
    real: await t.imageSets.drawn(projectId, REAL, MOST_COMPARED_PICTURES),
    made: await t.imageSets.drawnOf(projectId, ids, MOST_COMPARED_PICTURES),
  }));
  if (of.real.length === 0 || of.made.length === 0) return [];
  const sets = { real: await featuresOf(deps, job, of.real), made: await featuresOf(deps, job, of.made) };
  const control = { signal: job.signal, progress: () => undefined };
  return (await computeAside({ kind: 'sets', request: sets }, control)).features;
}

/** Final labels of each picture by run and row: how many there are, and how many a second person stands behind. */
async function readLabels(deps: Deps, job: Job, manifest: VersionManifest, runs: readonly Run[]) {
  const numbers = new Set(runs.map(({ number }) => number));
  const labels = new Map<string, { labels: number; checked: number }>();
  for await (const entries of streamEntries(deps, manifest.labels, 'the final labels', job.signal)) {
    for (const { run, row, text } of entries) {
      if (!numbers.has(run) || text === null) continue;
      const { method, by } = JSON.parse(text) as FinalLabel;
      const found = labels.get(`${run}/${row}`) ?? { labels: 0, checked: 0 };
      found.labels += 1;
      if (method === 'expert' || by.length > 1) found.checked += 1;
      labels.set(`${run}/${row}`, found);
    }
  }
  return labels;
}

/** What people drew on the same pictures, and how they did on control tasks, in the batches of these runs. */
async function readAnswers(
  deps: Deps,
  job: Job,
  projectId: string,
  runs: readonly Run[],
): Promise<Pick<PictureFacts, 'compared' | 'controls'>> {
  const { batchIds, controls } = await query(deps, job.actor, async (t) => {
    const batchIds = await t.batches.ofRuns(runs.map(({ runId }) => runId));
    const controls: ControlNumbers[] = [];
    for (const batchId of batchIds) {
      const filter = { projectId, batchId, personId: null, days: null, timeZone: 'UTC' };
      controls.push(...(await t.controls.numbers(filter)));
    }
    return { batchIds, controls };
  });
  const compared: { regions: number; found: number }[] = [];
  for (const batchId of batchIds) compared.push(...(await compareBatch(deps, job, batchId)));
  return {
    compared,
    controls: (['gold', 'seeded'] as const).map((kind) => {
      const of = controls.filter((each) => each.kind === kind);
      return {
        kind,
        n: of.reduce((sum, each) => sum + each.n, 0),
        right: of.reduce((sum, each) => sum + each.good, 0),
      };
    }),
  };
}

/** How far people agree in what they drew on each picture of a batch; between pictures the job gives signs of life. */
async function compareBatch(deps: Deps, job: Job, batchId: string): Promise<PictureFacts['compared']> {
  const samples = new Map<string, DrawnSample[number][]>();
  for (const { item, authorId, answers } of await query(deps, job.actor, (t) =>
    t.agreements.answers([batchId]),
  )) {
    await breathe();
    job.signal.throwIfAborted();
    for (const [questionId, answer] of Object.entries(annotation.shape.answers.parse(answers))) {
      if (answer.kind !== 'regions') continue;
      const name = `${item} ${questionId}`;
      const sample = samples.get(name) ?? [];
      sample.push({ person: authorId, regions: answer.regions });
      samples.set(name, sample);
    }
  }
  const compared: { regions: number; found: number }[] = [];
  for (const sample of samples.values()) {
    if (sample.length < 2) continue;
    await breathe();
    job.signal.throwIfAborted();
    const { regions, detection } = regionAgreement([sample]);
    compared.push({ regions, found: Math.round((detection ?? 0) * regions) });
  }
  return compared;
}
