import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { report } from '@assay/contracts';
import { createStream, drawInteger, drawUniform } from '@assay/random';
import { tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, startAssay } from '../run-assay.testing.ts';

const folder = tempDirectory();
const temp = tempDirectory();
const cwd = folder.path;
const assay = (...args: string[]): Promise<Ran> => startAssay(args, { cwd, temp: temp.path }).ended;
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
const left = () => readdirSync(cwd).filter((name) => name.includes('.part'));

/** A small table in which smoking goes with age and the outcome with both; ids and addresses are never learnt. */
function table(rows: number, name: string): string {
  const stream = createStream('cli', name);
  const lines = Array.from({ length: rows }, (_, row) => {
    const age = 20 + drawInteger(stream, 4 * row, 60);
    const smokes = drawUniform(stream, 4 * row + 1) < age / 160;
    const ill = drawUniform(stream, 4 * row + 2) < (smokes ? 0.6 : 0.15) + age / 400;
    const weight = (50 + age / 4 + 30 * drawUniform(stream, 4 * row + 3)).toFixed(1);
    return `${row + 1},p${row}@mail.example,${age},${weight},${smokes ? 'yes' : 'no'},${ill ? 'ill' : 'well'}`;
  });
  return `id,mail,age,weight,smokes,outcome\n${lines.join('\n')}\n`;
}

beforeAll(() => {
  writeFileSync(join(cwd, 'fit.csv'), table(1500, 'fit'));
  writeFileSync(join(cwd, 'hold.csv'), table(1500, 'hold'));
});
afterAll(() => {
  folder.remove();
  temp.remove();
});

const synthesize = (output: string, ...more: string[]) =>
  assay(
    'synthesize',
    '--input',
    'fit.csv',
    '--output',
    output,
    '--rows',
    '1500',
    '--target',
    'outcome',
    ...more,
  );

// A process of its own for each command: seconds when quiet.
describe('assay synthesize', { timeout: 300_000 }, () => {
  it('writes the same rows whatever the shards, and others for another seed', async () => {
    for (const [name, ...flags] of [
      ['one.csv'],
      ['two.csv', '--shards', '2'],
      ['seven.csv', '--shards', '7'],
      ['other.csv', '--seed', '2'],
    ] as const) {
      const { code, out, err } = await synthesize(name, ...flags);
      expect([code, out]).toEqual([0, `${name}\n`]);
      expect(err).toContain('mail');
    }
    expect(read('two.csv')).toBe(read('one.csv'));
    expect(read('seven.csv')).toBe(read('one.csv'));
    expect(read('other.csv')).not.toBe(read('one.csv'));
    const lines = read('one.csv').trimEnd().split('\n');
    expect(lines).toHaveLength(1501);
    expect(lines[0]).toBe('id,mail,age,weight,smokes,outcome');
    const mails = new Set(read('fit.csv').match(/p\d+@mail\.example/g));
    expect(lines.filter((line) => mails.has(line.split(',')[1] ?? ''))).toEqual([]);
    expect(left()).toEqual([]);
  });

  it('makes as many rows as a condition asks for', async () => {
    const { code } = await synthesize('smokers.csv', '--where', 'smokes = true and age > 70:300');
    expect(code).toBe(0);
    const rows = read('smokers.csv')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(rows).toHaveLength(1500);
    expect(rows.filter((row) => row[4] === 'yes' && Number(row[2]) > 70).length).toBeGreaterThanOrEqual(300);
  });

  it('keeps constraints, and says of a contradiction what it is', async () => {
    const formula = {
      kind: 'formula',
      column: 'weight',
      formula: "round(age / 2 + if(smokes = 'true', 10, 0), 1)",
    };
    const rule = { kind: 'range', column: 'age', low: 30, high: 60 };
    writeFileSync(join(cwd, 'constraints.json'), JSON.stringify([formula, rule]));
    const flags = ['--constraints', 'constraints.json', '--where', 'smokes = true and weight > 35:200'];
    const whole = await synthesize('held.csv', ...flags);
    expect([whole.code, whole.err]).toEqual([
      0,
      expect.stringMatching(/had to be judged, \d+ of \d+ were kept/),
    ]);
    expect((await synthesize('parts.csv', ...flags, '--shards', '3')).code).toBe(0);
    expect(read('parts.csv')).toBe(read('held.csv'));
    const rows = read('held.csv')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    for (const [, , age, weight, smokes] of rows) {
      expect(Number(weight)).toBe(Number(age) / 2 + (smokes === 'yes' ? 10 : 0));
      expect(Number(age) >= 30 && Number(age) <= 60).toBe(true);
    }
    expect(rows.filter((row) => row[4] === 'yes' && Number(row[3]) > 35).length).toBeGreaterThanOrEqual(200);

    const high = { kind: 'range', column: 'weight', low: 41, high: null };
    writeFileSync(join(cwd, 'never.json'), JSON.stringify([formula, rule, high]));
    const never = await synthesize('refused.csv', '--constraints', 'never.json');
    expect([never.code, never.err.trimEnd().split('\n').at(-1)]).toEqual([
      2,
      expect.stringMatching(/lies between 14\.95 and 40\.05, and "weight" is to lie at 41 or above/),
    ]);
  });

  it('refuses a target that is not there', async () => {
    const flags = ['--input', 'fit.csv', '--output', 'refused.csv', '--rows', '10', '--target', 'nothing'];
    const { code, err } = await assay('synthesize', ...flags);
    expect([code, err]).toEqual([2, expect.stringMatching(/no column "nothing"/)]);
  });

  it.each([
    [['--where', 'smoke = "yes":10'], /no column "smoke".*"smokes"/],
    [['--where', 'age > 60'], /CONDITION:COUNT/],
    [['--where', 'age > 60 and age < 20:5'], /./],
    [['--where', 'age > 60:5000'], /./],
    [['--method', 'magic'], /--method takes tree/],
    [['--leaf', '0'], /--leaf takes a whole number from 1/],
  ])('refuses %j in one sentence and leaves nothing', async (flags, said) => {
    const { code, err } = await synthesize('refused.csv', ...flags);
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n').at(-1)).toMatch(said);
    expect(readdirSync(cwd)).not.toContain('refused.csv');
    expect(left()).toEqual([]);
  });
});

describe('assay synthesize by rules', { timeout: 300_000 }, () => {
  const shop = {
    version: 1,
    columns: [
      { name: 'order', rule: { make: 'sequence', start: 1 } },
      { name: 'kind', rule: { make: 'category', weights: { book: 3, game: 1 } } },
      {
        name: 'price',
        rule: { make: 'number', distribution: { shape: 'uniform', min: 1, max: 90 } },
      },
      { name: 'total', rule: { make: 'formula', formula: 'round(price * 1.2, 2)', as: 'decimal' } },
    ],
  };
  const byRules = (output: string, ...more: string[]) =>
    assay('synthesize', '--output', output, '--rows', '2000', ...more);
  const cells = (name: string) =>
    read(name)
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));

  it('needs no table: from a rules file, or from a recipe, in any number of shards', async () => {
    writeFileSync(join(cwd, 'shop.json'), JSON.stringify(shop));
    writeFileSync(
      join(cwd, 'recipe.json'),
      JSON.stringify({ type: 'assay.recipe', version: 1, method: 'rules', sourceId: null, rules: shop }),
    );
    const first = await byRules('rules.csv', '--rules', 'shop.json');
    expect([first.code, first.out]).toEqual([0, 'rules.csv\n']);
    expect(first.err).toMatch(/price +decimal +feature +by rule: number/);
    expect(first.err).toMatch(/Made by rules: 2000 in .* a second\), peak memory \d+ MB/);
    expect((await byRules('again.csv', '--recipe', 'recipe.json', '--shards', '7')).code).toBe(0);
    expect((await byRules('method.csv', '--method', 'rules', '--rules', 'shop.json')).code).toBe(0);
    expect(read('again.csv')).toBe(read('rules.csv'));
    expect(read('method.csv')).toBe(read('rules.csv'));
    const [header, ...rows] = cells('rules.csv');
    expect(header).toEqual(['order', 'kind', 'price', 'total']);
    expect(rows.map(([order]) => Number(order))).toEqual(Array.from({ length: 2000 }, (_, row) => row + 1));
    for (const [, , price, total] of rows)
      expect(Number(total)).toBeCloseTo(Math.round(Number(price) * 120) / 100, 6);
    expect(left()).toEqual([]);
  });

  it('makes as many rows as a condition asks for', async () => {
    const flags = ['--rules', 'shop.json', '--where', "kind = 'game' and price > 80:900"];
    expect((await byRules('games.csv', ...flags)).code).toBe(0);
    const games = cells('games.csv').filter(([, kind, price]) => kind === 'game' && Number(price) > 80);
    expect(games.length).toBeGreaterThanOrEqual(900);
  });

  it('says in one sentence what is wrong', async () => {
    writeFileSync(
      join(cwd, 'wrong.json'),
      JSON.stringify({ version: 1, columns: [{ name: 'a', rule: {} }] }),
    );
    const cases: [string[], RegExp][] = [
      [['--method', 'rules'], /give --rules or a --recipe/],
      [['--rules', 'shop.json', '--input', 'fit.csv'], /leave --input away/],
      [['--rules', 'shop.json', '--method', 'tree'], /belongs to the method rules/],
      [['--rules', 'wrong.json'], /columns\[0\]\.rule\.make/],
      [['--rules', 'shop.json', '--where', 'cost > 5:10'], /no column "cost"/],
    ];
    for (const [flags, said] of cases) {
      const { code, err } = await byRules('refused.csv', ...flags);
      expect([flags, code]).toEqual([flags, 2]);
      expect(err.trimEnd().split('\n').at(-1)).toMatch(said);
    }
    expect(left()).toEqual([]);
  });
});

describe('assay validate', { timeout: 300_000 }, () => {
  it('passes rows of the tree generator, writes JSON and a page, and fails rows that are copies', async () => {
    expect((await synthesize('tree.csv', '--model-out', 'model.json')).code).toBe(0);
    expect(JSON.parse(read('model.json'))).toMatchObject({ type: 'assay.fitted-model', method: 'tree' });
    const against = ['--real', 'fit.csv', '--holdout', 'hold.csv', '--target', 'outcome'];
    const good = await assay(
      'validate',
      ...against,
      '--synthetic',
      'tree.csv',
      '--json',
      'r.json',
      '--html',
      'r.html',
    );
    const made = report.parse(JSON.parse(read('r.json')));
    expect(made.gates.filter((gate) => gate.status === 'red')).toEqual([]);
    expect([good.code, made.verdict]).toEqual([0, 'incomplete']);
    expect(made.gates.find((gate) => gate.metric === 'bias.amplification')?.status).toBe('not-assessed');
    expect(read('r.html')).toContain('<!doctype html>');
    expect((await assay('validate', ...against, '--synthetic', 'tree.csv', '--strict')).code).toBe(1);

    writeFileSync(join(cwd, 'copies.csv'), read('fit.csv'));
    const bad = await assay('validate', ...against, '--synthetic', 'copies.csv', '--json', '-');
    expect(bad.code).toBe(1);
    expect(report.parse(JSON.parse(bad.out)).privacy.exactCopies.excess).toBeGreaterThan(0.5);
  });

  it('says in one sentence what is wrong with its input', async () => {
    const cases: [string[], RegExp][] = [
      [['--synthetic', 'hold.csv'], /--real is missing/],
      [['--real', 'fit.csv', '--synthetic', 'none.csv'], /none\.csv cannot be read/],
      [['--real', 'fit.csv', '--synthetic', 'hold.csv', '--holdout', 'fit.csv'], /has not seen/],
      [['--real', 'fit.csv', '--synthetic', 'hold.csv', '--target', 'x'], /no column "x"/],
      [['--real', 'fit.csv', '--synthetic', 'hold.csv', '--policy', 'tight'], /balanced, strict, loose/],
    ];
    for (const [flags, said] of cases) {
      const { code, err } = await assay('validate', ...flags);
      expect([flags, code]).toEqual([flags, 2]);
      expect(err).toMatch(said);
    }
  });
});
