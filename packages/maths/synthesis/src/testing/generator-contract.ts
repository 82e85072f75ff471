import { categoryColumn, findColumn, missingIn, type NumberColumn, type Table, tableOf } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import type { Generator } from '../generator.ts';
import type { ColumnPlan } from '../plan/column-plan.ts';
import { mixedTable, modelAll } from './mixed-table.ts';
import { tableTexts } from './table-texts.ts';

const MADE: readonly ColumnPlan[] = [
  { name: 'id', make: 'sequence', prefix: 'C-', digits: 6 },
  { name: 'row', make: 'sequence' },
  { name: 'key', make: 'uuid' },
  { name: 'code', make: 'code', digits: 5 },
  { name: 'who', make: 'faker', meaning: 'person-name', missing: 0.1 },
];

/** What every generator that is fitted on a table promises; `settings` are changed from its defaults. */
export function generatorContract<Settings, Model>(
  generator: Generator<Settings, Model>,
  settings: Partial<Settings> = {},
): void {
  const chosen = { ...generator.defaults, ...settings };
  const real = mixedTable(3000);
  const fit = (table: Table, plan: readonly ColumnPlan[] = modelAll(table)) =>
    generator.fit({ table, plan, settings: chosen, seed: 'fit' });
  const whole = (table: Table, rows: number, plan?: readonly ColumnPlan[]) =>
    generator.sample(fit(table, plan), { seed: 'run', from: 0, to: rows });

  describe(`the contract of generators: ${generator.name}`, () => {
    const plan = [...MADE, ...modelAll(real)];
    const model = fit(real, plan);
    const rows = 9000;
    const table = generator.sample(model, { seed: 'run', from: 0, to: rows });

    it.each([1, 2, 7])('gives the same rows with %i shards', (shards) => {
      const texts: string[] = [];
      for (let shard = 0; shard < shards; shard += 1) {
        const [from, to] = [shard, shard + 1].map((part) => Math.floor((part * rows) / shards));
        texts.push(...tableTexts(generator.sample(model, { seed: 'run', from: from!, to: to! })));
      }
      expect(texts).toEqual(tableTexts(table));
    });

    it('gives other rows for another seed, and the first rows of a run as its pilot', () => {
      const pilot = generator.sample(model, { seed: 'run', from: 0, to: 50 });
      const other = generator.sample(model, { seed: 'other', from: 0, to: 50 });
      expect(tableTexts(pilot)).toEqual(tableTexts(table).slice(0, 50));
      expect(tableTexts(other)).not.toEqual(tableTexts(pilot));
    });

    it('leaves a model that survives JSON, and fits it alike twice', () => {
      const again = JSON.parse(JSON.stringify(model)) as Model;
      expect(again).toEqual(model);
      expect(fit(real, plan)).toEqual(model);
      const sample = generator.sample(again, { seed: 'run', from: 10, to: 90 });
      expect(tableTexts(sample)).toEqual(tableTexts(table).slice(10, 90));
    });

    it('keeps names and order of the plan, kinds, scales and levels of the table', () => {
      expect(table.columns.map(({ name }) => name)).toEqual(plan.map(({ name }) => name));
      for (const column of real.columns) {
        const made = findColumn(table, column.name)!;
        expect(made.kind).toBe(column.kind);
        if (column.kind === 'number') expect(made).toMatchObject({ scale: column.scale });
        else expect(made).toMatchObject({ levels: column.levels });
      }
    });

    it('keeps precision, steps and range', () => {
      const numbers = (name: string) => (findColumn(table, name) as NumberColumn).values;
      for (const value of numbers('gain')) expect(Number.isInteger(value) && value >= 0).toBe(true);
      for (const value of numbers('points')) expect(value % 10 === 0 && value <= 50).toBe(true);
      for (const value of numbers('day')) expect(value % 86_400_000).toBe(0);
      for (const value of numbers('price'))
        if (!Number.isNaN(value)) expect(Math.round(value * 100) / 100).toBe(value);
    });

    it('keeps shares: of zeros, of a level, of what is missing', () => {
      const share = (of: Table, name: string) => missingIn(findColumn(of, name)!) / of.rows;
      expect(share(table, 'price')).toBeCloseTo(share(real, 'price'), 1);
      const zeros = (of: Table) =>
        (findColumn(of, 'gain') as NumberColumn).values.filter((value) => value === 0).length / of.rows;
      expect(Math.abs(zeros(table) - zeros(real))).toBeLessThan(0.03);
      expect(share(table, 'who')).toBeCloseTo(0.1, 1);
    });

    it('makes identifiers unique over shards', () => {
      const texts = tableTexts(tableOf(table.columns.slice(0, 4)));
      for (const at of [0, 1, 2, 3])
        expect(new Set(texts.map((text) => text.split('|')[at])).size).toBe(rows);
    });

    it('describes every column once', () => {
      const described = generator.describe(model);
      expect(described.method).toBe(generator.name);
      expect(described.columns.map(({ name }) => name).sort()).toEqual(plan.map(({ name }) => name).sort());
    });

    it('bears odd tables', () => {
      const numbers = (name: string, values: number[]): NumberColumn => ({
        kind: 'number',
        name,
        scale: 'decimal',
        values: Float64Array.from(values),
      });
      const one = tableOf([numbers('a', [1.5]), categoryColumn('b', ['x'])]);
      expect(tableTexts(whole(one, 2))).toEqual(['1.5|x', '1.5|x']);
      const two = tableOf([numbers('a', [1, 2]), categoryColumn('b', ['x', null])]);
      expect(whole(two, 20).rows).toBe(20);
      expect(whole(tableOf([numbers('a', [3, 4, 5])]), 5).columns).toHaveLength(1);
      const constant = tableOf([numbers('a', Array(40).fill(7)), categoryColumn('b', Array(40).fill('x'))]);
      expect(new Set(tableTexts(whole(constant, 30)))).toEqual(new Set(['7|x']));
      const missing = tableOf([
        numbers('a', Array(40).fill(Number.NaN)),
        categoryColumn('b', Array(40).fill(null)),
        numbers(
          'c',
          Array.from({ length: 40 }, (_, row) => row),
        ),
      ]);
      expect(whole(missing, 30).columns.map(missingIn)).toEqual([30, 30, 0]);
      const many = tableOf([
        categoryColumn(
          'a',
          Array.from({ length: 3000 }, (_, row) => `level ${(row * row) % 1201}`),
        ),
        categoryColumn(
          'b',
          Array.from({ length: 3000 }, (_, row) => (row % 3 === 0 ? 'x' : 'y')),
        ),
      ]);
      expect(whole(many, 100).rows).toBe(100);
      expect(whole(real, 0).rows).toBe(0);
      expect(whole(real, 5, MADE).columns).toHaveLength(MADE.length);
    });

    it('refuses what it cannot do', () => {
      const infinite = tableOf([
        { kind: 'number', name: 'a', scale: 'decimal', values: Float64Array.of(1, Number.POSITIVE_INFINITY) },
      ]);
      expect(() => fit(tableOf([categoryColumn('b', [])]))).toThrow(/no rows/);
      expect(() => fit(infinite)).toThrow(/column a has an infinite value/);
      expect(() => fit(real, [{ name: 'nobody', make: 'model' }])).toThrow(/nobody/);
      expect(() => fit(real, [...modelAll(real), ...modelAll(real)])).toThrow(/twice/);
      expect(() => generator.sample(model, { seed: 1, from: 5, to: 4 })).toThrow(RangeError);
      expect(() => generator.sample(model, { seed: 1, from: 0.5, to: 4 })).toThrow(RangeError);
    });

    it('stops when told, and tells how far it is', () => {
      const stopped = {
        throwIfAborted() {
          throw new Error('stopped');
        },
        progress() {},
      };
      expect(() => generator.fit({ table: real, plan, settings: chosen, seed: 1, control: stopped })).toThrow(
        'stopped',
      );
      expect(() => generator.sample(model, { seed: 1, from: 0, to: 9, control: stopped })).toThrow('stopped');
      const seen: string[] = [];
      const control = {
        throwIfAborted() {},
        progress: (done: number, total: number) => seen.push(`${done === total}`),
      };
      generator.sample(model, { seed: 1, from: 0, to: 9, control });
      expect(seen.at(-1)).toBe('true');
    });
  });
}
