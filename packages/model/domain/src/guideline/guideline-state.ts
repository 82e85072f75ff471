import type { AcknowledgementState, Guideline, GuidelineQuestionState } from '@assay/contracts';
import { compareGuidelines } from './compare-guidelines.ts';
import { guidelineForRoles } from './guideline-for-roles.ts';

/** A version never changes: the newest is what counts, the others stay to be read. */
export function guidelineVersionState(number: number, newest: number): 'CURRENT' | 'SUPERSEDED' {
  return number === newest ? 'CURRENT' : 'SUPERSEDED';
}

/** What an acknowledgement is worth; `acknowledged` is the latest version that the person has, null for none. */
export function acknowledgementOf(acknowledged: number | null, newest: number): AcknowledgementState {
  if (acknowledged === null) return 'NONE';
  return guidelineVersionState(acknowledged, newest) === 'CURRENT' ? 'CURRENT' : 'OUTDATED';
}

/** Only the version that counts can be acknowledged; once more changes nothing. */
export function canAcknowledge(number: number, newest: number): boolean {
  return guidelineVersionState(number, newest) === 'CURRENT';
}

/**
 * Must somebody with these roles acknowledge the newest version before they label by it? Whoever has acknowledged
 * none must. After an earlier one they must when something that concerns them was changed: a section for their roles,
 * a term, an example, the checklist, a rule. That sections only stand in another order does not matter.
 */
export function mustAcknowledge(
  roles: readonly string[],
  acknowledged: { number: number; document: Guideline } | null,
  newest: { number: number; document: Guideline },
): boolean {
  if (acknowledged === null) return true;
  if (acknowledgementOf(acknowledged.number, newest.number) === 'CURRENT') return false;
  const changes = compareGuidelines(
    guidelineForRoles(acknowledged.document, roles),
    guidelineForRoles(newest.document, roles),
  );
  return (
    changes.sections.some((section) => section.kind !== 'moved') ||
    [changes.glossary, changes.examples, changes.checklist, changes.rules].some((list) => list.length > 0)
  );
}

/** Where a question stands: a version can resolve it only when somebody has answered it. */
export function guidelineQuestionStateOf(question: {
  answer: string | null;
  resolvedVersionId: string | null;
}): GuidelineQuestionState {
  if (question.resolvedVersionId !== null) return 'RESOLVED';
  return question.answer === null ? 'OPEN' : 'ANSWERED';
}

const after: Record<GuidelineQuestionState, readonly GuidelineQuestionState[]> = {
  OPEN: ['ANSWERED'],
  // Better words may take the place of an answer until a version has.
  ANSWERED: ['ANSWERED', 'RESOLVED'],
  RESOLVED: [],
};

export function canMoveGuidelineQuestion(from: GuidelineQuestionState, to: GuidelineQuestionState): boolean {
  return after[from].includes(to);
}
