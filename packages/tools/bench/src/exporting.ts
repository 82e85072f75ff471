import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { getExport, startExport } from '@assay/services';
import { addOrganisation, withBenchDeps } from './bench-deps.ts';
import { commitVersion, rowsWithLabels } from './bench-version.ts';
import { bundleScript } from './bundle-script.ts';
import type { Figure } from './figure.ts';
import type { BenchPlace } from './join-bench-deps.ts';

const RUN_EXPORT = fileURLToPath(new URL('./run-export.ts', import.meta.url));

const ROWS = 1_000_000;
const LABELS = 200_000;
const CONNECTIONS = 4;

/** What is told to the process that makes the export. */
export type ExportToRun = { place: BenchPlace; orgId: string; jobId: string };
/** What it tells. */
export type ExportRan = { seconds: number; peakMb: number };

/**
 * A version of 1,000,000 rows of 12 columns with 200,000 labels as Parquet, with all files beside it: by a process of
 * its own, bundled and with the settings of the application, so that its peak memory is the export's.
 */
export function exportingBench(): Promise<Figure[]> {
  return withBenchDeps(CONNECTIONS, async ({ deps, ownerUrl, place }) => {
    const owner = await addOrganisation(deps);
    const given = await rowsWithLabels(deps, ownerUrl, owner, { rows: ROWS, labels: LABELS });
    const { versionId } = await commitVersion(deps, owner, given, null);
    const options = { versionId, format: 'parquet', leaveOutLost: false } as const;
    const { exportId, jobId } = await startExport(deps, owner, options);
    const { seconds, peakMb } = await runElsewhere({ place, orgId: owner.orgId, jobId });
    const { records, files, failure } = await getExport(deps, owner, { exportId });
    if (records !== ROWS) throw new Error(`The export was not made: ${JSON.stringify(failure)}`);
    return [
      { name: 'export of 1,000,000 rows to Parquet', value: seconds, unit: 's' },
      { name: 'export of 1,000,000 rows to Parquet, peak memory', value: peakMb, unit: 'MB' },
      { name: 'the file', value: (files.find(({ kind }) => kind === 'data')?.bytes ?? 0) / 1e6, unit: 'MB' },
    ];
  });
}

async function runElsewhere(input: ExportToRun): Promise<ExportRan> {
  const script = await bundleScript(RUN_EXPORT, input.place.folder);
  return new Promise((resolve, reject) => {
    // Without what this process was started with: the bundle needs no loader. The rest is as workers are started.
    const child = fork(script, [JSON.stringify(input)], {
      execArgv: [],
      env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    });
    let ran: ExportRan | null = null;
    child.on('message', (heard) => {
      ran = heard as ExportRan;
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (ran === null) reject(new Error(`The export ended with ${code} before it was made.`));
      else resolve(ran);
    });
  });
}
