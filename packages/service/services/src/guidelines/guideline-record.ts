import { type Guideline, guideline, notFound } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { acknowledgementOf, mustAcknowledge } from '@assay/domain';

export type GuidelineRow = NonNullable<Awaited<ReturnType<Repositories['guidelines']['get']>>>;
export type GuidelineVersionRow = NonNullable<Awaited<ReturnType<Repositories['guidelines']['version']>>>;

export async function requireGuideline(t: Repositories, guidelineId: string): Promise<GuidelineRow> {
  const row = await t.guidelines.get(guidelineId);
  if (row === null) throw notFound('guideline');
  return row;
}

/** A version of a guideline that is not in the trash, with its document. */
export async function requireGuidelineVersion(
  t: Repositories,
  versionId: string,
): Promise<{ row: GuidelineVersionRow; parent: GuidelineRow; document: Guideline }> {
  const row = await t.guidelines.version(versionId);
  if (row === null) throw notFound('guideline version');
  const parent = await requireGuideline(t, row.guidelineId);
  return { row, parent, document: guideline.parse(row.document) };
}

type Acknowledged = { at: Date; number: number; id: string };

/** What the reading of one guideline by one person is worth, and whether they must acknowledge it again. */
export async function acknowledgementView(
  t: Repositories,
  roles: readonly string[],
  acknowledged: Acknowledged | null,
  newest: { number: number; document: Guideline },
) {
  const state = acknowledgementOf(acknowledged?.number ?? null, newest.number);
  const read =
    state === 'OUTDATED' && acknowledged !== null
      ? (await t.guidelines.documents([acknowledged.id])).get(acknowledged.id)
      : undefined;
  return {
    state,
    number: acknowledged?.number ?? null,
    versionId: acknowledged?.id ?? null,
    at: acknowledged?.at ?? null,
    must:
      state === 'NONE' ||
      (acknowledged !== null &&
        read !== undefined &&
        mustAcknowledge(roles, { number: acknowledged.number, document: guideline.parse(read) }, newest)),
  };
}
