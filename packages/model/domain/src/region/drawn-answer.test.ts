import type { DrawnRecord, ProposalState, RegionValue } from '@assay/contracts';
import { expect, test } from 'vitest';
import { answerOfDrawn, drawnOfAnswer, ownDrawing, proposedDrawing } from './drawn-answer.ts';
import { box, region } from './test-regions.ts';

const proposed = (at: number, state: ProposalState, confidence: number | null = 0.4): RegionValue => ({
  ...region(at, box(at, 0, 5, 5)),
  proposal: { confidence, state, reason: state === 'rejected' ? 'duplicate' : null },
});
const relation = (at: number, from: RegionValue, to: RegionValue): DrawnRecord => ({
  type: 'relation',
  id: region(at, box(0, 0, 1, 1)).id,
  from: from.id,
  to: to.id,
  labelId: null,
});

const drawn = region(1, box(1, 0, 5, 5));
const accepted = proposed(2, 'accepted');
const rejected = proposed(3, 'rejected');
const kept = relation(10, drawn, accepted);
const loose = relation(11, drawn, rejected);

test('what was rejected is told beside the answer, and nothing leads to it', () => {
  const answer = answerOfDrawn([rejected, drawn, loose, accepted, kept]);
  expect(answer).toEqual({
    kind: 'regions',
    regions: [drawn, accepted],
    relations: [kept],
    rejected: [rejected],
  });
  expect(drawnOfAnswer(answer)).toEqual([drawn, accepted, rejected, kept]);
  expect(answerOfDrawn(drawnOfAnswer(answer))).toEqual(answer);
});

test('an answer without rejections says nothing of any', () => {
  expect(answerOfDrawn([drawn])).toEqual({ kind: 'regions', regions: [drawn], relations: [] });
});

test('a proposed drawing begins anew, with what its source said of its doubt', () => {
  const answer = answerOfDrawn([drawn, accepted, kept]);
  expect(proposedDrawing(answer)).toEqual([
    { ...drawn, proposal: { confidence: null, state: 'open', reason: null } },
    proposed(2, 'open'),
    kept,
  ]);
  expect(ownDrawing(answer)).toEqual([drawn, region(2, box(2, 0, 5, 5)), kept]);
});

test('who goes on from what was proposed flags for themselves, and from what they drew keeps their flags', () => {
  const doubted = { ...drawn, remark: { text: 'A car?' } };
  const answer = answerOfDrawn([doubted]);
  expect(proposedDrawing(answer)).toEqual(proposedDrawing(answerOfDrawn([drawn])));
  expect(ownDrawing(answer)).toEqual([drawn]);
  expect(drawnOfAnswer(answer)).toEqual([doubted]);
});
