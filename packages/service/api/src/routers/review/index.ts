import { router } from '../../frame/trpc.ts';
import { addExampleRoute } from './add-example.ts';
import { answerReturnRoute } from './answer-return.ts';
import { claimReviewRoute } from './claim-review.ts';
import { decideReviewRoute } from './decide-review.ts';
import { getReturnRoute } from './get-return.ts';
import { getReviewRoute } from './get-review.ts';
import { getRoutingRoute } from './get-routing.ts';
import { listDecisionsRoute } from './list-decisions.ts';
import { listReturnsRoute } from './list-returns.ts';
import { listReviewRoute } from './list-review.ts';
import { openReturnRoute } from './open-return.ts';
import { openReviewRoute } from './open-review.ts';
import { releaseReviewRoute } from './release-review.ts';
import { renewReviewRoute } from './renew-review.ts';
import { saveRoutingRoute } from './save-routing.ts';
import { sweepReviewRoute } from './sweep-review.ts';
import { undoReviewRoute } from './undo-review.ts';

export const reviewRouter = router({
  addExample: addExampleRoute,
  answerReturn: answerReturnRoute,
  claim: claimReviewRoute,
  decide: decideReviewRoute,
  decisions: listDecisionsRoute,
  get: getReviewRoute,
  list: listReviewRoute,
  open: openReviewRoute,
  openReturn: openReturnRoute,
  release: releaseReviewRoute,
  renew: renewReviewRoute,
  return: getReturnRoute,
  returns: listReturnsRoute,
  routing: getRoutingRoute,
  saveRouting: saveRoutingRoute,
  sweep: sweepReviewRoute,
  undo: undoReviewRoute,
});
