import {
  type Annotation,
  AssayError,
  type ColumnSpec,
  type LabelSchema,
  notFound,
  type TableManifest,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, cellsUnder, checkAnnotation } from '@assay/domain';
import type { CellValue } from '@assay/tables';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireLabelSchemaVersion } from '../label-schemas/label-schema-record.ts';
import { labelNamesOf } from '../labelling/labelling-numbers.ts';
import { requireRows, requireRun } from '../runs/run-record.ts';
import { withTable } from '../sources/version-table.ts';
import { requireBatch, requireLabelling } from './batch-record.ts';
import { comparedAnswers } from './compared-answers.ts';
import { type GoldRow, goldRows } from './gold-rows.ts';

/** Rows that one practises on: enough to meet the guideline's cases, few enough to begin at once. */
const MOST_PRACTICE = 10;
/** Decided samples that are looked at for them. */
const MOST_LOOKED = 1_000;

type Found = {
  batch: Awaited<ReturnType<typeof requireBatch>>;
  schema: LabelSchema;
  columns: readonly ColumnSpec[];
  gold: GoldRow[];
  manifests: ReadonlyMap<string, TableManifest>;
};

/** Decided samples that one may practise on before a batch. */
async function foundFor(t: Repositories, batchId: string): Promise<Found> {
  const batch = await requireBatch(t, batchId);
  const manifest = requireRows(await requireRun(t, batch.runId));
  const { parent, document: schema } = await requireLabelSchemaVersion(t, requireLabelling(batch));
  // Nothing is drawn while one practises.
  if (schema.questions.some(({ kind }) => kind === 'regions')) {
    return { batch, schema, columns: manifest.columns, gold: [], manifests: new Map() };
  }
  const of = { projectId: batch.projectId, labelSchemaId: parent.id, schema, manifest };
  const { gold: known, manifests } = await goldRows(t, of, 'practice', MOST_LOOKED);
  const asked = await t.controls.stillAsked(known);
  const gold = known.filter(({ decisionId }) => !asked.has(decisionId));
  return { batch, schema, columns: manifest.columns, gold, manifests };
}

export type Practice = {
  batch: { id: string; number: number; name: string; kind: string };
  schema: LabelSchema;
  columns: ColumnSpec[];
  rows: { decisionId: string; cells: CellValue[] }[];
};

/** Rows whose answer an expert decided, without the answer; empty where nothing was decided yet. */
export async function practiceRows(deps: Deps, actor: Actor, input: { batchId: string }): Promise<Practice> {
  requirePerson(actor);
  const { batch, schema, columns, gold, manifests } = await query(deps, actor, (t) =>
    foundFor(t, input.batchId),
  );
  const rows = [];
  for (const { decisionId, runId, row } of gold.slice(0, MOST_PRACTICE)) {
    const manifest = manifests.get(runId);
    if (manifest === undefined) continue;
    const cells = await withTable(deps, manifest, (reader) => reader.row(row));
    if (cells !== null) rows.push({ decisionId, cells: cellsUnder(cells, manifest.columns, columns) });
  }
  const { id, number, name, kind } = batch;
  return { batch: { id, number, name, kind }, schema, columns: [...columns], rows };
}

/**
 * What an expert decided of a row that one has answered, question by question, and the expert's words. Nothing of it is
 * kept: it is practice.
 */
export function practiceAnswer(
  deps: Deps,
  actor: Actor,
  input: { batchId: string; decisionId: string; payload: Annotation },
) {
  requirePerson(actor);
  return query(deps, actor, async (t) => {
    const { batch, schema, columns, gold } = await foundFor(t, input.batchId);
    const found = gold.find(({ decisionId }) => decisionId === input.decisionId);
    if (found === undefined) throw notFound('decision');
    // What was imported as known comes without words.
    const decision = await t.decisions.get(found.decisionId);
    const problem = checkAnnotation(
      schema,
      input.payload,
      columns.map(({ name }) => name),
    )[0];
    if (problem !== undefined) {
      throw new AssayError('bad-input', problem.message, { field: `payload.${problem.field}` });
    }
    const { labels } = await labelNamesOf(t, batch.projectId);
    return {
      questions: comparedAnswers(schema, found.answer, input.payload, labels),
      comment: decision?.comment ?? '',
    };
  });
}
