import type { AnySubjects, JobKind, ReportQuestion } from '@assay/contracts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { loadDataset } from './load-dataset.ts';
import { prepareTables } from './prepare-tables.ts';
import type { ReportTables } from './report-tables.ts';

/** Reads the sides of a comparison and brings them to the same columns. */
export async function loadTables(
  deps: Deps,
  run: Pick<JobRun<JobKind>, 'actor' | 'signal' | 'progress'>,
  subjects: AnySubjects,
  question: ReportQuestion,
): Promise<ReportTables> {
  const real = await loadDataset(deps, run, subjects.real);
  const synthetic = await loadDataset(deps, run, subjects.synthetic);
  const found = subjects.unseen === null ? null : await loadDataset(deps, run, subjects.unseen);
  // Splits that share no test row leave none to compare with.
  const unseen = found === null || found.table.rows === 0 ? null : found;
  return prepareTables({
    real,
    synthetic,
    unseen,
    columns: real.columns.map(({ name, type, role }) => ({ name, type, role })),
    question,
  });
}
