import { createStream, drawInteger, drawUniform } from '@assay/random';
import { expect, test } from 'vitest';
import { dawidSkene, majorityLabels, type Ratings } from './index.ts';
import { definedValue, ratingsOfRaters } from './published-examples.ts';

/** 40 units, five raters of falling quality, three categories; a line per unit. */
const LINES = [
  ...[
    '12111',
    '22.21',
    '11111',
    '00.10',
    '.0.20',
    '2.222',
    '0.000',
    '22220',
    '.200.',
    '00001',
    '00101',
    '00000',
  ],
  ...[
    '.2.02',
    '20..1',
    '1.22.',
    '..1.1',
    '22212',
    '12.1.',
    '12110',
    '22102',
    '.0200',
    '01000',
    '1111.',
    '..01.',
  ],
  ...[
    '00.11',
    '.1.11',
    '..012',
    '2.022',
    '11121',
    '001.1',
    '.0000',
    '000.0',
    '00.0.',
    '0.002',
    '11..0',
    '2000.',
  ],
  ...['00020', '.002.', '22222', '0001.'],
];
const RATINGS = ratingsOfRaters(
  Array.from({ length: 5 }, (_, rater) => LINES.map((line) => line[rater]).join('')),
  '012',
);

// Expected: the published iteration written anew with NumPy, run until the log-likelihood gained less than 1e-13.
test('converges to the published estimate on a table of 40 units', () => {
  const found = definedValue(dawidSkene(RATINGS));
  const of = (unit: number) => [...found.probabilities.subarray(unit * 3, unit * 3 + 3)];
  const expected: Record<number, number[]> = {
    0: [0, 0.998349997, 0.001650003],
    8: [0, 0, 1],
    15: [0.127237377, 0.851543941, 0.021218683],
    23: [0.894412907, 0, 0.105587093],
    26: [0.524664158, 0, 0.475335842],
    39: [1, 0, 0],
  };
  for (const [unit, probabilities] of Object.entries(expected)) {
    for (const [at, each] of of(Number(unit)).entries()) expect(each).toBeCloseTo(probabilities[at]!, 5);
  }
  for (const [at, share] of [0.515242037, 0.218522082, 0.266235882].entries()) {
    expect(found.prior[at]).toBeCloseTo(share, 5);
  }
  const first = [0.864762744, 0, 0.135237256, 0, 1, 0, 0, 0.134246215, 0.865753785];
  for (const [at, rate] of first.entries()) expect(found.confusion[at]).toBeCloseTo(rate, 5);
  expect(found.logLikelihood).toBeCloseTo(-129.62886221382448, 7);
});

test('finds the truth more often than the majority where raters differ in skill', () => {
  const [units, raters, categories] = [400, 5, 3];
  const skill = [0.95, 0.9, 0.4, 0.4, 0.4];
  const truth = Int32Array.from({ length: units }, (_, unit) =>
    drawInteger(createStream('skene', 'truth'), unit, categories),
  );
  const rates = createStream('skene', 'ratings');
  const size = units * raters;
  const ratings: Ratings = {
    units,
    raters,
    categories,
    unit: Int32Array.from({ length: size }, (_, at) => Math.floor(at / raters)),
    rater: Int32Array.from({ length: size }, (_, at) => at % raters),
    code: Int32Array.from({ length: size }, (_, at) =>
      drawUniform(rates, at) < skill[at % raters]!
        ? truth[Math.floor(at / raters)]!
        : drawInteger(rates, at, categories, 1),
    ),
  };
  const { probabilities } = definedValue(dawidSkene(ratings));
  const best = Int32Array.from({ length: units }, (_, unit) => {
    const own = [...probabilities.subarray(unit * categories, (unit + 1) * categories)];
    return own.indexOf(Math.max(...own));
  });
  const right = (labels: Int32Array) => labels.filter((label, unit) => label === truth[unit]).length;
  expect(right(best)).toBeGreaterThan(right(definedValue(majorityLabels(ratings))));
});

test('an unrated unit has the prior; nothing at all is undefined', () => {
  const found = definedValue(dawidSkene(ratingsOfRaters(['aab.', 'aab.'], 'ab')));
  expect(found.probabilities[6]).toBeCloseTo(found.prior[0]!, 12);
  expect(dawidSkene(ratingsOfRaters(['..', '..'], 'ab'))).toEqual({ ok: false, reason: 'empty' });
});
