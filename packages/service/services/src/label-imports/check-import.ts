import { createHash } from 'node:crypto';
import {
  type AnnotationProblem,
  AssayError,
  annotation,
  type ImportProblem,
  type LabelImportCheck,
  type LabelImportMapping,
  type LabelImportUse,
  type LabelSchema,
  type MappingStep,
  MOST_SHOWN_PROBLEMS,
  mappingSteps,
  shortened,
  type TableManifest,
} from '@assay/contracts';
import {
  checkAnnotation,
  type ImportRecord,
  importMappingProblem,
  type KnownAnswer,
  mapAnnotation,
  type PlacedRecord,
  proposeImportMapping,
  recordOfCells,
  recordOfJson,
  settleImport,
} from '@assay/domain';
import { csvLine } from '@assay/formats';
import { canonicalJson } from '@assay/ledger';
import { keepBlobs, storeBlob } from '../blobs/store-blob.ts';
import { command, type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { requireLabelSchemaVersion } from '../label-schemas/label-schema-record.ts';
import { requireRows, requireRun } from '../runs/run-record.ts';
import { asJson } from '../sources/source-record.ts';
import { readParts } from '../uploads/read-upload.ts';
import { framesOfRows, otherSequence } from './frames-of-rows.ts';
import { documentsOfImport, requireImport, useOf } from './import-record.ts';
import { matchRows } from './match-rows.ts';
import { type FileRecord, type LabelFile, readLabelFile } from './read-label-file.ts';
import { readPictureLabels } from './read-picture-labels.ts';

type Run = JobRun<'label-import.read'>;

/** Records between two looks at whether the job has to stop. */
const PART = 5_000;
const MOST_SOURCES = 50;
const SAMPLES = 3;
/** Cells of the preview are cut here. */
const SAMPLE_LENGTH = 60;

/** A proposal may leave open what a person will answer. */
export const LEFT_OPEN: ReadonlySet<AnnotationProblem['code']> = new Set([
  'missing-answer',
  'missing-attribute',
  'open-proposal',
]);

type Asked = {
  use: LabelImportUse;
  source: string;
  run: { id: string; manifest: TableManifest };
  schema: LabelSchema;
  mapping: LabelImportMapping | null;
  known: readonly KnownAnswer[];
  /** How what the file says is read by now. */
  steps: readonly MappingStep[];
};

/** Reads a file of labels and says what would be taken of it; nothing of it counts yet. */
export async function checkLabelImport(deps: Deps, run: Run): Promise<JsonValue> {
  const { actor, job } = run;
  const { importId } = job.payload;
  const { row, asked } = await query(deps, actor, async (t) => {
    await t.labelImports.move(importId, ['FAILED'], 'READING', { failure: null as never });
    const row = await requireImport(t, importId);
    const { parent, document } = await requireLabelSchemaVersion(t, row.labelSchemaVersionId);
    const manifest = requireRows(await requireRun(t, row.runId));
    const use = useOf(row);
    const known = use === 'prelabels' ? [] : await t.labelImports.earlier(use, row.runId, parent.id);
    const asked: Asked = {
      use,
      source: row.source,
      run: { id: row.runId, manifest },
      schema: document,
      mapping: documentsOfImport(row).mapping,
      known: known.map(({ payload, ...each }) => ({ ...each, payload: annotation.parse(payload) })),
      steps: mappingSteps.parse(await t.labelMigrations.stepsSince(row.labelSchemaVersionId)),
    };
    return { row, asked };
  });
  await run.progress({ stage: 'reading', done: 0, total: null });
  const chunks: Uint8Array[] = [];
  for await (const chunk of readParts(deps, row.parts)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const file =
    (await readPictureLabels(
      deps,
      bytes,
      row.fileName,
      { schema: asked.schema, manifest: asked.run.manifest, use: asked.use, source: asked.source },
      run.signal,
    )) ?? (await readLabelFile(bytes, row.fileName, run.throwIfStopped));
  if (file.records.length === 0) {
    throw new AssayError('bad-input', `${row.fileName} has no record.`, {
      kept: 'Nothing was imported.',
      next: 'Look whether it is the right file.',
    });
  }
  const mapping = mappingOf(file, asked);
  const read = await readRecords(deps, run, file, { ...asked, mapping });
  const { taken, problems } = read;
  const records = file.records.filter((each) => !('note' in each)).length;
  const fingerprint = createHash('sha256')
    .update(createHash('sha256').update(bytes).digest())
    .update(canonicalJson([row.use, row.runId, row.labelSchemaVersionId, row.source, mapping]))
    .digest('hex');
  const [takenFile, refusedFile] = [
    await storeBlob(deps, row.orgId, { kind: 'label-import-taken', source: linesOf(taken) }),
    await storeBlob(deps, row.orgId, {
      kind: 'label-import-refused',
      source: refusedLines(file, problems),
      contentType: 'text/csv; charset=utf-8',
    }),
  ];
  await command(deps, actor, async ({ t, record }) => {
    const check: LabelImportCheck = {
      type: 'assay.label-import-check',
      version: 1,
      format: file.format,
      columns: file.columns,
      samples: samplesOf(file),
      mapping,
      records,
      good: taken.length,
      rows: new Set(taken.map((each) => each.row)).size,
      problems: countsOf(problems),
      first: problems.slice(0, MOST_SHOWN_PROBLEMS),
      sources: sourcesOf(taken),
      sameAs: await t.labelImports.taken(fingerprint),
    };
    await keepBlobs(t, [takenFile, refusedFile], { type: 'label-import', id: importId });
    const moved = await t.labelImports.move(importId, ['READING'], 'REVIEW', {
      found: asJson(check),
      fingerprint,
      takenKey: takenFile.key,
      refusedKey: refusedFile.key,
    });
    await run.requireMine(t);
    if (!moved) throw new AssayError('not-ready', 'The import was given up while its file was read.');
    await record({
      action: 'label-import.checked',
      object: { type: 'labelImport', id: importId },
      projectId: row.projectId,
      details: { records: check.records, good: check.good },
      alsoTouched: [{ type: 'job', id: job.id }],
    });
  });
  return { records, good: taken.length };
}

/** What the columns hold: as a person said, else as their names say. */
function mappingOf(file: LabelFile, asked: Asked): LabelImportMapping | null {
  if (file.format === 'jsonl') return null;
  const { mapping, schema, run, use } = asked;
  if (mapping === null) return proposeImportMapping(file.columns, schema, run.manifest.columns, use);
  const problem = importMappingProblem(mapping, file.columns, schema, run.manifest.columns);
  if (problem === null) return mapping;
  throw new AssayError('bad-input', problem.message, {
    field: 'mapping',
    kept: 'Nothing was imported; the file is kept.',
    next: 'Say what the columns hold, and read the file again.',
  });
}

async function readRecords(
  deps: Deps,
  run: Run,
  file: LabelFile,
  asked: Asked,
): Promise<{ taken: PlacedRecord[]; problems: ImportProblem[] }> {
  const { use, schema, known, mapping, source } = asked;
  // Without a mapping nothing can be said of any record: a person says what the columns are first.
  if (file.format === 'csv' && mapping === null) return { taken: [], problems: [] };
  const total = file.records.length;
  const columns = new Map(file.columns.map((name, at) => [name, at]));
  const problems: ImportProblem[] = [];
  const records: ImportRecord[] = [];
  for (const [at, each] of file.records.entries()) {
    if (at % PART === 0) await run.progress({ stage: 'checking', done: at, total });
    const read = readOne(each, schema, mapping, columns);
    if (read.ok) records.push(read.record);
    else problems.push(read.problem);
  }
  await run.progress({ stage: 'matching', done: 0, total });
  const matches = await matchRows(deps, asked.run, records, run.signal);
  const frames = await framesOfRows(deps, asked.run.manifest, run.signal);
  const names = asked.run.manifest.columns.map(({ name }) => name);
  const now = deps.clock.now().toISOString();
  const placed: PlacedRecord[] = [];
  for (const [at, record] of records.entries()) {
    if (at % PART === 0) run.throwIfStopped();
    const match = matches[at];
    if (match === undefined) continue;
    if ('problem' in match) {
      problems.push(match.problem);
      continue;
    }
    const { line, payload, confidence } = record;
    const refused = checkAnnotation(schema, payload, names).find(
      ({ code }) => use !== 'prelabels' || !LEFT_OPEN.has(code),
    );
    const other = otherSequence(payload, frames.get(match.row) ?? 0);
    const by = record.source ?? source;
    if (refused !== undefined) {
      const { message, questionId } = refused;
      const column = mapping?.answers.find((each) => each.questionId === questionId)?.column;
      const field = mapping === null ? `annotation.${refused.field}` : (column ?? null);
      problems.push({ line, code: 'refused', field, message });
    } else if (other !== null) {
      const message = 'A region is not of this sequence of frames.';
      problems.push({ line, code: 'refused', field: `annotation.${other}`, message });
    } else if (by === '') {
      const message = 'Neither the record nor the import says who or what gave the answer.';
      problems.push({ line, code: 'no-source', field: mapping?.source ?? null, message });
    } else if (record.at !== null && record.at > now) {
      problems.push({
        line,
        code: 'bad-value',
        field: mapping?.at ?? 'at',
        message: 'The time is yet to come.',
      });
    } else {
      placed.push({ line, row: match.row, source: by, confidence, at: record.at, payload });
    }
  }
  const settled = settleImport(use, placed, known, (said) => mapAnnotation(said, asked.steps).annotation);
  return {
    taken: settled.taken,
    problems: [...problems, ...settled.problems].sort((a, b) => a.line - b.line),
  };
}

function readOne(
  each: FileRecord,
  schema: LabelSchema,
  mapping: LabelImportMapping | null,
  columns: ReadonlyMap<string, number>,
): ReturnType<typeof recordOfJson> {
  if ('text' in each) return recordOfJson(each.text, each.line);
  if ('cells' in each && mapping !== null)
    return recordOfCells(schema, mapping, columns, each.cells, each.line);
  if ('note' in each) {
    const { line, code, field, note: message } = each;
    return { ok: false, problem: { line, code, field, message } };
  }
  const message = 'unreadable' in each ? each.unreadable : 'The line cannot be read.';
  return { ok: false, problem: { line: each.line, code: 'unreadable', field: null, message } };
}

async function* linesOf(taken: readonly PlacedRecord[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let from = 0; from < taken.length; from += PART) {
    const part = taken
      .slice(from, from + PART)
      .map(({ line: _, ...record }) => `${JSON.stringify(record)}\n`);
    yield encoder.encode(part.join(''));
  }
}

/** What is not taken, with the reasons first and then as it stood in the file, so that it can be mended and brought again. */
async function* refusedLines(
  file: LabelFile,
  problems: readonly ImportProblem[],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const byLine = new Map(file.records.map((record) => [record.line, record]));
  const head = ['problem_line', 'problem', 'problem_field', 'problem_message'];
  const own = file.format === 'csv' ? file.columns : ['record'];
  yield encoder.encode(csvLine([...head, ...own], []));
  for (let from = 0; from < problems.length; from += PART) {
    const lines = problems.slice(from, from + PART).map(({ line, code, field, message }) => {
      const record = byLine.get(line);
      const cells =
        record === undefined
          ? []
          : 'cells' in record
            ? record.cells
            : ['text' in record ? record.text : record.raw];
      const padded = Array.from({ length: own.length }, (_, at) => cells[at] ?? null);
      return csvLine([String(line), code, field, message, ...padded], []);
    });
    yield encoder.encode(lines.join(''));
  }
}

function samplesOf(file: LabelFile): string[][] {
  return file.columns.map((_, at) => {
    const values: string[] = [];
    for (const record of file.records) {
      const cell = 'cells' in record ? (record.cells[at] ?? '') : '';
      const sample = shortened(cell, SAMPLE_LENGTH);
      if (sample !== '' && !values.includes(sample)) values.push(sample);
      if (values.length === SAMPLES) break;
    }
    return values;
  });
}

function countsOf(problems: readonly ImportProblem[]): LabelImportCheck['problems'] {
  const counts = new Map<ImportProblem['code'], number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}

function sourcesOf(taken: readonly PlacedRecord[]): LabelImportCheck['sources'] {
  const counts = new Map<string, number>();
  for (const { source } of taken) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_SOURCES);
}
