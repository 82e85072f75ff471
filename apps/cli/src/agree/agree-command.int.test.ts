import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@assay/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { startAssay } from '../run-assay.testing.ts';
import type { AgreementDocument } from './agreement-document.ts';

const folder = tempDirectory();
const temp = tempDirectory();
const cwd = folder.path;
const agree = (...args: string[]) => startAssay(['agree', ...args], { cwd, temp: temp.path }).ended;
afterAll(() => {
  folder.remove();
  temp.remove();
});

/** Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C, an observer per column. */
const OBSERVERS = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
const UNITS = Array.from({ length: 12 }, (_, unit) => unit);
const mark = (observer: number, unit: number) => OBSERVERS[observer]![unit]!.replace('.', '');
const WIDE = `unit,A,B,C,D\n${UNITS.map((unit) => [`u${unit}`, ...OBSERVERS.map((_, observer) => mark(observer, unit))].join(',')).join('\n')}\n`;
const LONG = `item,who,said\n${UNITS.flatMap((unit) =>
  OBSERVERS.map((_, observer) => [`u${unit}`, 'ABCD'[observer], mark(observer, unit)].join(',')),
).join('\n')}\n`;
const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);

// A process of its own for each command: seconds when quiet.
describe('assay agree', { timeout: 300_000 }, () => {
  it('reads wide and long tables alike, and prints the published figures', async () => {
    write('wide.csv', WIDE);
    write('long.csv', LONG);
    const wide = await agree('--ratings', 'wide.csv', '--level', 'ordinal', '--json');
    expect(wide).toMatchObject({ code: 0 });
    const document = JSON.parse(wide.out) as AgreementDocument;
    expect(document.alpha.value).toBeCloseTo(0.815, 3);
    expect(document).toMatchObject({
      type: 'assay.agreement',
      version: 1,
      units: 12,
      ratings: 41,
      unitsCompared: 11,
    });
    expect(document.alpha.interval!.low).toBeLessThan(0.815);
    expect(document.pairs).toHaveLength(6);
    const long = await agree(
      ...['--ratings', 'long.csv', '--unit', 'item', '--rater', 'who', '--value', 'said'],
      ...['--level', 'ordinal', '--json'],
    );
    expect(JSON.parse(long.out)).toEqual(document);
    const text = await agree('--ratings', 'wide.csv', '--level', 'interval');
    expect(text.out).toMatch(/Krippendorff's alpha +0\.849 {2}\[/);
  });

  it('says that unanimous ratings are undefined, and what is wrong with a table, in one sentence', async () => {
    write('same.csv', 'unit,A,B\n1,x,x\n2,x,x\n3,x,x\n');
    const same = await agree('--ratings', 'same.csv');
    expect(same).toMatchObject({ code: 0 });
    expect(same.out).toMatch(/Krippendorff's alpha +undefined because unanimous/);
    write('twice.csv', 'unit,rater,value\n1,A,x\n1,A,y\n');
    write('words.csv', 'unit,rater,value\n1,A,3\n1,B,high\n');
    write('one.csv', 'unit,A\n1,x\n');
    for (const [args, sentence] of [
      [['--ratings', 'twice.csv'], '"A" rated "1" twice: keep one of the two ratings.'],
      [
        ['--ratings', 'words.csv', '--level', 'interval'],
        'The rating "high" is not a number: level interval needs numbers.',
      ],
      [['--ratings', 'words.csv', '--order', '3,4'], 'The rating "high" is missing in --order.'],
      [
        ['--ratings', 'one.csv'],
        'The table has neither the columns unit, rater, value nor a column of units and two raters beside it.',
      ],
      [
        ['--ratings', 'same.csv', '--level', 'metric'],
        'The flag --level is one of nominal, ordinal, interval, ratio.',
      ],
      [['--ratings', 'nothing.csv'], 'The file nothing.csv cannot be read: there is no such file or folder.'],
    ] as const) {
      const ran = await agree(...args);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err.trim().split('\n').at(-1)).toContain(sentence);
    }
  });
});
