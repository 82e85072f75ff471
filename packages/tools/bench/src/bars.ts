import type { Figure } from './figure.ts';

/** What a figure must reach. */
export type Bar = {
  issue: 1 | 2 | 3 | 4;
  /** As the issue's table says it. */
  measure: string;
  part: string;
  figure: string;
  limit: number;
  bound: 'at most' | 'at least';
  /** How far the figure is from it is what is judged. */
  reference: number | undefined;
};

export type Judged = Bar & {
  /** Undefined: not run. */
  value: number | undefined;
  unit: string;
  /** Share by which it is missed; 0 is met. */
  missedBy: number | undefined;
};

/**
 * `HistGradientBoostingClassifier` of scikit-learn 1.9.1 on Adult at the settings of `learn` (100 rounds, 31 leaves,
 * 20 rows a leaf, rate .1, categories native, no early stopping): ROC AUC on the test rows, and the fastest fit on
 * the two cores of docs/performance.md.
 */
const SCIKIT = { auc: 0.9273, seconds: 0.45 };

type Line = readonly [
  measure: string,
  part: string,
  figure: string,
  bound: Bar['bound'],
  limit: number,
  reference?: number,
];

const ISSUE_1: readonly Line[] = [
  ['import of 1,000,000 x 15', 'import', 'import rate', 'at least', 100_000],
  ['import, peak memory', 'import', 'import peak memory', 'at most', 1000],
  ['personal-data finder, table', 'finder', 'finder: 15-column table, every value', 'at least', 5],
  ['personal-data finder, texts', 'finder', 'finder: texts', 'at least', 5],
  ['audited writes, 32 connections', 'audited-writes', 'audited writes, 32 connections', 'at least', 1000],
  [
    'proof at 1,000,000 leaves',
    'audited-writes',
    'proof among 1,000,000 entries with its reads, p95',
    'at most',
    5,
  ],
];

const ISSUE_2: readonly Line[] = [
  [
    'tree: shape error against unseen rows, times real',
    'synthesis',
    'tree, Adult: shape error against unseen rows, times real',
    'at most',
    1.15,
  ],
  [
    'tree: trend error against unseen rows, times real',
    'synthesis',
    'tree, Adult: trend error against unseen rows, times real',
    'at most',
    1.15,
  ],
  [
    'tree: boosted AUC against unseen rows',
    'synthesis',
    'tree, Adult: boosted AUC against unseen rows, median of 3',
    'at most',
    0.53,
  ],
  [
    'tree: train on synthetic, ROC AUC',
    'synthesis',
    'tree, Adult: train on synthetic, ROC AUC, median of 3',
    'at least',
    0.92,
  ],
  [
    'tree: DCR share, equal halves, mean of 5 splits',
    'synthesis',
    'tree, Adult: DCR share, equal halves, mean of 5 splits',
    'at most',
    0.528,
  ],
  [
    'tree: fit and sample 32,561 x 15',
    'synthesis',
    'tree, Adult: fit and sample as many rows, median of 3',
    'at most',
    5,
  ],
  ['tree: sample 1,000,000', 'synthesis', 'tree, Adult: sample 1,000,000, median of 3', 'at most', 30],
  ['tree: peak memory', 'synthesis', 'tree, Adult: peak memory after 1,000,000', 'at most', 1500],
  [
    'fidelity, all 105 pairs, 1,000,000 x 15, exact',
    'fidelity',
    'fidelity, 105 pairs and 455 triples of 1,000,000 x 15, corrected',
    'at most',
    6,
  ],
  [
    'the same, as SDMetrics defines it',
    'fidelity',
    'fidelity, 105 pairs and 455 triples of 1,000,000 x 15, parity',
    'at most',
    6,
  ],
  ['fidelity, runs that gave other bytes', 'fidelity', 'fidelity, runs that gave other bytes', 'at most', 0],
  ...[10, 30, 50, 90].map(
    (share): Line => [
      `DCR 32,561 x 32,561, exact, ${share}% of cells replaced`,
      'distances',
      `DCR, Adult against itself, ${share}% of cells replaced`,
      'at most',
      15,
    ],
  ),
  ['whole report on Adult', 'report', 'whole report on Adult, median of 3 seeds', 'at most', 60],
  [
    'learn: ROC AUC on Adult, away from scikit-learn',
    'learn',
    'boosted trees on Adult, ROC AUC on unseen rows',
    'at most',
    0.003,
    SCIKIT.auc,
  ],
  [
    'learn: time, of three times scikit-learn',
    'learn',
    'boosted trees on Adult, fit: median of 5',
    'at most',
    3 * SCIKIT.seconds,
  ],
  [
    'validate 200 columns x 1,000,000 rows',
    'wide',
    'wide table, 1000000 rows: validated in',
    'at most',
    20 * 60,
  ],
  ['the same, peak memory', 'wide', 'wide table, 1000000 rows: peak memory', 'at most', 4096],
];

const CLAIM = 'claim among 100,000 open tasks, 50 people';

const ISSUE_3: readonly Line[] = [
  ['claim the next task, p95', 'claiming', `${CLAIM}, p95`, 'at most', 50],
  ['claim the next task, p99', 'claiming', `${CLAIM}, p99`, 'at most', 100],
  [
    'commit of 100,000 rows with 20,000 labels',
    'versions',
    'commit of 100,000 rows with 20,000 labels',
    'at most',
    10,
  ],
  ['compare with a version that relabels 1%', 'versions', 'comparison of both', 'at most', 2],
  ['stored bytes of the second', 'versions', 'stored for the second, of the first', 'at most', 2],
  ['export of 1,000,000 rows to Parquet', 'exporting', 'export of 1,000,000 rows to Parquet', 'at most', 60],
  ['the same, peak memory', 'exporting', 'export of 1,000,000 rows to Parquet, peak memory', 'at most', 512],
  [
    'alpha, 1,000,000 ratings by 5 people',
    'alpha',
    'alpha, 1,000,000 ratings by 5 people, slowest scale',
    'at most',
    1,
  ],
  [
    'key to next row painted, 50 ms network delay, p95',
    'workbench',
    'key to next row painted, 50 ms delay, p95',
    'at most',
    100,
  ],
  [
    'submit to dashboard at 100,000 annotations',
    'dashboard',
    'submit to dashboard at 100,000 annotations, worst of 10',
    'at most',
    5,
  ],
];

const COCO = 'COCO of 100,000 images with 1,000,000 regions';

const RENAME = 'rename a label of 1,000,000 annotations';
const ISSUE_4: readonly Line[] = [
  [
    'wand on 4 megapixels, per update, p95',
    'selection',
    'wand on 4 megapixels, per change of tolerance, p95',
    'at most',
    100,
  ],
  [
    'live-wire on 4 megapixels, per update, p95',
    'selection',
    'live-wire on 4 megapixels, per movement, p95',
    'at most',
    100,
  ],
  [
    'wand on 20 objects, at most 12 clicks, mean IoU',
    'selection',
    'wand on 20 objects, at most 12 clicks: mean IoU',
    'at least',
    0.85,
  ],
  [
    'live-wire on 20 objects, at most 12 clicks, mean IoU',
    'selection',
    'live-wire on 20 objects, at most 12 clicks: mean IoU',
    'at least',
    0.85,
  ],
  [
    'pan, 10,000 mixed shapes: median frames a second',
    'canvas',
    'pan, 10000 shapes: frames a second, median',
    'at least',
    58,
  ],
  [
    'zoom, 10,000 mixed shapes: median frames a second',
    'canvas',
    'zoom, 10000 shapes: frames a second, median',
    'at least',
    58,
  ],
  ['the same: sharp after a pan', 'canvas', 'pan, 10000 shapes: sharp after it, p95', 'at most', 150],
  ['the same: sharp after a zoom', 'canvas', 'zoom, 10000 shapes: sharp after it, p95', 'at most', 150],
  ['drag one of 10,000: handler p95', 'canvas', 'drag one of 10000 shapes: handler, p95', 'at most', 4],
  ['undo a move among 5,000', 'canvas', 'undo a move among 5000 shapes, p95', 'at most', 2],
  ['open 5,000 shapes until drawn', 'canvas', 'open 5000 shapes until drawn, p95', 'at most', 800],
  ['50 masks of 1024 x 1024: save', 'canvas', 'encode 50 masks of 1024 x 1024', 'at most', 300],
  [
    'the same: longest main-thread block, saving',
    'canvas',
    'encode 50 masks of 1024 x 1024: longest block',
    'at most',
    50,
  ],
  [
    'the same: longest main-thread block, drawing',
    'canvas',
    'open 50 masks of 1024 x 1024: longest block',
    'at most',
    50,
  ],
  [
    'verify key to next image painted, 50 ms network delay, p95',
    'verifying',
    'verify key to next image painted, 50 ms delay, p95',
    'at most',
    100,
  ],
  ['COCO export, 100,000 images with 1,000,000 regions', 'formats', `${COCO}: export`, 'at most', 60],
  ['the same, peak memory', 'formats', `${COCO}: export, peak memory`, 'at most', 512],
  ['rename a label used by 1,000,000 annotations', 'migrations', `${RENAME}, p95`, 'at most', 1],
  ['the same: undone again', 'migrations', `${RENAME}, undone, p95`, 'at most', 1],
];

/** The bars of the issues' tables, a row for each condition. */
export const bars: readonly Bar[] = [
  ...ISSUE_1.map((line) => barOf(1, line)),
  ...ISSUE_2.map((line) => barOf(2, line)),
  ...ISSUE_3.map((line) => barOf(3, line)),
  ...ISSUE_4.map((line) => barOf(4, line)),
];

function barOf(issue: Bar['issue'], [measure, part, figure, bound, limit, reference]: Line): Bar {
  return { issue, measure, part, figure, bound, limit, reference };
}

/** Judges what was measured of the chosen bars, in their order. */
export function judgeBars(chosen: readonly Bar[], figures: readonly (Figure & { part: string })[]): Judged[] {
  return chosen.map((bar) => {
    const found = figures.find(({ part, name }) => part === bar.part && name === bar.figure);
    if (found === undefined) return { ...bar, value: undefined, unit: '', missedBy: undefined };
    const value = bar.reference === undefined ? found.value : Math.abs(found.value - bar.reference);
    return { ...bar, value, unit: found.unit, missedBy: missedBy(bar, value) };
  });
}

function missedBy({ limit, bound }: Bar, value: number): number {
  const over = bound === 'at most' ? value - limit : limit - value;
  if (!(over > 0)) return Number.isNaN(over) ? Number.POSITIVE_INFINITY : 0;
  return limit === 0 ? Number.POSITIVE_INFINITY : over / limit;
}
