import type { Annotation, DrawnRecord } from '@assay/contracts';
import { drawnOfAnswer } from '../region/drawn-answer.ts';
import { isSameJson } from '../region/is-same-json.ts';

/** A flag that was taken back is none. */
const withoutTakenFlag = (record: DrawnRecord): DrawnRecord => {
  if (record.type !== 'region' || record.remark !== null) return record;
  const { remark: _, ...rest } = record;
  return rest;
};

/** What is compared: what is drawn has no order, and the verdict on a proposal follows from the answers. */
const saidIn = ({ answers, verdict: _, ...rest }: Annotation) => ({
  ...rest,
  answers: Object.fromEntries(
    Object.entries(answers).map(([questionId, answer]) => [
      questionId,
      answer.kind === 'regions'
        ? drawnOfAnswer(answer)
            .map(withoutTakenFlag)
            .sort((a, b) => (a.id < b.id ? -1 : 1))
        : answer,
    ]),
  ),
});

/** Do two annotations say the same of a sample? */
export const isSameAnswer = (a: Annotation, b: Annotation): boolean => isSameJson(saidIn(a), saidIn(b));
