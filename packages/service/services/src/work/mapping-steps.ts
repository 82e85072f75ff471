import { type MappingStep, mappingSteps } from '@assay/contracts';
import type { Repositories } from '@assay/db';

/**
 * How something that was said under a version of a label schema is read under the present one of its batch: a page may
 * be older than a migration, and what was kept under an older version is still there.
 *
 * @param under null where it is not known, or of a blind test: it is taken as it is
 */
export async function stepsFrom(
  t: Repositories,
  under: string | null | undefined,
  present: string | null,
): Promise<MappingStep[]> {
  if (under == null || present === null || under === present) return [];
  return mappingSteps.parse(await t.labelMigrations.stepsSince(under));
}
