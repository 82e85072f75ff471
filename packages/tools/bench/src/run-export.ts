import { availableParallelism } from 'node:os';
import { buildExport, runJob, TABLES_MEMORY_MB } from '@assay/services';
import type { ExportRan, ExportToRun } from './exporting.ts';
import { joinBenchDeps } from './join-bench-deps.ts';

// forked by exporting.ts: nothing but one export happens here
const { place, orgId, jobId } = JSON.parse(process.argv[2] ?? '') as ExportToRun;
const settings = { memoryLimitMb: TABLES_MEMORY_MB, threads: availableParallelism() };
const ran = await joinBenchDeps(place, settings, async (deps): Promise<ExportRan> => {
  const began = performance.now();
  await runJob(deps, 'export.build', (run) => buildExport(deps, run), {
    orgId,
    jobId,
    lastAttempt: true,
    signal: new AbortController().signal,
  });
  const seconds = (performance.now() - began) / 1000;
  // Kilobytes.
  return { seconds, peakMb: process.resourceUsage().maxRSS / 1000 };
});
process.send?.(ran, () => process.exit(0));
