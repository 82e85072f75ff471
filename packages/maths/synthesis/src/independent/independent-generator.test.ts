import { describe, expect, it } from 'vitest';
import { generatorContract } from '../testing/generator-contract.ts';
import { mixedTable, modelAll } from '../testing/mixed-table.ts';
import { tableTexts } from '../testing/table-texts.ts';
import { independentGenerator } from './independent-generator.ts';

generatorContract(independentGenerator);

describe('independent marginals', () => {
  it('break what holds between columns', () => {
    const table = mixedTable(2000);
    const model = independentGenerator.fit({
      table,
      plan: modelAll(table),
      settings: independentGenerator.defaults,
      seed: 1,
    });
    const rows = tableTexts(independentGenerator.sample(model, { seed: 1, from: 0, to: 2000 }));
    const determined = rows.filter((row) => {
      const [, grade, points] = row.split('|');
      return Number(points) === 10 * Number(grade!.slice('grade '.length));
    });
    expect(determined.length).toBeLessThan(700);
  });
});
