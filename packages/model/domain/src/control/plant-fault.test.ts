import { type Annotation, annotation, type ColumnSpec, columnSpec, labelSchema } from '@assay/contracts';
import { createStream, drawInteger } from '@assay/random';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { birdSchema, testId } from '../label/test-schema.ts';
import { faultFactsOf } from './fault-facts.ts';
import { judgeControl, wrongQuestions } from './judge-control.ts';
import { plantFault } from './plant-fault.ts';

const spec = (name: string, part: Partial<ColumnSpec>, index: number): ColumnSpec =>
  columnSpec.parse({
    index,
    name,
    sourceName: name,
    type: 'category',
    physical: 'VARCHAR',
    role: 'feature',
    parse: {},
    label: name,
    unit: null,
    meaning: null,
    allowedValues: null,
    ...part,
  });

const columns = [
  spec('id', { type: 'identifier', role: 'identifier', physical: 'BIGINT' }, 0),
  spec('height', { type: 'decimal', physical: 'DOUBLE' }, 1),
  spec('state', {}, 2),
  spec('species', {}, 3),
  spec('day', { type: 'datetime', physical: 'DATE' }, 4),
  spec('truth', {}, 5),
];
const rows = [
  [1, 12.5, 'Texas', 'Goose', '2019-05-01', 'Goose'],
  [2, 300, 'Ohio', 'Swan', '2020-01-31', 'Swan'],
  [3, 7.25, 'Maine', 'Bird', null, 'Bird'],
] as const;
const facts = faultFactsOf(columns, rows);
const schema = labelSchema.parse({
  ...birdSchema(),
  questions: birdSchema().questions.map((question) => {
    if (question.kind === 'single') return { ...question, corrects: 'truth' };
    return question.kind === 'cells' ? { ...question, columns: null } : question;
  }),
});
const said = (part: Partial<Annotation>): Annotation =>
  annotation.parse({ type: 'assay.annotation', version: 1, ...part });
const label = (labelId: string) => ({ kind: 'single' as const, label: { labelId, attributes: {} } });
const NAMED: Record<string, string> = { Bird: testId(11), Goose: testId(12), Swan: testId(13) };

it('changes what it says it changes, to what no untouched row has, and tells who says so from who does not', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: rows.length - 1 }), fc.string(), (at, seed) => {
      const before = rows[at] as (typeof rows)[number];
      const stream = createStream(seed, 'faults');
      let turn = 0;
      const planted = plantFault(schema, facts, before, (bound) => drawInteger(stream, turn++, bound));
      if (planted === null) throw new Error('A fault is possible in each of these rows.');
      const { fault, cells } = planted;
      kinds.add(fault.kind);
      const changed = columns.flatMap(({ name }, i) => (cells[i] === before[i] ? [] : [name]));
      expect(new Set(changed)).toEqual(new Set([fault.column, fault.other].filter((name) => name !== null)));
      expect(changed).not.toContain('id');
      const place = columns.findIndex(({ name }) => name === fault.column);
      expect(fault).toMatchObject({ was: before[place], shown: cells[place] });
      if (fault.kind === 'out-of-range')
        expect(fault.shown).not.toSatisfy((n: number) => n >= 7.25 && n <= 300);
      if (fault.kind === 'misspelt') expect(rows.map((row) => row[place])).not.toContain(fault.shown);

      const truth = { type: 'assay.control', version: 1, kind: 'seeded', fault } as const;
      const judge = (payload: Annotation) => judgeControl(schema, truth, { payload });
      // What is proposed was taken over, and nothing was noticed.
      const accepted = { [testId(1)]: label(NAMED[String(cells[5])] ?? '') };
      expect(judge(said({ answers: accepted }))).toBe('missed');
      expect(judge(said({ answers: accepted, realism: { verdict: 'unsure', reasons: [] } }))).toBe('missed');
      expect(judge(said({ answers: accepted, realism: { verdict: 'implausible', reasons: [] } }))).toBe(
        'caught',
      );
      expect(judge(said({ answers: accepted, artefact: true }))).toBe('caught');
      const flag = (column: string) => ({
        [testId(5)]: {
          kind: 'cells' as const,
          flags: [{ column, reasonId: testId(51), note: '', span: null }],
        },
      });
      for (const column of changed)
        expect(judge(said({ answers: { ...accepted, ...flag(column) } }))).toBe('caught');
      expect(judge(said({ answers: { ...accepted, ...flag('id') } }))).toBe('missed');
      const corrected = { [testId(1)]: label(NAMED[String(before[5])] ?? '') };
      expect(judge(said({ answers: corrected }))).toBe(fault.kind === 'wrong-label' ? 'caught' : 'missed');
      expect(judgeControl(schema, truth, { skipped: 'broken' })).toBe('caught');
      expect(judgeControl(schema, truth, { skipped: 'unclear' })).toBe('skipped');
    }),
    { numRuns: 300 },
  );
  expect(kinds).toEqual(
    new Set(['misspelt', 'missing', 'out-of-range', 'swapped', 'wrong-date', 'wrong-label']),
  );
});

it('plants nothing where there is nothing but identifiers and empty cells', () => {
  expect(plantFault(birdSchema(), facts.slice(0, 1), [1], () => 0)).toBeNull();
  expect(plantFault(birdSchema(), facts.slice(1, 2), [null], () => 0)).toBeNull();
});

it('compares gold by what an expert answered, whatever else is said', () => {
  const answer = said({
    answers: { [testId(1)]: label(testId(12)), [testId(3)]: { kind: 'rating', value: 4 } },
  });
  const truth = { type: 'assay.control', version: 1, kind: 'gold', decisionId: testId(9), answer } as const;
  const given = (part: Annotation['answers'], more: Partial<Annotation> = {}) =>
    said({ ...more, answers: { ...answer.answers, ...part } });
  expect(judgeControl(schema, truth, { payload: given({}) })).toBe('right');
  expect(judgeControl(schema, truth, { payload: given({}, { artefact: true, comment: 'Odd.' }) })).toBe(
    'right',
  );
  const two = given({ [testId(2)]: { kind: 'multiple', labels: [] } });
  expect(judgeControl(schema, truth, { payload: two })).toBe('right');
  const wrong = given({ [testId(1)]: label(testId(13)), [testId(3)]: { kind: 'rating', value: 5 } });
  expect(judgeControl(schema, truth, { payload: wrong })).toBe('wrong');
  expect(wrongQuestions(schema, answer, wrong)).toEqual([testId(1), testId(3)]);
  expect(judgeControl(schema, truth, { payload: said({}) })).toBe('wrong');
  expect(judgeControl(schema, truth, { skipped: 'broken' })).toBe('skipped');
});
