import { labelSchema } from '@assay/contracts';
import { planMigration } from '@assay/domain';
import { describe, expect, it } from 'vitest';
import { newId } from '../../versioned/new-id.ts';
import { aboutChoice, newDraft, operationOf, splitBy, splitters, valuesOf } from './operation-draft.ts';
import { ACTS, type Act, choicesFor, choicesOf } from './schema-choices.ts';

const id = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const [GOOSE, SWAN, RINGED, AGE, COUNT, YOUNG] = [11, 12, 111, 112, 113, 1121].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const SCHEMA = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: id(1),
      name: 'Species',
      labels: [
        {
          id: GOOSE,
          name: 'Goose',
          attributes: [
            { kind: 'boolean', id: RINGED, name: 'Ringed' },
            {
              kind: 'single',
              id: AGE,
              name: 'Age',
              required: true,
              options: [
                { id: YOUNG, name: 'young' },
                { id: id(1122), name: 'old' },
              ],
            },
            { kind: 'number', id: COUNT, name: 'How many', min: 1, max: 9 },
          ],
        },
        { id: SWAN, name: 'Swan', deprecated: true },
        { id: id(13), name: 'Duck' },
      ],
    },
    { kind: 'cells', id: id(2), name: 'Wrong cells', reasons: [{ id: id(21), name: 'Typing' }] },
  ],
});
const all = choicesOf(SCHEMA);
const namesFor = (act: Act): string[] => choicesFor(act, all).map(({ name }) => name);

describe('what a migration is offered to be about', () => {
  it('is what the act can be done with', () => {
    expect(namesFor('rename')).toHaveLength(all.length);
    expect(namesFor('merge')).toEqual(['Goose', 'young', 'old', 'Duck']);
    expect(namesFor('split')).toEqual(['Goose', 'Duck']);
    expect(namesFor('restore')).toEqual(['Swan']);
    expect(namesFor('add-option')).toEqual(['Age']);
    expect(namesFor('widen')).toEqual(['How many']);
    expect(namesFor('require')).toEqual(['Ringed', 'How many']);
    expect(namesFor('unrequire')).toEqual(['Age']);
  });
});

describe('an operation as it is written', () => {
  it('is none while something is missing, and one that can be planned once it is not', () => {
    for (const act of ACTS) {
      const [first] = choicesFor(act, all);
      const empty = newDraft(act);
      expect(operationOf(empty, SCHEMA)).toBeNull();
      const draft = aboutChoice(empty, SCHEMA, first?.id ?? '');
      const whole = {
        ...draft,
        name: 'Another',
        from: [SWAN],
        ...(act === 'widen' ? { max: 20 } : {}),
      };
      const operation = operationOf(whole, SCHEMA);
      if (operation === null) throw new Error(`${act} says nothing.`);
      // A label at the top stays where it is: nothing of the schema is different.
      const expected = act === 'move' ? ['nothing'] : [];
      expect(planMigration(SCHEMA, [operation], newId).problems.map(({ code }) => code)).toEqual(expected);
    }
  });

  it('splits by the values of an attribute, each a part of its own, or by hand', () => {
    expect(splitters(SCHEMA, GOOSE).map(({ name }) => name)).toEqual(['Ringed', 'Age']);
    const about = aboutChoice(newDraft('split'), SCHEMA, GOOSE);
    expect(operationOf(about, SCHEMA)).toMatchObject({ attributeId: null, rest: 0 });
    const byAge = splitBy(about, SCHEMA, AGE);
    expect(operationOf(byAge, SCHEMA)).toMatchObject({
      parts: [{ name: 'Goose (young)', values: [YOUNG] }, { name: 'Goose (old)' }],
      rest: null,
    });
    expect(valuesOf(SCHEMA, RINGED).map(({ value }) => value)).toEqual(['true', 'false']);
    const byRing = operationOf(splitBy(about, SCHEMA, RINGED), SCHEMA);
    expect(byRing).toMatchObject({ parts: [{ values: [true] }, { values: [false] }] });
  });
});
