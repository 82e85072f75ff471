import { router } from '../../frame/trpc.ts';
import { claimTasksRoute } from './claim-tasks.ts';
import { getWorkContextRoute } from './get-work-context.ts';
import { openDrawingRoute } from './open-drawing.ts';
import { ownNumbersRoute } from './own-numbers.ts';
import { practiceAnswerRoute } from './practice-answer.ts';
import { practiceRowsRoute } from './practice-rows.ts';
import { releaseTasksRoute } from './release-tasks.ts';
import { renewLeasesRoute } from './renew-leases.ts';
import { saveDraftRoute } from './save-draft.ts';
import { saveDrawingRoute } from './save-drawing.ts';
import { skipTaskRoute } from './skip-task.ts';
import { submitTaskRoute } from './submit-task.ts';
import { takeBackRoute } from './take-back.ts';
import { whyNoneRoute } from './why-none.ts';

export const taskRouter = router({
  claim: claimTasksRoute,
  context: getWorkContextRoute,
  openDrawing: openDrawingRoute,
  ownNumbers: ownNumbersRoute,
  practiceAnswer: practiceAnswerRoute,
  practiceRows: practiceRowsRoute,
  release: releaseTasksRoute,
  renew: renewLeasesRoute,
  saveDraft: saveDraftRoute,
  saveDrawing: saveDrawingRoute,
  skip: skipTaskRoute,
  submit: submitTaskRoute,
  takeBack: takeBackRoute,
  whyNone: whyNoneRoute,
});
