import type { ExportColumn, LabelSchema, VersionManifest, VersionTable } from '@assay/contracts';
import type { Deps } from '../frame/deps.ts';
import type { RunRows } from '../versions/sample-root.ts';
import { documentsOfVersion, membersOf, schemasAmong } from '../versions/version-labels.ts';

export type ExportPlan = {
  columns: ExportColumn[];
  runs: RunRows[];
  /** Final labels, in the order of runs and rows. */
  labels: VersionTable;
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
  return { columns, runs, labels: manifest.labels, answers: asked.map(({ name, ...rest }) => rest), lost };
}
