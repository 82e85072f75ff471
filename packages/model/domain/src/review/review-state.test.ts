import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideReview, newReview, type ReviewCommand, type ReviewState } from './review-state.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK === '1' ? 50_000 : 500 };
const personId = fc.constantFrom('ann', 'eve', 'max');
const leaseId = fc.constantFrom('l1', 'l2', 'l3');
const decisionId = fc.constantFrom('d1', 'd2');
const patternId = fc.constantFrom('p1', 'p2');
const kind = <K extends string>(name: K) => fc.constant(name);

const commands: fc.Arbitrary<ReviewCommand> = fc.oneof(
  fc.record({ kind: kind('route'), found: fc.boolean() }),
  fc.record({ kind: kind('wait') }),
  fc.record({ kind: kind('claim'), personId, leaseId }),
  fc.record({ kind: kind('release'), leaseId }),
  fc.record({ kind: kind('expire') }),
  fc.record({ kind: kind('decide'), personId, leaseId, decisionId }),
  fc.record({ kind: kind('send-back'), personId, leaseId, returns: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: kind('answer') }),
  fc.record({ kind: kind('reject-pattern'), personId, patternId, decisionId }),
  fc.record({ kind: kind('undo'), personId }),
  fc.record({ kind: kind('undo-pattern'), patternId }),
);

test('whatever is asked, an author decides nothing, one person looks, and a decision has one who made it', () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 60 }), (list) => {
      let review: ReviewState = { ...newReview, authors: ['ann'] };
      for (const command of list) {
        const before = review;
        const next = decideReview(review, command);
        if (typeof next === 'string') continue;
        review = next;
        expect(review.reviewerId).not.toBe('ann');
        expect(review.decidedBy).not.toBe('ann');
        expect(review.reviewerId === null).toBe(review.leaseId === null);
        if (review.leaseId !== null) expect(review.status).toBe('OPEN');
        expect(review.decisionId !== null).toBe(review.status === 'DECIDED');
        expect(review.decidedBy !== null).toBe(review.status === 'DECIDED' || review.status === 'SENT_BACK');
        expect(review.waiting > 0).toBe(review.status === 'SENT_BACK');
        if (review.patternId !== null) expect(review.status).toBe('DECIDED');
        // A lease passes from one person to another only over nobody.
        if (before.reviewerId !== null && review.reviewerId !== null)
          expect(review.reviewerId).toBe(before.reviewerId);
        // Only undoing takes a decision away, and whoever made it does that.
        if (before.status === 'DECIDED') {
          expect(review.status).toBe('OPEN');
          expect(command.kind === 'undo' || command.kind === 'undo-pattern').toBe(true);
          if (command.kind === 'undo') expect(command.personId).toBe(before.decidedBy);
        }
        // What an author answered is not undone.
        if (before.answered > 0) expect(command.kind).toBe('answer');
      }
    }),
    RUNS,
  );
});

test('what was sent back comes again when each author has answered', () => {
  const open: ReviewState = { ...newReview, status: 'OPEN', authors: ['ann', 'ben'] };
  const held = decideReview(open, { kind: 'claim', personId: 'eve', leaseId: 'l1' }) as ReviewState;
  expect(decideReview(held, { kind: 'claim', personId: 'max', leaseId: 'l2' })).toBe('taken');
  const sendBack = { kind: 'send-back', personId: 'eve', leaseId: 'l1' } as const;
  expect(decideReview(held, { ...sendBack, returns: 0 })).toBe('nobody-to-ask');
  const sent = decideReview(held, { ...sendBack, returns: 2 }) as ReviewState;
  expect(decideReview(sent, { kind: 'undo', personId: 'max' })).toBe('not-yours');
  expect(decideReview(sent, { kind: 'undo', personId: 'eve' })).toEqual(open);
  const one = decideReview(sent, { kind: 'answer' }) as ReviewState;
  expect(one.status).toBe('SENT_BACK');
  expect(decideReview(one, { kind: 'undo', personId: 'eve' })).toBe('acted-on');
  expect(decideReview(one, { kind: 'answer' })).toEqual(open);
});

test('a pattern decides what is open and not in the hands of another, and is undone as a whole', () => {
  const open: ReviewState = { ...newReview, status: 'OPEN', authors: ['ann'] };
  const reject = { kind: 'reject-pattern', personId: 'eve', patternId: 'p1', decisionId: 'd1' } as const;
  const decided = decideReview(open, reject) as ReviewState;
  expect(decided).toMatchObject({ status: 'DECIDED', patternId: 'p1', decidedBy: 'eve' });
  expect(decideReview(decided, { kind: 'undo', personId: 'eve' })).toBe('by-pattern');
  expect(decideReview(decided, { kind: 'undo-pattern', patternId: 'p2' })).toBe('nothing-to-undo');
  expect(decideReview(decided, { kind: 'undo-pattern', patternId: 'p1' })).toEqual(open);
  const held = decideReview(open, { kind: 'claim', personId: 'max', leaseId: 'l1' }) as ReviewState;
  expect(decideReview(held, reject)).toBe('taken');
  expect(decideReview(decided, { kind: 'wait' })).toBe('decided');
});
