import { createHash } from 'node:crypto';
import { type ImageComparison, imageComparison, imageSide, MOST_COMPARED_PICTURES } from '@assay/contracts';
import { computeAside } from '../compute/compute-aside.ts';
import { command, type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { storedFigures } from '../measurements/stored-figures.ts';
import { asJson } from '../sources/source-record.ts';
import { requireImageComparison } from './image-comparisons.ts';
import { type Featured, featuresOf } from './picture-features.ts';

type Job = JobRun<'image.compare'>;

/** Steps of the job: the features of either side, and the distances. */
const STEPS = 3;

const hashOf = (side: readonly Featured[]): string =>
  createHash('sha256')
    .update(side.map(({ sha256 }) => sha256).join('\n'))
    .digest('hex');

/** Computes how far the sets of a comparison are apart, once. */
export async function compareImages(deps: Deps, job: Job): Promise<JsonValue> {
  const { comparisonId } = job.job.payload;
  const row = await query(deps, job.actor, (t) => requireImageComparison(t, comparisonId));
  if (row.finishedAt !== null) return { computed: true };
  const side = async (of: unknown, step: number, stage: string) => {
    const filter = imageSide.parse(of);
    const { pictures, drawn } = await query(deps, job.actor, async (t) => ({
      pictures: await t.imageSets.count(row.projectId, filter),
      drawn: await t.imageSets.drawn(row.projectId, filter, MOST_COMPARED_PICTURES),
    }));
    await job.progress({ stage, done: step, total: STEPS });
    const featured = await featuresOf(deps, job, drawn, (part) =>
      job.progress({ stage, done: step + part, total: STEPS }),
    );
    return { pictures, featured };
  };
  const real = await side(row.real, 0, 'real');
  const made = await side(row.made, 1, 'made');
  await job.progress({ stage: 'distances', done: 2, total: STEPS });
  const compared = await computeAside(
    { kind: 'sets', request: { real: real.featured, made: made.featured } },
    { signal: job.signal, progress: () => undefined },
  );
  const inputs = { real: hashOf(real.featured), made: hashOf(made.featured) };
  const subject = { type: 'imageComparison', id: comparisonId };
  const of = { subject, jobId: job.job.id, inputs };
  const kept = compared.features.map((each) => ({ ...each, ...storedFigures(deps, each.figures, of) }));
  const document: ImageComparison = imageComparison.parse({
    type: 'assay.image-comparison',
    version: 1,
    real: { pictures: real.pictures, compared: real.featured.length },
    made: { pictures: made.pictures, compared: made.featured.length },
    features: kept,
  });
  return command(deps, job.actor, async ({ t, record }) => {
    await job.requireMine(t);
    const isFirst = await t.imageSets.finish(comparisonId, asJson(document), deps.clock.now());
    if (!isFirst) return { computed: true };
    await t.measurements.addMany(kept.flatMap(({ measurements }) => measurements));
    await record({
      action: 'image-comparison.finished',
      object: subject,
      projectId: row.projectId,
      details: { real: document.real, made: document.made, inputs },
      alsoTouched: [{ type: 'job', id: job.job.id }],
    });
    return { real: document.real.compared, made: document.made.compared };
  });
}
