import { AssayError, notFound, reviewStatus } from '@assay/contracts';
import type { LockedReview, Repositories } from '@assay/db';
import { decideReview, type ReviewCommand, type ReviewRefusal, type ReviewState } from '@assay/domain';

/** How long an item stays with an expert who says nothing. */
export const REVIEW_LEASE_MS = 15 * 60_000;

export function reviewStateOf(row: LockedReview): ReviewState {
  const { authors, reviewerId, leaseId, decisionId, decidedBy, patternId, waiting, answered } = row;
  const status = reviewStatus.parse(row.status);
  return { status, authors, reviewerId, leaseId, decisionId, decidedBy, patternId, waiting, answered };
}

const AGAIN = 'Load the page again to see how it stands.';

/** What a refusal of the state machine is to an expert. */
function refusal(why: ReviewRefusal): AssayError {
  const kept = 'Nothing was changed.';
  switch (why) {
    case 'incomplete':
      return new AssayError('conflict', 'An answer to this sample was taken back; it is not complete.', {
        kept,
        next: 'It comes again when everybody has answered.',
      });
    case 'closed':
      return new AssayError('conflict', 'There is no reason to review this sample any more.', {
        kept,
        next: 'Go on with the next one.',
      });
    case 'taken':
      return new AssayError('conflict', 'Somebody else is looking at this sample.', {
        kept,
        next: 'Go on with the next one.',
      });
    case 'not-held':
      return new AssayError('stale', 'Your turn at this sample ran out.', { kept, next: 'Take it again.' });
    case 'author':
      return new AssayError('forbidden', 'You answered this sample yourself; somebody else reviews it.', {
        kept,
        next: 'Go on with the next one.',
      });
    case 'decided':
      return new AssayError('conflict', 'This sample was decided already.', { kept, next: AGAIN });
    case 'with-author':
      return new AssayError('conflict', 'This sample is back with its author.', {
        kept,
        next: 'It comes again when they have answered.',
      });
    case 'nobody-to-ask':
      return new AssayError('bad-input', 'Nobody is chosen to whom it goes back.', {
        field: 'verdict.annotationIds',
      });
    case 'not-yours':
      return new AssayError('forbidden', 'Only whoever decided this can take it back.', { kept });
    case 'acted-on':
      return new AssayError('conflict', 'An author has answered already, so that this stays.', {
        kept,
        next: 'Decide about the sample when it comes again.',
      });
    case 'by-pattern':
      return new AssayError('conflict', 'A pattern decided this sample with all that are like it.', {
        kept,
        next: 'Take the pattern back instead.',
      });
    case 'nothing-to-undo':
      return new AssayError('conflict', 'There is nothing to take back here.', { kept, next: AGAIN });
  }
}

/** An item that is locked until the transaction ends. */
export async function lockReview(t: Repositories, itemId: string): Promise<LockedReview> {
  const row = await t.reviews.lock(itemId);
  if (row === null) throw notFound('review item');
  return row;
}

/** The state after a command; fails where the state machine refuses. */
export function requireReview(row: LockedReview, command: ReviewCommand): ReviewState {
  const next = decideReview(reviewStateOf(row), command);
  if (typeof next === 'string') throw refusal(next);
  return next;
}

/**
 * An answer to a sample is about to be taken back: false when an expert looks at it or has acted; else the item waits
 * until all answers are there again.
 */
export async function waitForAnswers(t: Repositories, batchId: string, item: number): Promise<boolean> {
  const known = await t.reviews.ofSample(batchId, item);
  if (known === null) return true;
  const row = await lockReview(t, known.id);
  const next = decideReview(reviewStateOf(row), { kind: 'wait' });
  if (typeof next === 'string') return false;
  await t.reviews.set(row.id, next);
  return true;
}

/** Fails when an expert looks at a sample, or has acted, of which an answer is about to be taken back. */
export async function requireUnreviewed(t: Repositories, batchId: string, item: number): Promise<void> {
  if (!(await waitForAnswers(t, batchId, item))) {
    throw new AssayError('conflict', 'An expert is looking at your answer, or has decided about it.', {
      kept: 'Your answer stays as it is.',
      next: 'If it comes back to you, you can change it then.',
    });
  }
}
