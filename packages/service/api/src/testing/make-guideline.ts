import { type Guideline, guideline } from '@assay/contracts';
import { askAboutGuideline, createGuideline, saveGuidelineVersion, trashGuideline } from '@assay/services';
import type { TestDeps, UserActor } from '@assay/services/testing';

const document = (test: TestDeps, body: string): Guideline =>
  guideline.parse({
    type: 'assay.guideline',
    version: 1,
    sections: [{ id: test.deps.ids.next(), heading: 'How to look', roles: [], body }],
  });

/** A guideline of two versions with an open question, and one in the trash. */
export async function makeGuideline(test: TestDeps, owner: UserActor, projectId: string) {
  const { deps } = test;
  const at = { projectId, description: '' };
  const made = await createGuideline(deps, owner, {
    ...at,
    name: 'A guideline',
    document: document(test, 'Look once.'),
  });
  const { versionId } = await saveGuidelineVersion(deps, owner, {
    guidelineId: made.id,
    revision: 1,
    document: document(test, 'Look twice.'),
    note: '',
    resolves: [],
  });
  const question = await askAboutGuideline(deps, owner, {
    guidelineVersionId: versionId,
    sectionId: null,
    text: 'Is this so?',
  });
  const trashed = await createGuideline(deps, owner, {
    ...at,
    name: 'A trashed guideline',
    document: document(test, 'Look away.'),
  });
  await trashGuideline(deps, owner, { guidelineId: trashed.id });
  return {
    guidelineId: made.id,
    guidelineVersionId: versionId,
    earlierGuidelineVersionId: made.versionId,
    guidelineQuestionId: question.id,
    trashedGuidelineId: trashed.id,
  };
}
