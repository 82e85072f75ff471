import { type AnyDatasetRef, AssayError, type ReportScenarios, scenarioState } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireRows, requireRun } from '../runs/run-record.ts';
import { requireManifest, requireVersion } from '../versions/version-record.ts';
import { countScenarios } from './count-scenarios.ts';

type CoveredRef = { kind: 'run'; runId: string } | { kind: 'version'; versionId: string };

/** How far the rows of a run or of a version cover the scenarios, as the list stands now. */
export async function coverDataset(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; of: CoveredRef },
): Promise<ReportScenarios | null> {
  const { projectId, of } = input;
  const ref = await query(deps, actor, async (t): Promise<AnyDatasetRef> => {
    if (of.kind === 'run') {
      const run = await requireRun(t, of.runId);
      if (run.projectId !== projectId) throw notHere('run', 'of.runId');
      requireRows(run);
      return of;
    }
    const version = await requireVersion(t, of.versionId);
    if (version.projectId !== projectId) throw notHere('version', 'of.versionId');
    return { ...of, runs: requireManifest(version).runs.map((run) => run.number) };
  });
  return countScenarios(deps, actor, { projectId, of: ref });
}

const notHere = (what: string, field: string): AssayError =>
  new AssayError('not-found', `There is no such ${what} in this project.`, { field });

/** Reports that are looked at for how scenarios were covered before. */
const REPORTS = 10;

/** How the newest reports on runs found each scenario, newest first; a run by its newest report alone. */
export function scenarioHistory(deps: Deps, actor: Actor, input: { projectId: string }) {
  return query(deps, actor, async (t) => {
    const figures = await t.scenarioLists.figures(input.projectId, REPORTS);
    const newest = new Map<string, string>();
    for (const { runId, reportId } of figures) if (!newest.has(runId)) newest.set(runId, reportId);
    return {
      found: figures
        .filter((figure) => newest.get(figure.runId) === figure.reportId)
        .map(({ numerator, denominator, ...figure }) => ({
          ...figure,
          state: scenarioState.parse(figure.state),
          matching: numerator === null ? null : Number(numerator),
          needed: denominator === null ? null : Number(denominator),
        })),
    };
  });
}
