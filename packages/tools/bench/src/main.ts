import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

/** A value that is undefined was not run: it needs a folder that was not named. */
type Figure = { name: string; value: number | undefined; unit: string };
type Bench = { name: string; run: (adult: string | undefined) => Promise<Figure[]> };

/** Loaded one at a time, so that the memory of one does not count for the next. */
const benches: readonly Bench[] = [
  {
    name: 'import',
    run: async () => (await import('@assay/tables/bench')).importBench({ rows: 1_000_000 }),
  },
  { name: 'finder', run: async () => (await import('@assay/privacy/bench')).finderBench() },
  {
    name: 'distances',
    run: async (adult) => (await import('@assay/privacy/distances-bench')).distancesBench({ adult }),
  },
  { name: 'fidelity', run: async () => (await import('@assay/fidelity/bench')).fidelityBench() },
  { name: 'learn', run: async (adult) => (await import('@assay/learn/bench')).learnBench({ adult }) },
  {
    name: 'synthesis',
    run: async (adult) => (await import('@assay/synthesis/bench')).synthesisBench({ adult }),
  },
  { name: 'ledger', run: async () => (await import('@assay/ledger/bench')).ledgerBench() },
  {
    name: 'audited-writes',
    run: async () => (await import('./audited-writes.ts')).auditedWritesBench(),
  },
];

/**
 * Prints what was measured, one figure a line. `npm run bench -- import` runs one; `--adult DIR` names the folder of
 * adult-train.csv and adult-test.csv, without which what needs them is not run.
 */
async function bench(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { adult: { type: 'string' } },
    allowPositionals: true,
  });
  process.stdout.write(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
  for (const each of benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    for (const figure of await each.run(values.adult)) {
      process.stdout.write(
        `${each.name.padEnd(16)} ${figure.name.padEnd(56)} ${format(figure.value)} ${figure.unit}\n`,
      );
    }
  }
}

function format(value: number | undefined): string {
  if (value === undefined) return 'not run'.padStart(12);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 4;
  return value.toLocaleString('en', { maximumFractionDigits: digits }).padStart(12);
}

await bench(process.argv.slice(2));
process.exit(0);
