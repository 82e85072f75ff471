import type { ReviewStatus } from '@assay/contracts';

/** A sample before an expert, as far as its life is concerned. */
export type ReviewState = {
  status: ReviewStatus;
  /** Who answered the sample: none of them decides about it. */
  authors: readonly string[];
  /** Who looks at it, under which claim; null while nobody does. */
  reviewerId: string | null;
  leaseId: string | null;
  decisionId: string | null;
  /** Who decided it, or sent it back. */
  decidedBy: string | null;
  /** The pattern that decided it with all that are like it. */
  patternId: string | null;
  /** Answers that are back with their authors, and those of them that were answered. */
  waiting: number;
  answered: number;
};

export type ReviewCommand =
  /** All answers are there, and there is a reason to look at them, or none. */
  | { kind: 'route'; found: boolean }
  /** An answer was taken back: what there was to decide upon is not there. */
  | { kind: 'wait' }
  | { kind: 'claim'; personId: string; leaseId: string }
  | { kind: 'release'; leaseId: string }
  /** The lease ran out. */
  | { kind: 'expire' }
  /** Accepted, corrected or rejected. */
  | { kind: 'decide'; personId: string; leaseId: string; decisionId: string }
  | { kind: 'send-back'; personId: string; leaseId: string; returns: number }
  /** An author revised or contested what came back. */
  | { kind: 'answer' }
  | { kind: 'reject-pattern'; personId: string; patternId: string; decisionId: string }
  | { kind: 'undo'; personId: string }
  | { kind: 'undo-pattern'; patternId: string };

export type ReviewRefusal =
  | 'incomplete'
  | 'closed'
  | 'taken'
  | 'not-held'
  | 'author'
  | 'decided'
  | 'with-author'
  | 'nobody-to-ask'
  | 'not-yours'
  | 'acted-on'
  | 'by-pattern'
  | 'nothing-to-undo';

export const newReview: ReviewState = {
  status: 'WAITING',
  authors: [],
  reviewerId: null,
  leaseId: null,
  decisionId: null,
  decidedBy: null,
  patternId: null,
  waiting: 0,
  answered: 0,
};

const FREE = { reviewerId: null, leaseId: null } as const;
const UNDECIDED = { ...FREE, decisionId: null, decidedBy: null, patternId: null, waiting: 0, answered: 0 };

/** Why nothing can be decided about it now; null when it is open. */
function notOpen(status: ReviewStatus): ReviewRefusal | null {
  switch (status) {
    case 'OPEN':
      return null;
    case 'WAITING':
      return 'incomplete';
    case 'CLOSED':
      return 'closed';
    case 'SENT_BACK':
      return 'with-author';
    case 'DECIDED':
      return 'decided';
  }
}

/** Why this person may not decide under this lease; null when they may. */
function notHeld(review: ReviewState, personId: string, leaseId: string): ReviewRefusal | null {
  const closed = notOpen(review.status);
  if (closed !== null) return closed;
  if (review.authors.includes(personId)) return 'author';
  return review.leaseId === leaseId && review.reviewerId === personId ? null : 'not-held';
}

/** Decides one command on a review item: its next state, or why not. */
export function decideReview(review: ReviewState, command: ReviewCommand): ReviewState | ReviewRefusal {
  switch (command.kind) {
    case 'route':
      return route(review, command.found);
    case 'wait':
      if (review.status === 'SENT_BACK' || review.status === 'DECIDED')
        return notOpen(review.status) ?? 'taken';
      return review.leaseId === null ? { ...review, status: 'WAITING' } : 'taken';
    case 'claim':
      return claim(review, command.personId, command.leaseId);
    case 'release':
      return review.leaseId === command.leaseId ? { ...review, ...FREE } : 'not-held';
    case 'expire':
      return review.leaseId === null ? 'not-held' : { ...review, ...FREE };
    case 'decide': {
      const { personId, leaseId, decisionId } = command;
      const refused = notHeld(review, personId, leaseId);
      return refused ?? { ...review, ...UNDECIDED, status: 'DECIDED', decisionId, decidedBy: personId };
    }
    case 'send-back': {
      const { personId, leaseId, returns } = command;
      const refused = notHeld(review, personId, leaseId);
      if (refused !== null) return refused;
      if (returns < 1) return 'nobody-to-ask';
      return { ...review, ...UNDECIDED, status: 'SENT_BACK', decidedBy: personId, waiting: returns };
    }
    case 'answer': {
      if (review.status !== 'SENT_BACK' || review.waiting === 0) return 'nothing-to-undo';
      const { waiting, answered } = review;
      if (waiting === 1) return { ...review, ...UNDECIDED, status: 'OPEN' };
      return { ...review, waiting: waiting - 1, answered: answered + 1 };
    }
    case 'reject-pattern':
      return rejectByPattern(review, command);
    case 'undo':
      return undo(review, command.personId);
    case 'undo-pattern':
      if (review.status !== 'DECIDED' || review.patternId !== command.patternId) return 'nothing-to-undo';
      return { ...review, ...UNDECIDED, status: 'OPEN' };
  }
}

function route(review: ReviewState, found: boolean): ReviewState | ReviewRefusal {
  const { status, leaseId } = review;
  if (status === 'SENT_BACK' || status === 'DECIDED') return notOpen(status) ?? 'closed';
  // Nobody's work is taken out of their hands because a reason is gone.
  if (status === 'OPEN' && leaseId !== null) return review;
  return { ...review, status: found ? 'OPEN' : 'CLOSED' };
}

function claim(review: ReviewState, personId: string, leaseId: string): ReviewState | ReviewRefusal {
  const closed = notOpen(review.status);
  if (closed !== null) return closed;
  if (review.authors.includes(personId)) return 'author';
  if (review.reviewerId !== null && review.reviewerId !== personId) return 'taken';
  return { ...review, reviewerId: personId, leaseId };
}

function rejectByPattern(
  review: ReviewState,
  { personId, patternId, decisionId }: Extract<ReviewCommand, { kind: 'reject-pattern' }>,
): ReviewState | ReviewRefusal {
  const closed = notOpen(review.status);
  if (closed !== null) return closed;
  if (review.authors.includes(personId)) return 'author';
  if (review.reviewerId !== null && review.reviewerId !== personId) return 'taken';
  return { ...review, ...UNDECIDED, status: 'DECIDED', decisionId, decidedBy: personId, patternId };
}

function undo(review: ReviewState, personId: string): ReviewState | ReviewRefusal {
  if (review.status !== 'DECIDED' && review.status !== 'SENT_BACK') return 'nothing-to-undo';
  if (review.patternId !== null) return 'by-pattern';
  if (review.decidedBy !== personId) return 'not-yours';
  if (review.answered > 0) return 'acted-on';
  return { ...review, ...UNDECIDED, status: 'OPEN' };
}
