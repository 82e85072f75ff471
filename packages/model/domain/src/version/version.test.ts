import {
  type Annotation,
  annotation,
  type FinalLabel,
  type LabelSchema,
  labelSchema,
} from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerChanges,
  answerText,
  canMoveVersion,
  compareRows,
  decideLabel,
  decideRef,
  differingKeys,
  exclusionOf,
  majorityAnswer,
  mostSay,
  versionStatesBefore,
} from '../index.ts';

const RUNS = process.env.ASSAY_SOAK === '1' ? 20_000 : 200;
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [CLASS, TAGS, NOTE] = [uuid(1), uuid(2), uuid(3)] as const;
const [A, B, C] = [uuid(11), uuid(12), uuid(13)] as const;
const SIZE = uuid(21);

const SCHEMA: LabelSchema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: CLASS,
      name: 'Class',
      labels: [
        { id: A, name: 'A', attributes: [{ kind: 'number', id: SIZE, name: 'Size' }] },
        { id: B, name: 'B' },
        { id: C, name: 'C' },
      ],
    },
    {
      kind: 'multiple',
      id: TAGS,
      name: 'Tags',
      required: false,
      labels: [
        { id: A, name: 'red' },
        { id: B, name: 'blue' },
      ],
    },
    { kind: 'text', id: NOTE, name: 'Note', required: false },
  ],
});

const said = (
  labelId: string,
  more: { tags?: string[]; size?: number; artefact?: boolean } = {},
): Annotation =>
  annotation.parse({
    type: 'assay.annotation',
    version: 1,
    answers: {
      [CLASS]: {
        kind: 'single',
        label: { labelId, attributes: more.size === undefined ? {} : { [SIZE]: more.size } },
      },
      ...(more.tags === undefined
        ? {}
        : { [TAGS]: { kind: 'multiple', labels: more.tags.map((tag) => ({ labelId: tag })) } }),
    },
    artefact: more.artefact ?? false,
  });

describe('a final label', () => {
  test('is the one answer that there is, as it was given', () => {
    const answer = said(A, { tags: [A], size: 3 });
    for (const method of ['single', 'majority'] as const) {
      expect(decideLabel(SCHEMA, [answer], method)).toEqual({
        ok: true,
        method: 'single',
        answers: answer.answers,
        support: 1,
      });
    }
    expect(decideLabel(SCHEMA, [], 'majority')).toEqual({ ok: false });
  });

  test('is what most say, with the least share that stands behind it', () => {
    const given = [
      said(A, { tags: [A, B], size: 3 }),
      said(A, { tags: [A], size: 3 }),
      said(B, { tags: [A] }),
    ];
    expect(decideLabel(SCHEMA, given, 'majority')).toEqual({
      ok: true,
      method: 'majority',
      answers: {
        [CLASS]: { kind: 'single', label: { labelId: A, attributes: { [SIZE]: 3 } } },
        [TAGS]: { kind: 'multiple', labels: [{ labelId: A, attributes: {} }] },
      },
      support: 2 / 3,
    });
    expect(decideLabel(SCHEMA, given, 'single')).toEqual({ ok: false });
  });

  test('is undecided where two answers are given equally often, and open where it may be', () => {
    expect(decideLabel(SCHEMA, [said(A), said(B)], 'majority')).toEqual({ ok: false });
    expect(decideLabel(SCHEMA, [said(A, { size: 1 }), said(A, { size: 2 })], 'majority')).toEqual({
      ok: false,
    });
    const tie = decideLabel(SCHEMA, [said(A, { tags: [A] }), said(A, { tags: [] })], 'majority');
    expect(tie).toMatchObject({ ok: true, support: 1 });
    expect(tie.ok && Object.keys(tie.answers)).toEqual([CLASS]);
  });

  test('is the likeliest one where that was estimated', () => {
    const estimated = new Map([[CLASS, { labelId: B, probability: 0.9 }]]);
    const given = [said(A), said(A), said(B)];
    expect(decideLabel(SCHEMA, given, 'dawid-skene', estimated)).toMatchObject({
      ok: true,
      method: 'dawid-skene',
      answers: { [CLASS]: { label: { labelId: B } } },
      support: 0.9,
    });
    expect(decideLabel(SCHEMA, given, 'dawid-skene', new Map([[CLASS, null]]))).toEqual({ ok: false });
  });

  test('does not depend on the order of answers', () => {
    const answer = fc
      .tuple(fc.constantFrom(A, B, C), fc.subarray([A, B]), fc.option(fc.nat(2), { nil: undefined }))
      .map(([label, tags, size]) => said(label, { tags, ...(size === undefined ? {} : { size }) }));
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 7 }), (given) => {
        const once = decideLabel(SCHEMA, given, 'majority');
        expect(decideLabel(SCHEMA, [...given].reverse(), 'majority')).toEqual(once);
        if (once.ok) {
          expect(once.support).toBeGreaterThan(0);
          expect(once.support).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('flags of cells stand when more than half put them', () => {
    const flag = (column: string) => ({ column, reasonId: A, note: '', span: null });
    const cells = (...columns: string[]) => ({ kind: 'cells' as const, flags: columns.map(flag) });
    expect(majorityAnswer([cells('x', 'y'), cells('x'), cells()])).toEqual({
      ok: true,
      answer: cells('x'),
      share: 2 / 3,
    });
    expect(majorityAnswer([cells('x'), cells()])).toEqual({ ok: false });
    expect(majorityAnswer([null, null])).toEqual({ ok: true, answer: null, share: 1 });
  });
});

test('a version says of each row whether it is a sample, and else why not', () => {
  const standing = {
    answered: true,
    labelled: true,
    implausible: false,
    artefact: false,
    rejected: false,
    inReview: false,
  };
  const of = (change: Partial<typeof standing>) =>
    (['all', 'labelled', 'accepted'] as const).map((scope) => exclusionOf(scope, { ...standing, ...change }));
  expect(of({})).toEqual([null, null, null]);
  expect(of({ labelled: false, answered: false })).toEqual([null, 'not-labelled', 'not-labelled']);
  expect(of({ labelled: false })).toEqual([null, 'undecided', 'undecided']);
  expect(of({ implausible: true })).toEqual([null, null, 'implausible']);
  expect(of({ artefact: true })).toEqual([null, null, 'artefact']);
  expect(of({ inReview: true })).toEqual([null, null, 'in-review']);
  expect(of({ rejected: true, inReview: true, labelled: false })).toEqual([null, 'rejected', 'rejected']);
  const answers = [said(A, { artefact: true }), said(A)];
  expect(mostSay(answers, (answer) => answer.artefact)).toBe(false);
  expect(mostSay(answers.slice(0, 1), (answer) => answer.artefact)).toBe(true);
});

describe('a ref', () => {
  const [one, two] = ['one', 'two'];
  test('is moved only from where it was seen', () => {
    const branch = { kind: 'branch' as const, versionId: one };
    const move = (expected: string | null, to: string | null) =>
      decideRef(branch, { kind: 'branch', expected, to });
    expect(move(one, two)).toEqual({ ok: true, does: 'move' });
    expect(move(one, one)).toEqual({ ok: true, does: 'nothing' });
    expect(move(one, null)).toEqual({ ok: true, does: 'delete' });
    expect(move(two, one)).toEqual({ ok: false, why: 'moved' });
    expect(move(null, two)).toEqual({ ok: false, why: 'taken' });
    expect(decideRef(branch, { kind: 'tag', expected: one, to: two })).toEqual({ ok: false, why: 'kind' });
    expect(decideRef(null, { kind: 'tag', expected: null, to: two })).toEqual({ ok: true, does: 'create' });
    expect(decideRef(null, { kind: 'tag', expected: one, to: two })).toEqual({ ok: false, why: 'gone' });
  });

  test('that is a tag stays where it is', () => {
    const tag = { kind: 'tag' as const, versionId: one };
    expect(decideRef(tag, { kind: 'tag', expected: one, to: two })).toEqual({ ok: false, why: 'tag' });
    expect(decideRef(tag, { kind: 'tag', expected: one, to: null })).toEqual({ ok: true, does: 'delete' });
  });

  test('of any number of people who saw the same place one moves it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 8 }), (targets) => {
        let at = one;
        let moved = 0;
        for (const to of targets) {
          const verdict = decideRef({ kind: 'branch', versionId: at }, { kind: 'branch', expected: one, to });
          if (!verdict.ok) continue;
          at = to;
          moved += 1;
        }
        expect(moved).toBe(1);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('two versions', () => {
  test('differ in the rows that one of them has', () => {
    expect(compareRows({ all: true, count: 4 }, { all: true, count: 4 })).toEqual({
      added: [],
      removed: [],
      kept: 4,
    });
    expect(compareRows({ all: true, count: 4 }, { all: false, rows: [1, 3, 7] })).toEqual({
      added: [7],
      removed: [0, 2],
      kept: 2,
    });
    const rows = fc.uniqueArray(fc.nat(60)).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const found = compareRows({ all: false, rows: a }, { all: false, rows: b });
        expect(found.added).toEqual(b.filter((row) => !a.includes(row)));
        expect(found.removed).toEqual(a.filter((row) => !b.includes(row)));
        expect(found.kept).toBe(a.length - found.removed.length);
      }),
      { numRuns: RUNS },
    );
  });

  test('differ in answers, not in the order in which they were given', () => {
    const label = (labels: string[], method: FinalLabel['method'] = 'single'): FinalLabel => ({
      type: 'assay.final-label',
      version: 1,
      labelSchemaId: uuid(31),
      labelSchemaVersionId: uuid(32),
      method,
      answers: {
        [TAGS]: { kind: 'multiple', labels: labels.map((labelId) => ({ labelId, attributes: {} })) },
      },
      by: ['p1'],
      from: [],
      decisionId: null,
      support: 1,
    });
    expect(answerChanges({ before: label([A, B]), after: label([B, A], 'expert') })).toEqual([]);
    expect(answerChanges({ before: label([A]), after: null })).toMatchObject([
      { questionId: TAGS, after: null },
    ]);
    expect(answerChanges({ before: label([A]), after: label([B]) })).toHaveLength(1);
    const [before, after] = [
      new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
      new Map([
        ['b', '3'],
        ['c', '4'],
      ]),
    ];
    expect(differingKeys(before, after)).toEqual(['b', 'c', 'a']);
    const question = SCHEMA.questions[1];
    const answer = label([B, A]).answers[TAGS];
    expect(question && answer && answerText(question, answer)).toBe('blue; red');
  });
});

test('a version that stands never changes', () => {
  expect(versionStatesBefore('READY')).toEqual(['RUNNING']);
  for (const to of ['QUEUED', 'RUNNING', 'CANCELLED', 'FAILED'] as const) {
    expect(canMoveVersion('READY', to)).toBe(false);
  }
});
