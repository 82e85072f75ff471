import { type CreateBlindTest, createBlindTest } from '../blind/create-blind-test.ts';
import { decideFinding, listFindings } from '../sources/findings.ts';
import { addRowsRun } from './add-rows-run.ts';
import { OPEN_TERMS, prepareSource } from './prepare-source.ts';
import { runHere } from './run-jobs.ts';
import type { TestDeps, UserActor } from './test-deps.ts';

const ROWS = 80;
const cities = ['Graz', 'Linz', 'Wien', 'Wels'];

/** Rows of a table; its ages begin with `from`, so that it can be told of a row which table it is from. */
function csvFrom(from: number): string {
  const rows = Array.from(
    { length: ROWS },
    (_, i) => `k${i},${from + (i % 40)},${cities[i % 4]},a${i}@example.com`,
  );
  return `key,age,city,mail\n${rows.join('\n')}\n`;
}

/** The smallest age of a synthetic row of `addBlindSource`; real ones are below. */
export const SYNTHETIC_FROM = 100;

/** A source whose rows may be shown to people who label, but for its addresses, and a run made from it. */
export async function addBlindSource(test: TestDeps, manager: UserActor, projectId: string) {
  const source = await prepareSource(test, manager, {
    projectId,
    csv: csvFrom(20),
    name: 'Shown',
    terms: { ...OPEN_TERMS, rowsToLabellers: true },
    shares: { fit: 25, tune: 50, test: 25 },
  });
  // Addresses are what the search takes them for.
  for (const finding of await listFindings(test.deps, manager, { versionId: source.versionId })) {
    const { id: findingId, revision } = finding;
    await decideFinding(test.deps, manager, { findingId, revision, status: 'CONFIRMED', note: null });
  }
  const runId = await addRowsRun(test, manager, { projectId, csv: csvFrom(SYNTHETIC_FROM), source });
  return { ...source, runId };
}

/** A blind test that is built and open. */
export async function addBlindTest(
  test: TestDeps,
  manager: UserActor,
  input: Pick<CreateBlindTest, 'projectId' | 'runId'> & Partial<CreateBlindTest>,
): Promise<string> {
  const { batchId, jobId } = await createBlindTest(test.deps, manager, {
    name: 'A blind test',
    description: '',
    size: 12,
    overlap: 1,
    priority: 1,
    dueAt: null,
    assignment: 'pull',
    people: [],
    ...input,
  });
  const job = await runHere(test.deps, manager, jobId);
  if (job.status !== 'SUCCEEDED')
    throw new Error(`The blind test was not built: ${JSON.stringify(job.error)}`);
  return batchId;
}
