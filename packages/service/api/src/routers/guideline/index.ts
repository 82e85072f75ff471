import { router } from '../../frame/trpc.ts';
import { acknowledgeGuidelineRoute } from './acknowledge-guideline.ts';
import { answerQuestionRoute } from './answer-question.ts';
import { answersByVersionRoute } from './answers-by-version.ts';
import { askQuestionRoute } from './ask-question.ts';
import { compareGuidelinesRoute } from './compare-guidelines.ts';
import { copyGuidelineRoute } from './copy-guideline.ts';
import { createGuidelineRoute } from './create-guideline.ts';
import { getGuidelineRoute } from './get-guideline.ts';
import { getGuidelineVersionRoute } from './get-guideline-version.ts';
import { listAcknowledgementsRoute } from './list-acknowledgements.ts';
import { listGuidelinesRoute } from './list-guidelines.ts';
import { listQuestionsRoute } from './list-questions.ts';
import { restoreGuidelineRoute } from './restore-guideline.ts';
import { saveGuidelineRoute } from './save-guideline.ts';
import { trashGuidelineRoute } from './trash-guideline.ts';
import { updateGuidelineRoute } from './update-guideline.ts';

export const guidelineRouter = router({
  acknowledge: acknowledgeGuidelineRoute,
  acknowledgements: listAcknowledgementsRoute,
  answer: answerQuestionRoute,
  answers: answersByVersionRoute,
  ask: askQuestionRoute,
  compare: compareGuidelinesRoute,
  copy: copyGuidelineRoute,
  create: createGuidelineRoute,
  get: getGuidelineRoute,
  list: listGuidelinesRoute,
  questions: listQuestionsRoute,
  restore: restoreGuidelineRoute,
  save: saveGuidelineRoute,
  trash: trashGuidelineRoute,
  update: updateGuidelineRoute,
  version: getGuidelineVersionRoute,
});
