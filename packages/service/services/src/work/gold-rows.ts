import {
  type Annotation,
  annotation,
  type LabelSchema,
  type TableManifest,
  tableManifest,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, canStandAmong, checkAnnotation } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireLabelSchemaVersionOf } from '../label-schemas/label-schema-record.ts';
import { requireRows, requireRunOf } from '../runs/run-record.ts';
import { isForPractice } from './is-for-practice.ts';

/** Decided samples that are looked at for one batch; and to say beside the form how many there are. */
const MOST_GOLD = 20_000;
const MOST_COUNTED = 1_000;

export type GoldRow = {
  decisionId: string;
  sampleKey: string;
  runId: string;
  row: number;
  answer: Annotation;
};

/**
 * Samples whose answer an expert decided and that can be shown among the rows of `manifest`: of runs whose
 * rows can stand among these, answered by labels that are still offered; those to measure with, or those to practise on. In the order of
 * their keys.
 */
export async function goldRows(
  t: Repositories,
  of: { projectId: string; labelSchemaId: string; schema: LabelSchema; manifest: TableManifest },
  use: 'control' | 'practice',
  most = MOST_GOLD,
): Promise<{ gold: GoldRow[]; manifests: ReadonlyMap<string, TableManifest>; looked: number }> {
  const columns = of.manifest.columns.map((column) => column.name);
  const candidates = await t.controls.gold(of.projectId, of.labelSchemaId, most);
  const manifests = new Map<string, TableManifest>();
  for (const runId of new Set(candidates.map((each) => each.runId))) {
    const run = await t.runs.get(runId);
    const manifest = tableManifest.safeParse(run?.manifest).data;
    if (manifest === undefined || !canStandAmong(manifest.columns, of.manifest.columns)) continue;
    manifests.set(runId, manifest);
  }
  const gold = candidates.flatMap(({ payload, ...each }) => {
    const answer = annotation.parse(payload);
    // A row of another run is shown by its number, which must be one that this run has.
    if (each.row >= of.manifest.rows) return [];
    if (isForPractice(each.sampleKey) !== (use === 'practice')) return [];
    if (!manifests.has(each.runId) || checkAnnotation(of.schema, answer, columns).length > 0) return [];
    return [{ ...each, answer }];
  });
  return { gold, manifests, looked: candidates.length };
}

/** How many samples could be gold in a batch of these rows under this label schema; counted as far as a thousand. */
export function countGoldRows(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; runId: string; labelSchemaVersionId: string },
): Promise<{ rows: number; atLeast: boolean }> {
  return query(deps, actor, async (t) => {
    const { projectId } = input;
    const manifest = requireRows(await requireRunOf(t, projectId, input.runId));
    const { parent, document: schema } = await requireLabelSchemaVersionOf(
      t,
      projectId,
      input.labelSchemaVersionId,
    );
    const of = { projectId, labelSchemaId: parent.id, schema, manifest };
    const { gold, looked } = await goldRows(t, of, 'control', MOST_COUNTED);
    return { rows: gold.length, atLeast: looked === MOST_COUNTED };
  });
}
