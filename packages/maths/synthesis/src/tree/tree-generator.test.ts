import { type CategoryColumn, findColumn, type NumberColumn, type Table, tableOf } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { generatorContract } from '../testing/generator-contract.ts';
import { mixedTable, modelAll } from '../testing/mixed-table.ts';
import { tableTexts } from '../testing/table-texts.ts';
import { treeGenerator } from './tree-generator.ts';

generatorContract(treeGenerator);
generatorContract(treeGenerator, { leaf: 20, rare: 3 });

function synthetic(table: Table, rows: number, target?: string): Table {
  const settings = { ...treeGenerator.defaults, ...(target === undefined ? {} : { target }) };
  const model = treeGenerator.fit({ table, plan: modelAll(table), settings, seed: 1 });
  return treeGenerator.sample(model, { seed: 1, from: 0, to: rows });
}

describe('sequential trees', () => {
  const real = mixedTable(6000);
  const made = synthetic(real, 6000, 'flag');
  const texts = (table: Table, name: string) => tableTexts(tableOf([findColumn(table, name)!]));
  const shareWhere = (table: Table, name: string, is: (text: string) => boolean, flag: string) => {
    const flags = texts(table, 'flag');
    const among = texts(table, name).filter((_, row) => flags[row] === flag);
    return among.filter(is).length / among.length;
  };

  it('looks up a column that another determines', () => {
    const points = (findColumn(made, 'points') as NumberColumn).values;
    texts(made, 'grade').forEach((grade, row) => {
      expect(points[row]).toBe(10 * Number(grade.slice('grade '.length)));
    });
  });

  it('keeps what depends on another column: a level, a spike, what is missing', () => {
    const cases: [string, (text: string) => boolean][] = [
      ['grade', (text) => text === 'grade 3'],
      ['gain', (text) => text === '0'],
      ['price', (text) => text === 'NaN'],
    ];
    for (const [name, is] of cases)
      for (const flag of ['yes', 'no']) {
        const gap = shareWhere(made, name, is, flag) - shareWhere(real, name, is, flag);
        expect(Math.abs(gap), `${name} where flag is ${flag}`).toBeLessThan(0.05);
      }
  });

  it('draws the target first and says what each column was drawn from', () => {
    const settings = { ...treeGenerator.defaults, target: 'flag' };
    const model = treeGenerator.fit({ table: real, plan: modelAll(real), settings, seed: 1 });
    const { columns } = treeGenerator.describe(model);
    expect(columns[0]).toMatchObject({ name: 'flag', how: 'alone', given: [] });
    expect(columns.find(({ name }) => name === 'points')?.how).toBe('looked-up');
    expect(columns.find(({ name }) => name === 'gain')?.given[0]).toBe('flag');
    for (const { figures } of columns)
      if (figures.smallestLeaf !== undefined) expect(figures.smallestLeaf).toBeGreaterThanOrEqual(50);
  });

  it('refuses a target that it does not model', () => {
    const settings = { ...treeGenerator.defaults, target: 'nobody' };
    expect(() => treeGenerator.fit({ table: real, plan: modelAll(real), settings, seed: 1 })).toThrow(
      /target nobody/,
    );
  });

  it('merges rare levels without losing them', () => {
    const town = (table: Table) => findColumn(table, 'town') as CategoryColumn;
    const rareShare = (table: Table) =>
      texts(table, 'town').filter((text) => text.startsWith('hamlet')).length / table.rows;
    expect(town(made).levels).toEqual(town(real).levels);
    expect(Math.abs(rareShare(made) - rareShare(real))).toBeLessThan(0.02);
  });
});
