import { LEAST_BLIND_ROWS } from '@assay/contracts';
import { type BatchProblem, dueMoment } from '../batches/new/draft.ts';
import type { WhoDraft } from '../batches/new/who-card.tsx';

/** A blind test as it is being written. */
export type BlindDraft = WhoDraft & {
  name: string;
  description: string;
  runId: string | null;
  size: number | null;
};

export const emptyBlindTest: BlindDraft = {
  name: '',
  description: '',
  runId: null,
  size: 50,
  assignment: 'pull',
  people: [],
  overlap: 1,
  reviewRate: null,
  priority: 1,
  due: '',
};

const isFrom = (least: number, value: number | null): value is number =>
  value !== null && Number.isInteger(value) && value >= least;

/** What keeps a draft from being sent, in the order of the page. */
export function blindProblems(draft: BlindDraft, most: number | null, now: Date): BatchProblem[] {
  const problems: BatchProblem[] = [];
  if (draft.runId === null) problems.push({ field: 'runId', code: 'missing' });
  const isSize = isFrom(LEAST_BLIND_ROWS, draft.size) && (most === null || draft.size <= most);
  if (!isSize) problems.push({ field: 'size', code: 'blind-size' });
  if (draft.name.trim() === '') problems.push({ field: 'name', code: 'missing' });
  if (draft.assignment === 'named' && draft.people.length < (draft.overlap ?? 1)) {
    problems.push({ field: 'people', code: draft.people.length === 0 ? 'missing' : 'fewer-than-overlap' });
  }
  if (!isFrom(1, draft.overlap)) problems.push({ field: 'overlap', code: 'missing' });
  const due = dueMoment(draft.due);
  if (due !== null && due <= now) problems.push({ field: 'due', code: 'past' });
  return problems;
}
