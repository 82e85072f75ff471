import { AssayError, type Guideline, guideline as guidelineSchema, notFound } from '@assay/contracts';
import type { CommandContext, JsonValue } from '../frame/command.ts';
import { stale } from '../frame/stale.ts';
import { asJson } from '../sources/source-record.ts';
import { requireGuideline } from './guideline-record.ts';

/**
 * Saves a new version of a guideline that says one thing more than the newest, as part of another act: in its
 * transaction, with the event. Fails when somebody saved one meanwhile, or the guideline takes no more.
 */
export async function amendGuideline(
  { t, record }: CommandContext,
  amendment: {
    /** Of the version to be made. */
    versionId: string;
    guidelineId: string;
    /** The project in which the other act is; the guideline of another one is not there. */
    projectId: string;
    revision: number;
    by: string;
    note: string;
    change: (before: Guideline) => Guideline;
    details: { readonly [key: string]: JsonValue };
    alsoTouched: readonly { type: string; id: string }[];
  },
): Promise<{ number: number }> {
  const { versionId, guidelineId, projectId, revision, by, note, change, details, alsoTouched } = amendment;
  const parent = await requireGuideline(t, guidelineId);
  if (parent.projectId !== projectId) throw notFound('guideline');
  if (!(await t.guidelines.update(parent.id, revision, {}))) throw stale('guideline');
  const newest = await t.guidelines.newest(parent.id);
  if (newest === null) throw notFound('guideline version');
  const document = guidelineSchema.safeParse(change(guidelineSchema.parse(newest.document)));
  if (!document.success) {
    throw new AssayError('too-large', 'The guideline takes no more of these.', {
      kept: 'Nothing was changed.',
      next: 'Take some out in its editor, or begin another guideline.',
    });
  }
  const { number } = await t.guidelines.addVersion({
    id: versionId,
    guidelineId: parent.id,
    document: asJson(document.data),
    note,
    createdBy: by,
  });
  await record({
    action: 'guideline.version-saved',
    object: { type: 'guideline', id: parent.id },
    projectId,
    details: { number, ...details },
    alsoTouched: [{ type: 'guidelineVersion', id: versionId }, ...alsoTouched],
  });
  return { number };
}
