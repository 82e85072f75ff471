import { type Annotation, DEFAULT_ROUTING, labelSchema } from '@assay/contracts';
import { expect, test } from 'vitest';
import { answersDiffer } from './answers-differ.ts';
import { markKey, rareLabels, reviewMarks } from './review-marks.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const schema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: id(1),
      name: 'Kind',
      labels: [
        { id: id(11), name: 'A' },
        { id: id(12), name: 'B' },
      ],
    },
    { kind: 'rating', id: id(2), name: 'How sure' },
    { kind: 'cells', id: id(3), name: 'Cells', reasons: [{ id: id(31), name: 'Wrong', description: '' }] },
    { kind: 'text', id: id(4), name: 'Why', required: false },
  ],
});
const routing = { ...DEFAULT_ROUTING, random: { share: 0, seed: 's' } };
const said = (label: number, rating: number, more: Partial<Annotation> = {}): Annotation => ({
  type: 'assay.annotation',
  version: 1,
  realism: null,
  artefact: false,
  artefactNote: '',
  comment: '',
  verdict: null,
  ...more,
  answers: {
    [id(1)]: { kind: 'single', label: { labelId: id(label), attributes: {} } },
    [id(2)]: { kind: 'rating', value: rating },
    ...more.answers,
  },
});
const marksOf = (payloads: Annotation[], more: Partial<Parameters<typeof reviewMarks>[2]> = {}) =>
  reviewMarks(
    schema,
    routing,
    {
      sampleKey: id(99),
      answers: payloads.map((payload, at) => ({ authorId: `person ${at}`, payload })),
      skips: [],
      ...more,
    },
    new Set(),
  ).map(markKey);

test('people who say the same are not looked at, those who differ are, by what they differ in', () => {
  expect(marksOf([said(11, 3), said(11, 4)])).toEqual([]);
  expect(marksOf([said(11, 3), said(12, 3)])).toEqual(marksOf([said(12, 1), said(11, 1)]));
  expect(marksOf([said(11, 1), said(11, 3)])).toEqual([`disagreement|${id(2)}|1+3||`]);
  const words = (text: string) => said(11, 3, { answers: { [id(4)]: { kind: 'text', text } } });
  expect(marksOf([words('one'), words('another')])).toEqual([]);
});

test('flags, realism, artefacts, comments and skips are reasons, the weightiest first', () => {
  const flags = [{ column: 'age', reasonId: id(31), note: '', span: null }];
  const marks = marksOf(
    [
      said(11, 3, {
        answers: { [id(3)]: { kind: 'cells', flags } },
        artefact: true,
        comment: 'Is it?',
        realism: { verdict: 'implausible', reasons: [] },
      }),
    ],
    { skips: ['unclear', 'unclear'] },
  );
  expect(marks).toEqual([
    `flagged|${id(3)}||age|${id(31)}`,
    'artefact||||',
    'implausible||||',
    'skipped||unclear||',
    'comment||||',
  ]);
});

test('a flagged region is a reason for each label that it is flagged with, unless the rules leave it out', () => {
  const [box, at] = [{ kind: 'box', version: 1, x: 0, y: 0, width: 9, height: 9 } as const, id(7)];
  const flagged = (n: number, labelId: string | null, text: string | null) => ({
    type: 'region' as const,
    id: id(n),
    geometry: box,
    label: labelId === null ? null : { labelId, attributes: {} },
    order: n,
    groupId: null,
    remark: text === null ? null : { text },
  });
  const pictures = labelSchema.parse({
    type: 'assay.label-schema',
    version: 1,
    subject: 'image',
    questions: [{ kind: 'regions', id: at, name: 'Parts', labels: [{ id: id(11), name: 'Car' }] }],
  });
  const drawn = {
    kind: 'regions' as const,
    regions: [flagged(1, id(11), 'One or two?'), flagged(2, id(11), ''), flagged(3, null, 'What is it?')],
    relations: [],
    rejected: [flagged(4, id(12), '')],
  };
  const { answers: _, ...rest } = said(11, 3);
  const of = (answer: typeof drawn, rules: typeof routing) =>
    reviewMarks(
      pictures,
      rules,
      {
        sampleKey: id(99),
        answers: [{ authorId: 'ann', payload: { ...rest, answers: { [at]: answer } } }],
        skips: [],
      },
      new Set(),
    ).map(markKey);
  expect(of(drawn, routing)).toEqual([
    `flagged-region|${at}|${id(11)}||`,
    `flagged-region|${at}|||`,
    `flagged-region|${at}|${id(12)}||`,
  ]);
  expect(of(drawn, { ...routing, flaggedRegion: false })).toEqual([]);
  expect(of({ ...drawn, regions: [flagged(1, id(11), null)], rejected: [] }, routing)).toEqual([]);
});

test('chance takes about the share asked for, the same each time', () => {
  const share = { ...routing, random: { share: 0.25, seed: 's' } };
  const drawn = () =>
    Array.from({ length: 4000 }, (_, i) => i).filter(
      (i) =>
        reviewMarks(
          schema,
          share,
          { sampleKey: `sample ${i}`, answers: [{ authorId: 'ann', payload: said(11, 3) }], skips: [] },
          new Set(),
        ).length > 0,
    );
  const once = drawn();
  expect(drawn()).toEqual(once);
  expect(Math.abs(once.length / 4000 - 0.25)).toBeLessThan(0.03);
});

test('a label is rare by its share of enough samples', () => {
  const counts = new Map([
    ['a', 98],
    ['b', 2],
  ]);
  expect([...rareLabels(counts, 100, { share: 0.02, atLeast: 50 })]).toEqual(['b']);
  expect([...rareLabels(counts, 100, { share: 0.02, atLeast: 101 })]).toEqual([]);
  expect([...rareLabels(counts, 100, null)]).toEqual([]);
});

test('the order of labels, attributes and flags says nothing', () => {
  const question = labelSchema.parse({
    ...schema,
    questions: [{ kind: 'multiple', id: id(5), name: 'Which', labels: [] }],
  }).questions[0];
  if (question === undefined) throw new Error('There is a question.');
  const of = (...labels: number[]) =>
    said(11, 1, {
      answers: {
        [id(5)]: {
          kind: 'multiple',
          labels: labels.map((each) => ({ labelId: id(each), attributes: { x: 1, y: each } })),
        },
      },
    });
  expect(answersDiffer(question, [of(1, 2), of(2, 1)], 0)).toBe(false);
  expect(answersDiffer(question, [of(1, 2), of(2)], 0)).toBe(true);
});
