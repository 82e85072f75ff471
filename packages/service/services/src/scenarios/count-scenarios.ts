import type { AnyDatasetRef, Predicate, ReportScenarios } from '@assay/contracts';
import { type Actor, coverScenarios, type ScenarioFinding, validatePredicate } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { findDataset, keptRows } from '../reports/load-dataset.ts';
import { withTable } from '../sources/version-table.ts';
import { scenariosOf } from './scenario-list.ts';

type Asked = { id: string; where: Predicate };

/**
 * Counts the rows of a data set that each scenario of the list is, exactly. Of several tables the counts are added; a
 * table that lacks a column has no row of the scenario, and where all lack it the condition cannot be asked.
 *
 * @returns null where no scenario counts
 */
export async function countScenarios(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; of: AnyDatasetRef },
  signal?: AbortSignal,
): Promise<ReportScenarios | null> {
  const { list, parts } = await query(deps, actor, async (t) => {
    const list = await scenariosOf(t, input.projectId);
    const asks = list.document.scenarios.some((each) => !each.retired);
    return { list, parts: asks ? (await findDataset(deps, t, input.of)).parts : [] };
  });
  const asked = list.document.scenarios.flatMap(({ id, where, retired }): Asked[] =>
    where === null || retired ? [] : [{ id, where }],
  );
  const found = new Map<string, ScenarioFinding>();
  let rows = 0;
  for (const part of parts) {
    const keep = await keptRows(deps, part);
    const { manifest, askable } = part;
    const kept =
      keep === undefined ? null : Array.from({ length: manifest.rows }, (_, row) => row).filter(keep);
    rows += kept === null ? manifest.rows : kept.length;
    const fit: Asked[] = [];
    for (const each of asked) {
      const [problem] = validatePredicate(each.where, askable);
      if (problem === undefined) fit.push(each);
      else if (!found.has(each.id)) found.set(each.id, { reason: problem.message });
    }
    if (fit.length === 0) continue;
    const counts = await withTable(deps, manifest, (reader) =>
      reader.countMatching(
        fit.map((each) => each.where),
        kept,
        signal,
      ),
    );
    fit.forEach(({ id }, at) => {
      const before = found.get(id);
      const already = before !== undefined && 'matching' in before ? before.matching : 0;
      found.set(id, { matching: already + (counts[at] ?? 0) });
    });
  }
  return coverScenarios({ list, rows, found });
}
