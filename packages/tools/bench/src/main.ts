import { cpus } from 'node:os';

type Figure = { name: string; value: number; unit: string };
type Bench = { name: string; run: () => Promise<Figure[]> };

/** Loaded one at a time, so that the memory of one does not count for the next. */
const benches: readonly Bench[] = [
  {
    name: 'import',
    run: async () => (await import('@assay/tables/bench')).importBench({ rows: 1_000_000 }),
  },
  { name: 'finder', run: async () => (await import('@assay/privacy/bench')).finderBench() },
  { name: 'fidelity', run: async () => (await import('@assay/fidelity/bench')).fidelityBench() },
  { name: 'ledger', run: async () => (await import('@assay/ledger/bench')).ledgerBench() },
  {
    name: 'audited-writes',
    run: async () => (await import('./audited-writes.ts')).auditedWritesBench(),
  },
];

/** Prints what was measured, one figure a line. `npm run bench -- import` runs one. */
async function bench(args: readonly string[]): Promise<void> {
  process.stdout.write(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
  for (const each of benches.filter(({ name }) => args.length === 0 || args.includes(name))) {
    for (const figure of await each.run()) {
      process.stdout.write(
        `${each.name.padEnd(16)} ${figure.name.padEnd(56)} ${format(figure.value)} ${figure.unit}\n`,
      );
    }
  }
}

function format(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 4;
  return value.toLocaleString('en', { maximumFractionDigits: digits }).padStart(12);
}

await bench(process.argv.slice(2));
process.exit(0);
