import type { ColumnSpec, ColumnType, PhysicalType } from '@assay/contracts';
import { describe, expect, test } from 'vitest';
import { describeMisfit, mapColumns } from './map-columns.ts';

function spec(index: number, name: string, type: ColumnType, physical: PhysicalType): ColumnSpec {
  return {
    index,
    name,
    sourceName: name,
    type,
    physical,
    role: type === 'identifier' ? 'identifier' : 'feature',
    parse: {
      decimalSeparator: '.',
      thousandsSeparator: null,
      datetimeFormats: [],
      trueValues: [],
      falseValues: [],
    },
    label: name,
    unit: null,
    meaning: null,
    allowedValues: null,
  };
}

const source = [
  spec(0, 'id', 'identifier', 'VARCHAR'),
  spec(1, 'hours per week', 'integer', 'BIGINT'),
  spec(2, 'sex', 'category', 'VARCHAR'),
];
const file = (...names: string[]) => ({
  columns: names.map((name, index) => spec(index, name, 'category', 'VARCHAR')),
  facts: [],
});

describe('the columns of an imported file', () => {
  test('meet those of the source by name; identifiers need not be there', () => {
    const { mapped, missing, surplus } = mapColumns(file('sex', 'hours per week'), source, null, new Set());
    expect(mapped.map(({ from, spec: { name, physical, index } }) => [from, name, physical, index])).toEqual([
      ['sex', 'sex', 'VARCHAR', 0],
      ['hours per week', 'hours per week', 'BIGINT', 1],
    ]);
    expect({ missing, surplus }).toEqual({ missing: [], surplus: [] });
  });

  test('that are called otherwise are named, with the mapping that was likely meant', () => {
    const { missing, surplus, offered } = mapColumns(
      file('Hours_per_week', 'sx', 'made_by'),
      source,
      null,
      new Set(['made_by']),
    );
    expect({ missing, surplus }).toEqual({
      missing: ['hours per week', 'sex'],
      surplus: ['Hours_per_week', 'sx'],
    });
    expect(offered).toEqual([
      { from: 'Hours_per_week', to: 'hours per week' },
      { from: 'sx', to: 'sex' },
    ]);
    expect(mapColumns(file('Hours_per_week', 'sx'), source, offered, new Set())).toMatchObject({
      missing: [],
      surplus: [],
    });
  });

  test('may be left out by a mapping', () => {
    const { mapped, surplus } = mapColumns(
      file('sex', 'x'),
      source,
      [
        { from: 'x', to: null },
        { from: 'sex', to: 'sex' },
      ],
      new Set(),
    );
    expect([mapped.length, surplus]).toEqual([1, []]);
  });

  test('are told in one sentence', () => {
    expect(
      describeMisfit({
        missing: ['age'],
        surplus: ['ag'],
        misfits: [{ column: 'sex', expected: 'integer', found: 'category', cells: 3, example: 'F' }],
      }),
    ).toBe(
      'The file does not fit the source: it lacks "age"; the source has no "ag"; 3 cells of "sex" do not read as integer ("F").',
    );
  });
});
