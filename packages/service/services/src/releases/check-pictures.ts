import type { PictureChecks, VersionManifest } from '@assay/contracts';
import type { NewMeasurement } from '@assay/db';
import { judgePictures } from '@assay/domain';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { storedFigures } from '../measurements/stored-figures.ts';
import { gatherPictures } from './picture-facts.ts';
import { givenOf, pictureFigures } from './picture-figures.ts';
import { policyOfRelease, type ReleaseRow } from './release-record.ts';

/** What was found of the pictures of a release, and the rows that keep each figure. */
export type CheckedPictures = { checks: PictureChecks; measurements: NewMeasurement[] };

/**
 * Measures the pictures of a version, what people drew on them, and by what right they are used, and judges it by the
 * policy of the release. Null of a version of rows alone.
 */
export async function checkPictures(
  deps: Deps,
  job: JobRun<'release.validate'>,
  release: ReleaseRow,
  manifest: VersionManifest,
): Promise<CheckedPictures | null> {
  const found = await gatherPictures(deps, job, release.projectId, manifest);
  if (found === null) return null;
  const { facts, runs, rights, described, hash } = found;
  const inputs = { version: manifest.root, labels: manifest.subroots.labels, pictures: hash };
  const { figures, measurements } = storedFigures(deps, pictureFigures(facts), {
    subject: { type: 'release', id: release.id },
    jobId: job.job.id,
    inputs,
  });
  return {
    checks: {
      runs: runs.map(({ number }) => number),
      pictures: facts.pictures.length,
      figures,
      ...judgePictures(figures, givenOf(facts), policyOfRelease(release)),
      described,
      rights: rights.map(({ importId, number, name, about, generator, licence, model, pictures }) => ({
        importId,
        number,
        name,
        origin: about.origin,
        generator,
        model,
        licence,
        attribution: about.attribution,
        pictures,
      })),
    },
    measurements,
  };
}
