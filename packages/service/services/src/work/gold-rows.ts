import {
  type Annotation,
  annotation,
  type LabelSchema,
  type TableManifest,
  tableManifest,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, checkAnnotation } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireLabelSchemaVersionOf } from '../label-schemas/label-schema-record.ts';
import { requireRows, requireRunOf } from '../runs/run-record.ts';

/** Decided samples that are looked at for one batch. */
const MOST_GOLD = 20_000;

export type GoldRow = {
  decisionId: string;
  sampleKey: string;
  runId: string;
  row: number;
  answer: Annotation;
};

const shapeOf = (manifest: TableManifest): string =>
  JSON.stringify(manifest.columns.map(({ name, physical }) => [name, physical]));

/**
 * Samples whose answer an expert decided and that can be shown among the rows of `manifest`: of runs with the same
 * columns, answered by labels that are still offered. In the order of their keys.
 */
export async function goldRows(
  t: Repositories,
  of: { projectId: string; labelSchemaId: string; schema: LabelSchema; manifest: TableManifest },
): Promise<{ gold: GoldRow[]; manifests: ReadonlyMap<string, TableManifest> }> {
  const columns = of.manifest.columns.map((column) => column.name);
  const candidates = await t.controls.gold(of.projectId, of.labelSchemaId, MOST_GOLD);
  const manifests = new Map<string, TableManifest>();
  for (const runId of new Set(candidates.map((each) => each.runId))) {
    const run = await t.runs.getAny(runId);
    const manifest = tableManifest.safeParse(run?.manifest).data;
    if (manifest !== undefined && shapeOf(manifest) === shapeOf(of.manifest)) manifests.set(runId, manifest);
  }
  const gold = candidates.flatMap(({ payload, ...each }) => {
    const answer = annotation.parse(payload);
    if (!manifests.has(each.runId) || checkAnnotation(of.schema, answer, columns).length > 0) return [];
    return [{ ...each, answer }];
  });
  return { gold, manifests };
}

/** How many samples could be gold in a batch of these rows under this label schema. */
export function countGoldRows(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; runId: string; labelSchemaVersionId: string },
): Promise<{ rows: number }> {
  return query(deps, actor, async (t) => {
    const { projectId } = input;
    const manifest = requireRows(await requireRunOf(t, projectId, input.runId));
    const { parent, document: schema } = await requireLabelSchemaVersionOf(
      t,
      projectId,
      input.labelSchemaVersionId,
    );
    const { gold } = await goldRows(t, { projectId, labelSchemaId: parent.id, schema, manifest });
    return { rows: gold.length };
  });
}
