import { AssayError, type GuidelineExample, shortened } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { requireOnItem } from '../frame/access.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { lockReview } from '../review/review-record.ts';
import { withTable } from '../sources/version-table.ts';
import { documentsOf } from '../work/batch-documents.ts';
import { amendGuideline } from './amend-guideline.ts';

/** Of a long text its beginning says what it is an example of. */
const MOST_CHARACTERS = 4096;

/**
 * Makes a sample before an expert an example in a guideline, in a new version of it: the values of the chosen columns
 * as they are in the row.
 */
export async function addSampleExample(
  deps: Deps,
  actor: Actor,
  input: {
    reviewItemId: string;
    guidelineId: string;
    revision: number;
    columns: readonly string[];
  } & Pick<GuidelineExample, 'verdict' | 'title' | 'why'>,
): Promise<{ versionId: string; number: number }> {
  const by = requirePerson(actor);
  const { reviewItemId, guidelineId, revision, verdict, title, why } = input;
  await requireOnItem(deps, actor, 'guideline.write', { kind: 'guideline', id: guidelineId });
  const { item, manifest } = await query(deps, actor, async (t) => {
    const item = await lockReview(t, reviewItemId);
    return { item, manifest: (await documentsOf(t, item.batchId)).manifest };
  });
  const unknown = input.columns.find((name) => !manifest.columns.some((column) => column.name === name));
  if (unknown !== undefined) {
    throw new AssayError('bad-input', `The row has no column "${unknown}".`, { field: 'columns' });
  }
  const cells = await withTable(deps, manifest, (reader) => reader.row(item.row));
  const values = manifest.columns.flatMap(({ name }, at) => {
    if (!input.columns.includes(name)) return [];
    const cell = cells?.[at] ?? null;
    return [{ column: name, value: typeof cell === 'string' ? shortened(cell, MOST_CHARACTERS) : cell }];
  });
  const versionId = deps.ids.next();
  return command(deps, actor, async (context) => {
    const example = { id: deps.ids.next(), verdict, title, why, content: { kind: 'row' as const, values } };
    const { number } = await amendGuideline(context, {
      versionId,
      guidelineId,
      projectId: item.projectId,
      revision,
      by,
      note: title,
      change: (before) => ({ ...before, examples: [...before.examples, example] }),
      details: { example: example.id, sample: item.sampleKey },
      alsoTouched: [{ type: 'reviewItem', id: item.id }],
    });
    return { versionId, number };
  });
}
