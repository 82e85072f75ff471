import { tableProfile } from '@assay/contracts';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { readJsonBlob } from './json-blob.ts';
import { measureVersion } from './measure-version.ts';
import { requireReadable } from './source-record.ts';

/** Measures a version anew: after roles, the favourable outcome or a population table changed. */
export async function measureSourceVersion(deps: Deps, run: JobRun<'source.measure'>) {
  const { versionId } = run.job.payload;
  const { version } = await query(deps, run.actor, (t) => requireReadable(t, versionId));
  const profile = tableProfile.parse(await readJsonBlob(deps, version.profileKey ?? ''));
  return run.step('measure', () => measureVersion(deps, run, versionId, profile));
}
