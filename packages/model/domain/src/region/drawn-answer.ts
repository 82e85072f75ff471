import type { AnnotationAnswer, DrawnRecord } from '@assay/contracts';
import { withoutRemark } from './remarks.ts';

type Answer = Extract<AnnotationAnswer, { kind: 'regions' }>;

/**
 * What is drawn, as an answer: what was proposed and rejected is told beside it, and relations are those of which both
 * regions are there.
 */
export function answerOfDrawn(records: readonly DrawnRecord[]): Answer {
  const regions: Answer['regions'] = [];
  const rejected: Answer['regions'] = [];
  for (const record of records) {
    if (record.type !== 'region') continue;
    (record.proposal?.state === 'rejected' ? rejected : regions).push(record);
  }
  const there = new Set(regions.map(({ id }) => id));
  const relations = records.flatMap((each) =>
    each.type === 'relation' && there.has(each.from) && there.has(each.to) ? [each] : [],
  );
  return { kind: 'regions', regions, relations, ...(rejected.length === 0 ? {} : { rejected }) };
}

/** Everything of which an answer was made, to go on from. */
export const drawnOfAnswer = ({ regions, relations, rejected = [] }: Answer): DrawnRecord[] => [
  ...regions,
  ...rejected,
  ...relations,
];

/** A drawing of which every region is a proposal that nobody looked at. Whoever goes on from it flags for themselves. */
export const proposedDrawing = ({ regions, relations }: Answer): DrawnRecord[] => [
  ...regions.map((region): DrawnRecord => {
    const confidence = region.proposal?.confidence ?? null;
    return { ...withoutRemark(region), proposal: { confidence, state: 'open', reason: null } };
  }),
  ...relations,
];

/** A drawing that one goes on from as if one had drawn it. */
export const ownDrawing = ({ regions, relations }: Answer): DrawnRecord[] => [
  ...regions.map(({ proposal: _, ...region }): DrawnRecord => withoutRemark(region)),
  ...relations,
];
