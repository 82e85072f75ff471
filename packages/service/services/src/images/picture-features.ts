import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { IMAGE_MAX_BYTES, IMAGE_MAX_PIXELS, type ImageFeature, type JobKind } from '@assay/contracts';
import type { FeaturedImage, ImageFeatures } from '@assay/db';
import { createPictureReader, type PictureFacts } from '@assay/images';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';

/** Pictures whose features are kept together. */
const PART = 25;
const PATIENCE_MS = 120_000;

/** Features as they are stored: an empty list is one that is undefined of the picture. */
export function storedFeatures({ features }: Pick<PictureFacts, 'features'>): ImageFeatures {
  const of = (name: ImageFeature): number[] => {
    const found = features[name];
    return found.ok ? found.value : [];
  };
  return { colours: of('colours'), gradients: of('gradients'), frequencies: of('frequencies') };
}

export type Featured = { id: string; sha256: string } & ImageFeatures;

/**
 * What pictures are compared by. Of those that were brought before it was kept, it is measured from their files and kept
 * from then on.
 */
export async function featuresOf<K extends JobKind>(
  deps: Deps,
  job: Pick<JobRun<K>, 'actor' | 'signal' | 'job' | 'requireMine'>,
  images: readonly FeaturedImage[],
  progress: (done: number) => Promise<void> = async () => undefined,
): Promise<Featured[]> {
  const missing = images.filter(({ colours }) => colours === null);
  const measured = new Map<string, ImageFeatures>();
  if (missing.length > 0) {
    const folder = await mkdtemp(join(deps.workDir, 'features-'));
    const reader = createPictureReader({
      limits: { bytes: IMAGE_MAX_BYTES, pixels: IMAGE_MAX_PIXELS },
      patienceMs: PATIENCE_MS,
    });
    try {
      for (let from = 0; from < missing.length; from += PART) {
        const part: ({ id: string } & ImageFeatures)[] = [];
        for (const image of missing.slice(from, from + PART)) {
          job.signal.throwIfAborted();
          const workDir = join(folder, 'picture');
          await mkdir(workDir, { recursive: true });
          const file = join(workDir, 'original');
          await pipeline(await deps.storage.get(image.originalKey), createWriteStream(file), {
            signal: job.signal,
          });
          const read = await reader.read({ file, name: image.path, workDir, signal: job.signal });
          await rm(workDir, { recursive: true, force: true });
          const features = read.ok ? storedFeatures(read.facts) : NONE;
          // What took too long on a machine with much else to do is measured anew next time.
          if (read.ok || read.code !== 'took-too-long') part.push({ id: image.id, ...features });
          measured.set(image.id, features);
        }
        if (part.length > 0) await keep(deps, job, part);
        await progress(Math.min(missing.length, from + PART) / missing.length);
      }
    } finally {
      await reader.close();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return images.map(({ id, sha256, colours, gradients, frequencies }) => ({
    id,
    sha256,
    ...(measured.get(id) ?? {
      colours: colours ?? [],
      gradients: gradients ?? [],
      frequencies: frequencies ?? [],
    }),
  }));
}

const NONE: ImageFeatures = { colours: [], gradients: [], frequencies: [] };

function keep<K extends JobKind>(
  deps: Deps,
  job: Pick<JobRun<K>, 'actor' | 'job' | 'requireMine'>,
  part: readonly ({ id: string } & ImageFeatures)[],
): Promise<void> {
  return command(deps, job.actor, async ({ t, record }) => {
    await job.requireMine(t);
    await t.imageSets.addFeatures(part);
    await record({
      action: 'image.features-measured',
      object: { type: 'job', id: job.job.id },
      projectId: job.job.projectId,
      details: { pictures: part.length },
    });
  });
}
