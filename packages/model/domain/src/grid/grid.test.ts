import { type LabelQuestion, labelQuestion } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOfText, textOfAnswer } from './cell-text.ts';
import { actOf, didAct, NO_ACTS, reverseAct } from './grid-acts.ts';
import { boundsOf, cellsIn, fillDown, placePaste } from './grid-range.ts';
import { forSpreadsheet, fromSpreadsheet, readTsv, writeTsv } from './tsv.ts';

const numRuns = process.env.ASSAY_SOAK === '1' ? 20_000 : 200;
const id = (n: number) => `01931b90-0000-7000-8000-00000000000${n}`;
const label = (n: number, name: string, more: object = {}) => ({ id: id(n), name, ...more });
const question = (of: object): LabelQuestion => labelQuestion.parse({ id: id(9), name: 'Q', ...of });

const GRADE = question({
  kind: 'single',
  labels: [label(1, 'junior'), label(2, 'Senior'), label(3, 'senior'), label(4, 'old', { deprecated: true })],
});
const SIGNS = question({
  kind: 'multiple',
  labels: [label(1, 'late; paid'), label(2, 'late'), label(3, 'new')],
});
const STARS = question({ kind: 'rating', min: -2, max: 3 });
const WORDS = question({ kind: 'text', maxLength: 5 });

describe('the clipboard of a spreadsheet', () => {
  it('is read as spreadsheets write it', () => {
    expect(readTsv('a\tb\r\nc\t\r\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(readTsv('"two\nlines"\t"say ""no"""\n')).toEqual([['two\nlines', 'say "no"']]);
    expect(readTsv('5" disk\t"open\n')).toEqual([['5" disk', '"open']]);
    expect(readTsv('one')).toEqual([['one']]);
    expect(readTsv('')).toEqual([]);
  });

  it('gives back what was put on it', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '=', "'", '-', '🦢'),
      maxLength: 6,
    });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (table) => {
        expect(readTsv(writeTsv(table))).toEqual(table);
      }),
      { numRuns },
    );
    fc.assert(
      fc.property(cell, (text) => {
        expect(fromSpreadsheet(forSpreadsheet(text))).toBe(text);
        expect(forSpreadsheet(text)).not.toMatch(/^[=+\-@]/);
      }),
      { numRuns },
    );
  });
});

describe('an answer as text', () => {
  it('names labels, and is found by their names', () => {
    const junior = { kind: 'single', label: { labelId: id(1), attributes: {} } } as const;
    expect(textOfAnswer(GRADE, junior)).toBe('junior');
    expect(answerOfText(GRADE, ' Junior ')).toEqual({ answer: junior });
    expect(answerOfText(GRADE, 'senior')).toMatchObject({ answer: { label: { labelId: id(3) } } });
    expect(answerOfText(GRADE, 'SENIOR')).toEqual({ refused: 'ambiguous' });
    expect(answerOfText(GRADE, 'old')).toEqual({ refused: 'no-such-label' });
    expect(answerOfText(GRADE, ' ')).toEqual({ answer: null });
  });

  it('names several labels, or none of them', () => {
    const both = answerOfText(SIGNS, 'late; NEW');
    expect(both).toMatchObject({ answer: { labels: [{ labelId: id(2) }, { labelId: id(3) }] } });
    // A name with the sign in it is found before it is taken apart.
    expect(answerOfText(SIGNS, 'late; paid')).toMatchObject({ answer: { labels: [{ labelId: id(1) }] } });
    expect(answerOfText(SIGNS, 'late; lost')).toEqual({ refused: 'no-such-label' });
    expect(answerOfText(SIGNS, ';')).toEqual({ refused: 'no-such-label' });
    const none = { kind: 'multiple' as const, labels: [] };
    expect(answerOfText(SIGNS, textOfAnswer(SIGNS, none))).toEqual({ answer: none });
  });

  it('is a step of a rating, or words of a length', () => {
    expect(answerOfText(STARS, '-2')).toEqual({ answer: { kind: 'rating', value: -2 } });
    for (const text of ['4', '1.5', 'x']) expect(answerOfText(STARS, text)).toEqual({ refused: 'no-step' });
    expect(answerOfText(WORDS, "'=1+1")).toEqual({ answer: { kind: 'text', text: '=1+1' } });
    expect(textOfAnswer(WORDS, { kind: 'text', text: '=1+1' })).toBe("'=1+1");
    expect(answerOfText(WORDS, 'swans!')).toEqual({ refused: 'too-long' });
    expect(answerOfText(question({ kind: 'cells' }), 'x')).toEqual({ refused: 'not-by-text' });
  });
});

describe('a range', () => {
  const range = { from: { row: 3, column: 2 }, to: { row: 1, column: 1 } };
  it('is the same whichever corner one began at', () => {
    expect(boundsOf(range)).toEqual({ top: 1, bottom: 3, left: 1, right: 2 });
    expect(cellsIn(range)).toHaveLength(6);
  });

  it('is filled from its first row, or from the row above a single one', () => {
    expect(fillDown(range).map(({ from, to }) => [from.row, to.row])).toEqual([
      [1, 2],
      [1, 2],
      [1, 3],
      [1, 3],
    ]);
    const one = { from: { row: 2, column: 0 }, to: { row: 2, column: 0 } };
    expect(fillDown(one)).toEqual([{ from: { row: 1, column: 0 }, to: { row: 2, column: 0 } }]);
    const top = { row: 0, column: 0 };
    expect(fillDown({ from: top, to: top })).toEqual([]);
  });

  it('takes a clipboard over and over where it fits, else once, and counts what has no place', () => {
    const shape = { rows: 4, columns: 3 };
    expect(placePaste(range, [['x']], shape).cells).toHaveLength(6);
    const twice = placePaste(range, [['a', 'b']], shape);
    expect(twice.cells.map(({ text }) => text).join('')).toBe('ababab');
    const once = placePaste(range, [['a'], ['b'], ['c'], ['d']], shape);
    expect(once.cells.map(({ at, text }) => `${at.row}${at.column}${text}`)).toEqual([
      ...['11a', '12a', '21b', '22b', '31c', '32c'],
    ]);
    expect(once.outside).toBe(2);
    expect(placePaste(range, [], shape)).toEqual({ cells: [], outside: 0 });
  });
});

it('undoes and does again each act as one, and leaves what another window changed', () => {
  const drafts = new Map<string, Record<string, string>>([
    ['t1', { q: 'a' }],
    ['t2', {}],
  ]);
  const fieldsOf = (taskId: string) => drafts.get(taskId) ?? null;
  const apply = (sets: ReadonlyMap<string, object>) => {
    for (const [taskId, set] of sets) {
      const after = Object.entries({ ...drafts.get(taskId), ...set }).filter(([, value]) => value !== null);
      drafts.set(taskId, Object.fromEntries(after));
    }
  };
  const wanted = ['t1', 't2', 'gone'].map((taskId) => ({ taskId, field: 'q', value: 'b' }));
  const act = actOf(wanted, fieldsOf);
  expect(act).toHaveLength(2);
  apply(new Map(act.map(({ taskId, field, after }) => [taskId, { [field]: after }])));
  expect(actOf(wanted, fieldsOf)).toEqual([]);
  const history = didAct(NO_ACTS, act);
  expect(didAct(history, [])).toBe(history);

  const undone = reverseAct(history, 'undo', fieldsOf);
  apply(undone?.sets ?? new Map());
  expect([...drafts]).toEqual([
    ['t1', { q: 'a' }],
    ['t2', {}],
  ]);
  expect(reverseAct(undone?.history ?? NO_ACTS, 'undo', fieldsOf)).toBeNull();
  const redone = reverseAct(undone?.history ?? NO_ACTS, 'redo', fieldsOf);
  apply(redone?.sets ?? new Map());
  expect(drafts.get('t2')).toEqual({ q: 'b' });
  expect(redone?.history).toEqual(history);

  drafts.set('t2', { q: 'from elsewhere' });
  drafts.delete('t1');
  expect(reverseAct(history, 'undo', fieldsOf)).toMatchObject({ passed: 2, sets: new Map() });
  // A new act ends what could be done again.
  expect(didAct(undone?.history ?? NO_ACTS, act).undone).toEqual([]);
});
