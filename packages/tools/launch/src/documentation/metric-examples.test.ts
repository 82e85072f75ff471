import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type MetricId, metricIds, type ScenarioInput, scenario } from '@assay/contracts';
import { coverScenarios, scenarioCoverage } from '@assay/domain';
import {
  type ContingencyCube,
  compareWithPopulation,
  fairlearnParity,
  fourFifths,
  groupShares,
  selectionRates,
} from '@assay/fairness';
import { fidelity, tableValidity } from '@assay/fidelity';
import { classScores, confusionMatrix, rocAuc, rocAucInterval } from '@assay/learn';
import { dcrShare, excessCopies, nearestRatios } from '@assay/privacy';
import {
  comparePictureSets,
  findTwins,
  type PictureFacts,
  type PictureOfVersion,
  pictureFigures,
} from '@assay/services/pictures';
import { computeStage } from '@assay/services/reports';
import {
  kolmogorovSmirnov,
  missingSimilarity,
  populationStability,
  proportionDifference,
  quantiles,
  type Result,
  tableOf,
  tukeyFences,
} from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { root } from '../root.ts';
import { runNode } from '../run-node.ts';
import { numbers, reportTables, rowsOf, texts, times } from './example-tables.ts';

/** What the examples on the pages of metrics say, computed: each of these texts has to stand in the example. */

const CONTROL = { throwIfAborted: () => {}, progress: () => {} };

function of<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`undefined because ${result.reason}`);
  return result.value;
}

const share = (value: number, digits = 1) => `${(value * 100).toFixed(digits)}%`;
const points = (value: number) => (value * 100).toFixed(1);

/** A file of 8 records, one of them too long, one repeated, two without a weight. */
const FILE = `id,age,sex,weight
1,34,F,61.5
2,29,M,
3,51,F,70
4,51,F,70
5,44,M,80,extra,cells
6,29,M,82.5
6,29,M,82.5
7,40,F,n/a
`;

/** Figures of pictures that are as they are said to be, and otherwise made by a program with nothing said of them. */
function picturesOf(pictures: readonly Partial<PictureOfVersion>[], rest: Partial<PictureFacts> = {}) {
  return pictureFigures({
    pictures: pictures.map((picture, at) => ({
      id: `${at}`,
      frame: 0,
      origin: 'synthetic',
      licence: '',
      generator: '',
      marks: [],
      labels: 0,
      checked: 0,
      alike: false,
      likeReal: false,
      ...picture,
    })),
    realPictures: 0,
    distances: [],
    compared: [],
    controls: [],
    ...rest,
  });
}

const pictureShare = (metric: MetricId, ...facts: Parameters<typeof picturesOf>): number => {
  const found = picturesOf(...facts).find((figure) => figure.metric === metric)?.value;
  if (found === undefined || found === null) throw new Error(`There is no ${metric}.`);
  return found;
};

type Profiled = {
  rows: number;
  rejected: { count: number; first: { code: string }[] };
  profile: { duplicateRows: number; columns: { name: string; missing: number; rows: number }[] };
};

let profiled: Promise<Profiled> | undefined;
/** The file as `assay profile` reads it. */
function profileOfFile(): Promise<Profiled> {
  profiled ??= (async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'assay-example-'));
    try {
      const [input, output] = [path.join(folder, 'file.csv'), path.join(folder, 'profile.json')];
      await writeFile(input, FILE);
      const { code, output: said } = await runNode({
        script: path.join(root, 'apps/cli/src/main.ts'),
        args: ['profile', '--input', input, '--json', output],
        tsx: true,
      });
      if (code !== 0) throw new Error(said);
      return JSON.parse(await readFile(output, 'utf8')) as Profiled;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  })();
  return profiled;
}

const five = {
  real: tableOf([
    numbers('age', [20, 30, 40, 50, 60]),
    texts('sex', ['F', 'F', 'F', 'M', 'M']),
    numbers('pay', [1, 2, 4, 5, 5]),
  ]),
  synthetic: tableOf([
    numbers('age', [20, 30, 40, 40, 50]),
    texts('sex', ['F', 'F', 'M', 'M', 'M']),
    numbers('pay', [1, 4, 2, 5, 5]),
  ]),
};
const onlyFirstTwo = ({ rows, columns }: (typeof five)['real']) => ({ rows, columns: columns.slice(0, 2) });

/** Hired, by sex: 40 women, 40 men, ten of a third group, ten without a value. */
const HIRED: ContingencyCube = {
  columns: ['sex'],
  cells: [
    ...(
      [
        ['F', 'yes', 24],
        ['F', 'no', 16],
        ['M', 'yes', 30],
        ['M', 'no', 10],
        ['X', 'yes', 2],
        ['X', 'no', 8],
      ] as const
    ).map(([sex, outcome, count]) => ({ group: [sex], outcome, stratum: null, count })),
    { group: [null], outcome: null, stratum: null, count: 10 },
  ],
};
const shares = () => of(groupShares(HIRED, ['sex']));
const rates = () => of(selectionRates(HIRED, ['sex'], ['yes']));

/** Of 100 rows 20 are `yes`; 16 of them and 8 others are given as such. */
const scores = () =>
  classScores(
    of(
      confusionMatrix(
        texts('truth', [...times('yes', 20), ...times('no', 80)]),
        texts('given', [...times('yes', 16), ...times('no', 4), ...times('yes', 8), ...times('no', 72)]),
      ),
    ),
  );
const [YES, NO] = [0, 1];
const figure = (value: Result<number>) => of(value).toFixed(3);

const people = (women: readonly [number, number], men: readonly [number, number]) =>
  rowsOf(
    ['sex', 'hired'],
    (
      [
        ['F', women],
        ['M', men],
      ] as const
    ).flatMap(([sex, [hired, all]]) => [...times([sex, 'yes'], hired), ...times([sex, 'no'], all - hired)]),
  );
const bias = (real: ReturnType<typeof people>, synthetic: ReturnType<typeof people>) => {
  const question = { target: 'hired', sensitive: ['sex'], favourable: ['yes'] };
  const [found] = computeStage('bias', reportTables({ real, synthetic, question }), CONTROL).questions;
  if (found === undefined) throw new Error('no question was answered');
  return found;
};
const hiring = () => bias(people([30, 100], [50, 100]), people([16, 80], [66, 120]));

/** Decade of age, postcode, diagnosis. */
const linkage = () => {
  const table = (...parts: (readonly [string, string, string, number])[]) =>
    rowsOf(
      ['age', 'postcode', 'diagnosis'],
      parts.flatMap(([age, postcode, diagnosis, count]) => times([age, postcode, diagnosis], count)),
    );
  return computeStage(
    'privacy',
    reportTables({
      real: table(
        ['30-39', '10115', 'flu', 2],
        ['30-39', '10115', 'asthma', 1],
        ['80-89', '10117', 'cancer', 1],
        ['20-29', '10119', 'flu', 2],
        ['40-49', '10115', 'flu', 4],
      ),
      synthetic: table(
        ['30-39', '10115', 'flu', 5],
        ['80-89', '10117', 'flu', 1],
        ['50-59', '10119', 'flu', 4],
      ),
      unseen: table(
        ['30-39', '10115', 'flu', 3],
        ['40-49', '10115', 'flu', 6],
        ['20-29', '10119', 'asthma', 1],
      ),
      question: { sensitive: ['diagnosis'], quasiIdentifiers: ['age', 'postcode'] },
    }),
    CONTROL,
  ).kAnonymity;
};

/** Five scenarios in 200 rows: covered, too few, missing, not to be asked, and not yet expressed. */
const tenPercentOf200 = () => {
  const minima: ScenarioInput['minimum'][] = [
    { kind: 'rows', rows: 10 },
    { kind: 'share', numerator: 1, denominator: 10 },
  ];
  const scenarios = ['first', 'second', 'third', 'fourth', 'fifth'].map((name, at) =>
    scenario.parse({
      id: `01931b90-0000-7000-8000-00000000000${at}`,
      name,
      importance: at < 2 ? 'must' : 'should',
      where: at === 4 ? null : { op: 'true' },
      ...(minima[at] === undefined ? {} : { minimum: minima[at] }),
      revision: 1,
      retired: false,
    }),
  );
  const found = [{ matching: 12 }, { matching: 19 }, { matching: 0 }, { reason: 'There is no such column.' }];
  const covered = coverScenarios({
    list: {
      number: 1,
      sha256: '0'.repeat(64),
      document: { type: 'assay.scenario-list', version: 1, scenarios },
    },
    rows: 200,
    found: new Map(found.map((each, at) => [scenarios[at]?.id ?? '', each])),
  });
  if (covered === null) throw new Error('nothing counts');
  return covered;
};

const EXAMPLES: { readonly [M in MetricId]: () => string[] | Promise<string[]> } = {
  rows: async () => {
    const { rows, rejected } = await profileOfFile();
    return [`gives ${rows} rows and ${rejected.count} rejected row`];
  },
  'rejected-rows': async () => {
    const { rows, rejected } = await profileOfFile();
    return [
      `${rejected.count} of ${rows + rejected.count} records is rejected, ${rows} rows are read`,
      rejected.first[0]?.code ?? '',
    ];
  },
  'missing-share': async () => {
    const { profile } = await profileOfFile();
    const { missing, rows } = profile.columns.find((each) => each.name === 'weight')!;
    return [`Of ${rows} rows`, `${missing} of ${rows} are missing, ${share(missing / rows, 2)}`];
  },
  'duplicate-rows': async () => {
    const { rows, profile } = await profileOfFile();
    return [`Of ${rows} rows`, `${profile.duplicateRows} duplicate row`];
  },
  'outlier-share': () => {
    const { low, high, q1, q3 } = of(tukeyFences(Float64Array.of(21, 24, 26, 27, 29, 31, 33, 35, 38, 90)));
    return [`Q1 is ${q1}, Q3 is ${q3}, the fences are ${low} and ${high}`, '10%'];
  },
  'ks-statistic': () => {
    const { statistic } = of(kolmogorovSmirnov([20, 30, 40, 50, 60], [20, 30, 40, 40, 50]));
    return [`The statistic is ${statistic.toFixed(1)}`];
  },
  psi: () => [
    `= ${of(populationStability([50, 50], [60, 40])).toFixed(3)}, little`,
    `gives ${of(populationStability([90, 10], [100, 0])).toFixed(3)}`,
  ],
  'group-share': () => {
    const [women, , , none] = shares().map((each) => each.share);
    return [
      `40% with an interval from ${share(women!.low)} to ${share(women!.high)}`,
      `10%, from ${share(none!.low)} to ${share(none!.high)}`,
    ];
  },
  'population-difference': () => {
    const population = [
      { group: ['F'], size: 51 },
      { group: ['M'], size: 49 },
    ];
    const { groups, unmatched } = of(compareWithPopulation(shares(), population));
    const { estimate, low, high } = groups[0]!.difference;
    return [
      `${points(estimate)} percentage points, from ${points(low)} to ${points(high)}`,
      `${unmatched.reduce((sum, each) => sum + each.count, 0)} rows whose group the table does not name`,
    ];
  },
  'selection-rate': () => {
    const written = rates().flatMap(({ favourable, n, rate }) =>
      rate.status === 'assessed'
        ? [`${share(favourable / n, 0)}, from ${share(rate.value.low)} to ${share(rate.value.high)}`]
        : [],
    );
    expect(written).toHaveLength(2);
    return [...written, '10 rows is not assessed'];
  },
  'four-fifths-ratio': () => {
    const [women] = of(fourFifths(rates())).groups;
    expect(women!.verdict).toBe('passes');
    const { numerator, denominator } = women!.impact!;
    expect(5n * numerator).toBe(4n * denominator);
    return [(5n * numerator).toLocaleString('en'), String(women!.impact!.ratio)];
  },
  'demographic-parity-difference': () => {
    const { difference, groups } = of(fairlearnParity(rates()));
    expect(groups).toBe(2);
    return [difference.toFixed(2), `${(difference * 100).toFixed(0)} points`];
  },
  'validity-score': () => {
    const known = tableOf([
      numbers('id', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
      numbers('age', [18, 25, 30, 35, 40, 45, 50, 60, 70, 90]),
      texts('sex', [...times('F', 5), ...times('M', 5)]),
    ]);
    const made = tableOf([
      numbers('id', [0, 1, 2, 3, 4, 5, 6, 7, 8, 8]),
      numbers('age', [20, 25, 30, 35, 40, 45, 50, 60, 70, 95]),
      texts('sex', [...times('F', 6), ...times('M', 3), 'X']),
    ]);
    const found = tableValidity(known, made, { keys: ['id'] });
    expect(found.columns.map((each) => of(each.score))).toEqual([0.9, 0.9, 0.9]);
    return [`Validity is ${of(found.score).toFixed(1)}`];
  },
  'shape-error': () => {
    const { shapes } = fidelity(onlyFirstTwo(five.real), onlyFirstTwo(five.synthetic), { mode: 'corrected' });
    expect(shapes.columns.map((each) => of(each.score).toFixed(3))).toEqual(['0.800', '0.800']);
    return [`the error is ${share(of(shapes.error), 0)}`, `the floor is ${share(1 - of(shapes.floor))}`];
  },
  'trend-error': () => {
    const { trends } = fidelity(five.real, five.synthetic, { mode: 'corrected' });
    const [, pay] = trends.pairs;
    return [
      `r is ${figure(pay!.real)} and ${figure(pay!.synthetic)}, similarity ${figure(pay!.score)}`,
      `Age and sex ${of(trends.pairs[0]!.score).toFixed(1)}, sex and pay ${of(trends.pairs[2]!.score).toFixed(1)}`,
      `The mean is ${figure(trends.score)}, the error ${share(of(trends.error))}`,
      `an error of ${share(1 - of(trends.floor))}`,
    ];
  },
  'three-way-error': () => {
    const table = (third: (a: number, b: number, at: number) => number) =>
      rowsOf(
        ['a', 'b', 'c'],
        [0, 1].flatMap((a) =>
          [0, 1].flatMap((b) =>
            Array.from({ length: 100 }, (_, at) => [String(a), String(b), String(third(a, b, at))]),
          ),
        ),
      );
    const found = fidelity(
      table((a, b) => (a === b ? 0 : 1)),
      table((_a, _b, at) => at % 2),
      { mode: 'corrected' },
    );
    return [
      `shape error ${share(of(found.shapes.error), 0)}, trend error ${share(of(found.trends.error), 0)}`,
      `three-way error is ${share(of(found.threeWay.error), 0)}, with a floor of ${share(1 - of(found.threeWay.floor))}`,
    ];
  },
  'parity-quality': () => {
    const [parity, corrected] = (['parity', 'corrected'] as const).map((mode) =>
      fidelity(five.real, five.synthetic, { mode }),
    );
    const pair = (found: typeof parity) => of(found!.trends.pairs[0]!.score).toFixed(1);
    return [
      `${pair(parity)} instead of ${pair(corrected)}`,
      `${figure(parity!.trends.score)} instead of ${figure(corrected!.trends.score)}`,
      `the quality is ${figure(parity!.quality)}; corrected mode gives ${figure(corrected!.quality)}`,
    ];
  },
  'missing-difference': () => {
    const similar = of(missingSimilarity({ count: 8, total: 100 }, { count: 30, total: 200 }));
    return ['8% against 15%', `a difference of ${(1 - similar).toFixed(2)}`];
  },
  'range-coverage': () => {
    const { coverage } = fidelity(
      tableOf([numbers('age', [18, 40, 90])]),
      tableOf([numbers('age', [21, 40, 84])]),
      { mode: 'corrected' },
    );
    return [`coverage is ${figure(coverage.score)}`];
  },
  'category-coverage': () => {
    const { coverage } = fidelity(
      tableOf([texts('kind', ['A', 'B', 'C', 'D'])]),
      tableOf([texts('kind', ['A', 'B', 'C', 'E'])]),
      { mode: 'corrected' },
    );
    return [`3 of 4, ${of(coverage.score)}`];
  },
  'detection-auc': () => {
    const [synthetic, given] = [
      [1, 1, 1, 1, 0, 0, 0, 0],
      [0.9, 0.7, 0.6, 0.4, 0.8, 0.5, 0.3, 0.2],
    ];
    const { low, high } = of(rocAucInterval(synthetic!, given!));
    return [
      `ordered rightly: ${of(rocAuc(synthetic!, given!))}`,
      `from ${low.toFixed(3)} to ${high.toFixed(3)}`,
    ];
  },
  'model-roc-auc': () => {
    const seeds = [0.921, 0.924, 0.918];
    return [
      `ordered rightly, ${figure(rocAuc([1, 1, 0, 0, 0], [0.9, 0.6, 0.7, 0.2, 0.1]))}`,
      `${(seeds.reduce((sum, each) => sum + each, 0) / 3).toFixed(3)} with a range from ${Math.min(...seeds)} to ${Math.max(...seeds)}`,
    ];
  },
  'model-accuracy': () => [`88 of 100, ${scores().accuracy}`],
  'model-precision': () => {
    const { classes, macro } = scores();
    return [
      `rightly: ${figure(classes[YES]!.precision)}`,
      `rightly: ${figure(classes[NO]!.precision)}`,
      `The mean is ${macro.precision.toFixed(3)}`,
    ];
  },
  'model-recall': () => {
    const { classes, macro } = scores();
    return [
      `found: ${of(classes[YES]!.recall)}`,
      `\`no\`: ${of(classes[NO]!.recall)}`,
      `The mean is ${macro.recall.toFixed(2)}`,
    ];
  },
  'model-f1': () => {
    const { classes, macro } = scores();
    return [
      `32/44 = ${figure(classes[YES]!.f1)}`,
      `144/156 = ${figure(classes[NO]!.f1)}`,
      `The mean is ${macro.f1.toFixed(3)}`,
    ];
  },
  'utility-loss': () => [
    `a loss of ${(0.912 - 0.894).toFixed(3)}`,
    `= ${(0.02 + (0.914 - 0.91)).toFixed(3)}`,
  ],
  'synthetic-gap': () => [`a gap of ${(0.951 - 0.899).toFixed(3)}`],
  'exact-copies': () => {
    const made = rowsOf(['a'], [...times(['known'], 130), ...times(['new'], 9870)]);
    const unseen = rowsOf(['a'], [...times(['known'], 50), ...times(['other'], 4950)]);
    const real = rowsOf(['a'], times(['known'], 2));
    const { exactCopies } = computeStage(
      'privacy',
      reportTables({ real, synthetic: made, unseen, question: {} }),
      CONTROL,
    );
    const told = ({ count, rows }: { count: number; rows: number }) =>
      `${count} of ${rows.toLocaleString('en')}`;
    return [`${told(exactCopies)} synthetic`, `${told(exactCopies.unseen!)} unseen`];
  },
  'excess-copies': () => {
    const among = (copies: number) => of(excessCopies({ copies, n: 10_000 }, { copies: 50, n: 5000 })).excess;
    const [few, many] = [among(130), among(230)];
    expect(few.low).toBeLessThan(0);
    return [
      `${share(few.estimate)}, from ${share(few.low, 2)} to ${share(few.high, 2)}`,
      `${share(many.estimate)}, from ${share(many.low, 2)} to ${share(many.high, 2)}`,
    ];
  },
  'dcr-share': () => {
    const found = of(
      dcrShare([...times(0.1, 5100), ...times(0.2, 200), ...times(0.3, 4700)], times(0.2, 10_000)),
    );
    return [`${found.estimate.toFixed(2)}, from ${found.low.toFixed(3)} to ${found.high.toFixed(3)}`];
  },
  nndr: () => {
    const ratios = nearestRatios({
      first: Float64Array.of(0.02, 0, 0.05, 0.04),
      second: Float64Array.of(0.1, 0, 0.05, 0.05),
    });
    const [median] = of(quantiles(ratios, [0.5]));
    return [
      `0.02 and 0.10 give ${ratios[0]!.toFixed(1)}`,
      `0 and 0 give ${ratios[1]}`,
      `0.04 and 0.05 give ${ratios[3]!.toFixed(1)}`,
      `The median of the four is ${median!.toFixed(1)}`,
    ];
  },
  'k-anonymity': () => {
    const { k, pointsToFew } = linkage();
    expect(pointsToFew).toBe(6);
    return [`k is ${k}`, 'Six of ten synthetic rows point to fewer than five people'];
  },
  'points-to-one': () => {
    const { pointsToOne, unseenPointsToOne } = linkage();
    return [
      `only fit row of its class: ${pointsToOne / 10}`,
      `none has: ${unseenPointsToOne!.count / unseenPointsToOne!.rows}`,
    ];
  },
  'l-diversity': () => [`l is ${linkage().lDiversity[0]!.distinct}`],
  'bias-amplification': () => {
    const { amplification, real, synthetic } = hiring();
    const apart = (side: typeof real) => `${(side.parity!.difference * 100).toFixed(0)} points apart`;
    return [
      apart(real),
      apart(synthetic),
      `by ${(amplification.value! * 100).toFixed(0)} points, ${amplification.value!.toFixed(2)}`,
    ];
  },
  'group-share-change': () => {
    const { difference, interval } = hiring().differences[0]!.share;
    return [
      `${(difference! * 100).toFixed(0)} points, from ${points(interval!.low)} to ${points(interval!.high)}`,
    ];
  },
  'selection-rate-change': () => {
    const { difference, interval } = hiring().differences[0]!.rate;
    const { low } = of(proportionDifference({ successes: 16, n: 80 }, { successes: 30, n: 100 }));
    expect(interval!.low).toBe(low);
    return [
      `${(difference! * 100).toFixed(0)} points, from ${points(interval!.low)} to ${points(interval!.high)}`,
    ];
  },
  'pictures-labelled': () => [
    `3 of 4, ${pictureShare(
      'pictures-labelled',
      [1, 1, 1, 0].map((labels) => ({ labels })),
    )}`,
  ],
  'labels-checked': () => {
    const found = pictureShare(
      'labels-checked',
      [1, 1, 0].map((checked) => ({ labels: 1, checked })),
    );
    return [`2 of 3, ${found.toFixed(3)}`];
  },
  'region-detection': () => {
    const compared = [{ regions: 8, found: 6 }];
    return [`6 of 8: ${pictureShare('region-detection', [], { compared })}`];
  },
  'control-tasks-right': () => {
    const found = picturesOf([], { controls: [{ kind: 'seeded', n: 20, right: 17 }] }).find(
      ({ metric }) => metric === 'control-tasks-right',
    );
    const { value, interval } = found!;
    return [`${value}, from ${interval!.low.toFixed(3)} to ${interval!.high.toFixed(3)}`];
  },
  'near-duplicate-pictures': () => {
    const own = ['0000000000000000', '0000000000000003', '00000000000000ff', 'ffffffffffffffff'];
    const { alike } = findTwins({ own, samples: own, real: [], distance: 6 });
    const found = pictureShare(
      'near-duplicate-pictures',
      alike.map((each) => ({ alike: each })),
    );
    return [...own.map((hash) => `\`${hash}\``), `3 of 4: ${found}`];
  },
  'copied-pictures': () => {
    const own = ['0000000000000000', '00000000ffffffff', 'ffffffffffffffff'];
    const { real } = findTwins({ own, samples: own, real: ['0000000000000003'], distance: 6 });
    const found = pictureShare(
      'copied-pictures',
      real.map((likeReal) => ({ likeReal })),
      { realPictures: 1 },
    );
    return [`1 of 3, ${found.toFixed(3)}`];
  },
  'pictures-standing-out': () => {
    const found = picturesOf(
      times(0, 10).map((_, at) => ({ marks: at === 0 ? ['blurred' as const, 'dark' as const] : [] })),
    ).filter(({ metric }) => metric === 'pictures-standing-out');
    const at = (mark: string) => found.find(({ slice }) => slice.mark === mark)?.value;
    expect(at('bright')).toBe(0);
    return [`${at('blurred')} at blurred and ${at('dark')} at dark`];
  },
  'pictures-with-place': () => [
    `1 of 8, ${pictureShare(
      'pictures-with-place',
      times(0, 8).map((_, at) => ({ marks: at === 0 ? ['place' as const] : [] })),
    )}`,
  ],
  'pictures-with-rights': () => {
    const found = pictureShare('pictures-with-rights', [
      { origin: 'real', licence: 'CC0-1.0' },
      { origin: 'real' },
      { origin: 'synthetic', generator: 'A renderer' },
      { origin: 'augmented', licence: 'CC0-1.0' },
    ]);
    return [`2 of 4: ${found}`];
  },
  'picture-set-distance': () => {
    const [one, other, third] = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    const set = (colours: (number[] | undefined)[]) =>
      colours.map((each, at) => ({
        id: `${at}`,
        sha256: '',
        colours: each ?? [],
        gradients: [],
        frequencies: [],
      }));
    const [colours, gradients] = comparePictureSets(
      { real: set([one, one, other, other]), made: set([third, third, third, third]) },
      CONTROL.throwIfAborted,
    );
    expect(gradients?.figures).toMatchObject([{ value: null, reason: 'too-few' }]);
    return [`(2 - 0.5 - 0) / 2 is ${colours?.figures[0]?.value}`];
  },
  'scenario-coverage': () => {
    const covered = tenPercentOf200();
    const [all, must] = [scenarioCoverage(covered), scenarioCoverage(covered, 'must')];
    return [
      `${covered.items[1]?.matching} of the second, which needs 10% of the rows`,
      `${all.covered} of ${all.expressed} is covered: ${all.value}`,
      `${must.covered} of ${must.expressed}: ${must.value}`,
    ];
  },
  'scenario-reached': () => {
    const { needed, matching } = tenPercentOf200().items[1]!;
    const reached = Math.min(1, (matching ?? 0) / (needed ?? 1));
    return [`needs 10% of 200 rows: ${needed}`, `${matching} rows match: ${reached}`];
  },
};

describe('examples on the pages of metrics', () => {
  it.each(metricIds)('%s says what is computed', { timeout: 60_000 }, async (id) => {
    const page = await readFile(path.join(root, 'docs/metrics', `${id}.md`), 'utf8');
    const example = /^## Example\n([\s\S]*?)^## /m.exec(page)?.[1] ?? '';
    const said = await EXAMPLES[id]();
    expect(said.length).toBeGreaterThan(0);
    for (const text of said) expect(example).toContain(text);
  });
});
