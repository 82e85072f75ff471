import type { Figure } from './figure.ts';
import { judgedTable } from './read-tables.ts';

/** What a part may need: the folder of Adult, without which the demo's table stands in; rows of the wide table. */
export type Inputs = { adult: string | undefined; wideRows: number };

export type Part = {
  name: string;
  issue: 1 | 2 | 3 | 4;
  /** Runs only when it is asked for: it takes as long as all others together. */
  onlyAsked?: true;
  run: (inputs: Inputs) => Promise<Figure[]>;
};

export const parts: readonly Part[] = [
  {
    name: 'import',
    issue: 1,
    run: async () => (await import('@assay/tables/bench')).importBench({ rows: 1_000_000 }),
  },
  { name: 'finder', issue: 1, run: async () => (await import('@assay/privacy/bench')).finderBench() },
  { name: 'ledger', issue: 1, run: async () => (await import('@assay/ledger/bench')).ledgerBench() },
  {
    name: 'audited-writes',
    issue: 1,
    run: async () => (await import('./audited-writes.ts')).auditedWritesBench(),
  },
  {
    name: 'synthesis',
    issue: 2,
    run: async ({ adult }) => (await import('@assay/synthesis/bench')).synthesisBench(judgedTable(adult)),
  },
  { name: 'fidelity', issue: 2, run: async () => (await import('@assay/fidelity/bench')).fidelityBench() },
  {
    name: 'distances',
    issue: 2,
    run: async ({ adult }) =>
      (await import('@assay/privacy/distances-bench')).distancesBench(judgedTable(adult)),
  },
  { name: 'report', issue: 2, run: async (inputs) => (await import('./report.ts')).reportBench(inputs) },
  {
    name: 'learn',
    issue: 2,
    run: async ({ adult }) => (await import('@assay/learn/bench')).learnBench(judgedTable(adult)),
  },
  { name: 'claiming', issue: 3, run: async () => (await import('./claiming.ts')).claimingBench() },
  { name: 'versions', issue: 3, run: async () => (await import('./versions.ts')).versionsBench() },
  { name: 'exporting', issue: 3, run: async () => (await import('./exporting.ts')).exportingBench() },
  { name: 'alpha', issue: 3, run: async () => (await import('@assay/agreement/bench')).alphaBench() },
  { name: 'workbench', issue: 3, run: async () => (await import('./workbench.ts')).workbenchBench() },
  { name: 'dashboard', issue: 3, run: async () => (await import('./dashboard.ts')).dashboardBench() },
  { name: 'selection', issue: 4, run: async () => (await import('@assay/vision/bench')).visionBench() },
  { name: 'formats', issue: 4, run: async () => (await import('@assay/formats/bench')).formatsBench() },
  { name: 'migrations', issue: 4, run: async () => (await import('./migrations.ts')).migrationsBench() },
  { name: 'pictures', issue: 4, run: async () => (await import('@assay/images/bench')).picturesBench() },
  { name: 'editor', issue: 4, run: async () => [...(await import('@assay/editor/bench')).editorBench()] },
  { name: 'canvas', issue: 4, run: async () => (await import('./canvas.ts')).canvasBench() },
  { name: 'verifying', issue: 4, run: async () => (await import('./verifying.ts')).verifyingBench() },
  {
    name: 'wide',
    issue: 2,
    onlyAsked: true,
    run: async ({ wideRows }) => (await import('./wide.ts')).wideBench(wideRows),
  },
];
