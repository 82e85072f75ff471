import { type ExportColumn, finalLabel, type LabelSchema, type VersionManifest } from '@assay/contracts';
import { answerText } from '@assay/domain';
import type { Batch } from '@assay/tables';
import type { Deps } from '../frame/deps.ts';
import { type RunRows, samplesOfRun, sampleWriter } from '../versions/sample-root.ts';
import { entryKey } from '../versions/version-entries.ts';
import { documentsOfVersion, labelsOfVersion, membersOf, schemasAmong } from '../versions/version-labels.ts';

/** One sample on its way out. */
export type OutgoingRecord = {
  key: string;
  origin: string;
  run: number;
  row: number;
  /** Canonical JSON of what the root covers. */
  sample: string;
  /** Canonical JSON of each final label. */
  labels: string[];
  batch: Batch;
  at: number;
};

export type ExportPlan = {
  columns: ExportColumn[];
  runs: RunRows[];
  /** Final labels of each sample by `run/row`. */
  labels: ReadonlyMap<string, string[]>;
  /** By label schema: the columns that repeat its answers, by question. */
  answers: { labelSchemaId: string; questionId: string; schema: LabelSchema }[];
  /** Rows whose file is lost. */
  lost: { run: number; from: number; to: number }[];
};

function uniqueName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${wanted} (${n})`;
  taken.add(name.toLowerCase());
  return name;
}

/** Columns of a file: what a record is known by, the columns of all runs, the answers, the final labels. */
function columnsOf(
  manifest: VersionManifest,
  answers: { name: string }[],
): { columns: ExportColumn[]; answerNames: string[] } {
  const taken = new Set<string>();
  const fixed = (name: string, of: ExportColumn['of'], physical: ExportColumn['physical'] = 'VARCHAR') => ({
    name: uniqueName(name, taken),
    of,
    column: null,
    runs: null,
    physical,
    escaped: physical === 'VARCHAR',
  });
  const head = [
    fixed('assay_key', 'key'),
    fixed('assay_origin', 'origin'),
    fixed('assay_run', 'run', 'BIGINT'),
    fixed('assay_row', 'row', 'BIGINT'),
  ];
  const tail = fixed('assay_labels', 'labels');
  const values = new Map<string, { name: string; physical: ExportColumn['physical']; runs: number[] }>();
  for (const run of manifest.runs) {
    for (const { name, physical } of run.columns) {
      const key = `${physical} ${name}`;
      const known = values.get(key) ?? { name, physical, runs: [] };
      known.runs.push(run.number);
      values.set(key, known);
    }
  }
  const columns: ExportColumn[] = [...values.values()].map(({ name, physical, runs }) => ({
    name: uniqueName(name, taken),
    of: 'value',
    column: name,
    runs: runs.length === manifest.runs.length ? null : runs,
    physical,
    escaped: physical !== 'BIGINT' && physical !== 'DOUBLE',
  }));
  const repeated = answers.map(({ name }): ExportColumn => fixed(name, 'label'));
  return {
    columns: [...head, ...columns, ...repeated, tail],
    answerNames: repeated.map((column) => column.name),
  };
}

/** What goes into an export of a version, and what cannot. */
export async function planExport(
  deps: Deps,
  orgId: string,
  manifest: VersionManifest,
  leaveOutLost: boolean,
): Promise<ExportPlan> {
  const members = await membersOf(deps, manifest);
  const lost: ExportPlan['lost'] = [];
  const runs: RunRows[] = [];
  for (const run of manifest.runs) {
    const there: typeof run.chunks = [];
    for (const chunk of run.chunks) {
      if (!leaveOutLost || (await deps.storage.head(chunk.key)) !== null) there.push(chunk);
      else lost.push({ run: run.number, from: chunk.rowStart, to: chunk.rowStart + chunk.rows });
    }
    runs.push({
      runId: run.runId,
      number: run.number,
      origin: run.origin,
      rows: members === null ? null : (members.get(run.number) ?? []),
      manifest: {
        type: 'assay.table-manifest',
        version: 1,
        columns: run.columns,
        rows: run.rows,
        chunks: there,
      },
    });
  }
  const { entries } = await labelsOfVersion(deps, orgId, manifest);
  const labels = new Map<string, string[]>();
  for (const entry of entries) {
    const place = entryKey({ ...entry, id: '' });
    const own = labels.get(place);
    if (own === undefined) labels.set(place, [entry.text ?? '']);
    else own.push(entry.text ?? '');
  }
  const schemas = schemasAmong(await documentsOfVersion(deps, manifest));
  const asked = [...schemas].flatMap(([labelSchemaId, { name, document }]) =>
    document.questions.map((question) => ({
      labelSchemaId,
      questionId: question.id,
      schema: document,
      name: `${schemas.size > 1 ? `${name}: ` : ''}${question.name}`,
    })),
  );
  const { columns } = columnsOf(
    manifest,
    asked.map(({ name }) => ({ name: `label: ${name}` })),
  );
  return { columns, runs, labels, answers: asked.map(({ name, ...rest }) => rest), lost };
}

/** The records of an export in the order of runs and rows. */
export async function* recordsOf(
  deps: Deps,
  plan: ExportPlan,
  signal: AbortSignal,
): AsyncGenerator<OutgoingRecord[]> {
  for (const run of plan.runs) {
    if (run.manifest.chunks.length === 0) continue;
    const textOf = sampleWriter(run.origin, run.manifest.columns);
    for await (const { batch, samples } of samplesOfRun(deps, run, signal)) {
      yield samples.map(({ at, row, key }) => ({
        key,
        origin: run.origin,
        run: run.number,
        row,
        sample: textOf(batch, at),
        labels: plan.labels.get(`${run.number}/${row}/`) ?? [],
        batch,
        at,
      }));
    }
  }
}

/** Texts of a record's cells in the order of the columns; numbers of DOUBLE columns as numbers when asked for. */
export function cellsOf(plan: ExportPlan) {
  const places = new Map(
    plan.runs.map((run) => [
      run.number,
      new Map(run.manifest.columns.map((column, at) => [`${column.physical} ${column.name}`, at])),
    ]),
  );
  return (record: OutgoingRecord): (string | number | null)[] => {
    const labels = record.labels.map((text) => finalLabel.parse(JSON.parse(text)));
    let asked = 0;
    return plan.columns.map((column) => {
      if (column.of === 'key') return record.key;
      if (column.of === 'origin') return record.origin;
      if (column.of === 'run') return String(record.run);
      if (column.of === 'row') return String(record.row);
      if (column.of === 'labels') return `[${record.labels.join(',')}]`;
      if (column.of === 'label') {
        const place = plan.answers[asked];
        asked += 1;
        const question = place?.schema.questions.find((each) => each.id === place.questionId);
        const answer = labels.find((label) => label.labelSchemaId === place?.labelSchemaId)?.answers[
          place?.questionId ?? ''
        ];
        return question === undefined || answer === undefined ? null : answerText(question, answer);
      }
      const at = places.get(record.run)?.get(`${column.physical} ${column.column}`);
      const cells = at === undefined ? undefined : record.batch.columns[at];
      const value = cells?.values[record.at] ?? null;
      return typeof value === 'number' && Number.isNaN(value) ? null : value;
    });
  };
}
