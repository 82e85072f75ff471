import { setImmediate as breathe } from 'node:timers/promises';
import { type ColumnSpec, type ImportProblem, shortened, type TableManifest } from '@assay/contracts';
import type { ImportRecord } from '@assay/domain';
import type { Deps } from '../frame/deps.ts';
import { withTable } from '../sources/version-table.ts';
import { rowSampleKey } from '../work/sample-key.ts';

/** Keys that are made before other work has its turn. */
const KEYS = 20_000;

export type Match = { row: number } | { problem: ImportProblem };

const SEVERAL = -1;
/** Sets of columns by which one file names rows. */
const MOST_WAYS = 10;

/** A value as a scan gives it: of numbers, however they are written. */
function asScanned(column: ColumnSpec, value: string): string {
  if (column.physical !== 'DOUBLE' && column.physical !== 'BIGINT') return value.trim();
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
  // Beyond 2 to the 53 the text is the more exact.
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? value.trim() : String(number);
}

/** Which row of a run each record is about. */
export async function matchRows(
  deps: Deps,
  run: { id: string; manifest: TableManifest },
  records: readonly ImportRecord[],
  signal: AbortSignal,
): Promise<Match[]> {
  const { manifest } = run;
  const none = ({ line }: ImportRecord, message: string, field: string | null = null): Match => ({
    problem: { line, code: 'no-row', field, message },
  });
  const keys = await rowsOfKeys(run, records, signal);
  const byColumns = new Map<string, { columns: string[]; wanted: Set<string> }>();
  const asked = (record: ImportRecord) => {
    if (record.reference.by !== 'identifier') return null;
    const values = [...record.reference.values].sort((a, b) => (a.column < b.column ? -1 : 1));
    const specs = values.map(({ column }) => manifest.columns.find(({ name }) => name === column));
    const absent = values.find((_, at) => specs[at] === undefined);
    if (absent !== undefined) return { absent: absent.column };
    const text = JSON.stringify(values.map(({ value }, at) => asScanned(specs[at] as ColumnSpec, value)));
    return {
      group: JSON.stringify(values.map(({ column }) => column)),
      columns: values.map(({ column }) => column),
      text,
    };
  };
  const questions = records.map(asked);
  for (const question of questions) {
    if (question === null || 'absent' in question) continue;
    const group = byColumns.get(question.group) ?? { columns: question.columns, wanted: new Set<string>() };
    // Each set of columns costs a look at the whole run.
    if (byColumns.size === MOST_WAYS && !byColumns.has(question.group)) continue;
    group.wanted.add(question.text);
    byColumns.set(question.group, group);
  }
  const found = new Map<string, Map<string, number>>();
  if (byColumns.size > 0) {
    await withTable(deps, manifest, async (reader) => {
      for (const [name, { columns, wanted }] of byColumns) {
        const rows = new Map<string, number>();
        for await (const batch of reader.scan({ columns, exact: true }, signal)) {
          for (const [at, row] of batch.rowNumbers.entries()) {
            const text = JSON.stringify(batch.columns.map((column) => textOf(column.values[at])));
            if (wanted.has(text)) rows.set(text, rows.has(text) ? SEVERAL : row);
          }
        }
        found.set(name, rows);
      }
    });
  }
  return records.map((record, at): Match => {
    const { reference, line } = record;
    if (reference.by === 'row') {
      if (reference.row < manifest.rows) return { row: reference.row };
      return none(record, `The run has ${manifest.rows} rows, and no row ${reference.row + 1}.`);
    }
    if (reference.by === 'key') {
      const row = keys.get(reference.key);
      return row === undefined
        ? none(record, `No row of the run has the sample key ${reference.key}.`)
        : { row };
    }
    const question = questions[at];
    if (question === null || question === undefined) return none(record, 'The record names no row.');
    if ('absent' in question) {
      const absent = shortened(question.absent, 200);
      return none(record, `The run has no column "${absent}".`, absent);
    }
    if (!byColumns.has(question.group)) {
      const ways = `A file names rows by at most ${MOST_WAYS} different sets of columns.`;
      return none(record, ways, 'identifiers');
    }
    const named = shortened(
      reference.values.map(({ column, value }) => `${column} = ${value}`).join(', '),
      200,
    );
    const row = found.get(question.group)?.get(question.text);
    if (row === undefined) return none(record, `No row of the run has ${named}.`);
    return row === SEVERAL
      ? {
          problem: {
            line,
            code: 'many-rows',
            field: null,
            message: `Several rows of the run have ${named}.`,
          },
        }
      : { row };
  });
}

function textOf(value: string | number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  return String(value).trim();
}

/** Where the sample keys lie that records name. */
async function rowsOfKeys(
  { id, manifest }: { id: string; manifest: TableManifest },
  records: readonly ImportRecord[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const wanted = new Set(records.flatMap(({ reference }) => (reference.by === 'key' ? [reference.key] : [])));
  const found = new Map<string, number>();
  for (let row = 0; row < manifest.rows && found.size < wanted.size; row++) {
    const key = rowSampleKey(id, row);
    if (wanted.has(key)) found.set(key, row);
    if (row % KEYS !== 0) continue;
    signal.throwIfAborted();
    await breathe();
  }
  return found;
}
