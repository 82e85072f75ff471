import { type MappingStep, mappingSteps } from '@assay/contracts';
import type { Repositories, TaskOfBatch } from '@assay/db';
import { type BatchRow, requireBatch } from './batch-record.ts';

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

/** A batch whose label schema nobody migrates until the transaction ends. */
export async function holdSchemaOf(t: Repositories, batchId: string): Promise<BatchRow> {
  const { labelSchemaVersionId } = await requireBatch(t, batchId);
  if (labelSchemaVersionId !== null) await t.labelSchemas.hold(labelSchemaVersionId);
  return requireBatch(t, batchId);
}

/**
 * The version of the label schema under which what is said of a task is kept. Where something was said under another one
 * and is mapped, nobody migrates the label schema until the transaction ends: what is mapped as far as one version and
 * kept as said under another would be mapped wrongly whenever it is read.
 *
 * @param under versions under which what is to be mapped was said
 */
export async function presentVersion(
  t: Repositories,
  { batchId, labelSchemaVersionId: present }: TaskOfBatch,
  ...under: (string | null | undefined)[]
): Promise<string | null> {
  if (present === null || under.every((each) => each == null || each === present)) return present;
  return (await holdSchemaOf(t, batchId)).labelSchemaVersionId;
}
