import type { ColumnSpec } from '@assay/contracts';
import { type Column, categoryCodes, type NumberColumn, type Table, tableOf } from '@assay/stats';
import type { ColumnBatch, TableReader } from '@assay/tables';

/** Rows that a column of unknown length begins with. */
const FIRST_ROWS = 4096;
/** Levels that one and two bytes hold beside missing. */
const LEVELS_OF_BYTE = 2 ** 7;
const LEVELS_OF_WORD = 2 ** 15;

export type LoadTable = {
  /** Only these columns, in this order; all without it. */
  columns?: readonly string[];
  /** Row numbers to keep say true; all without it. */
  keep?: (row: number) => boolean;
  signal?: AbortSignal;
  onRows?: (rows: number) => void;
};

/**
 * Reads a committed table into memory, in row order: integers and decimals as numbers, datetimes as milliseconds
 * since 1970, all else as categories. Infinities have no place on a scale and are read as missing.
 */
export async function loadTable(reader: TableReader, request: LoadTable = {}): Promise<Table> {
  const specs = (request.columns ?? reader.manifest.columns.map((each) => each.name)).map((name) => {
    const spec = reader.manifest.columns.find((each) => each.name === name);
    if (spec === undefined) throw new RangeError(`there is no column ${name}`);
    return spec;
  });
  const rows = request.keep === undefined ? reader.manifest.rows : 0;
  const collect = specs.map((spec) => collector(spec, rows));
  let seen = 0;
  for await (const batch of reader.scan({ columns: specs.map((each) => each.name) }, request.signal)) {
    const kept = keptRows(batch.rowNumbers, request.keep);
    batch.columns.forEach((column, at) => {
      collect[at]!.add(column, kept);
    });
    seen += batch.rowNumbers.length;
    request.onRows?.(seen);
  }
  return tableOf(collect.map((each) => each.done()));
}

function keptRows(rows: Float64Array, keep: LoadTable['keep']): Int32Array {
  const kept = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) {
    if (keep !== undefined && !keep(rows[at]!)) continue;
    kept[count] = at;
    count += 1;
  }
  return kept.subarray(0, count);
}

type Collector = { add: (batch: ColumnBatch, kept: Int32Array) => void; done: () => Column };

function collector(spec: ColumnSpec, rows: number): Collector {
  if (spec.type === 'integer' || spec.type === 'decimal') return numbers(spec, spec.type, rows);
  if (spec.type === 'datetime') return numbers(spec, 'datetime', rows);
  return categories(spec, rows);
}

function numbers(spec: ColumnSpec, scale: NumberColumn['scale'], rows: number): Collector {
  let values = new Float64Array(rows > 0 ? rows : FIRST_ROWS);
  let count = 0;
  return {
    add(batch, kept) {
      if (count + kept.length > values.length) {
        const larger = new Float64Array(Math.max(values.length * 2, count + kept.length));
        larger.set(values);
        values = larger;
      }
      for (const at of kept) {
        const value = batch.kind === 'numbers' ? batch.values[at]! : momentOf(batch.values[at] ?? null);
        values[count] = Number.isFinite(value) ? value : Number.NaN;
        count += 1;
      }
    },
    done: () => ({
      kind: 'number',
      name: spec.name,
      scale,
      values: count === values.length ? values : values.slice(0, count),
    }),
  };
}

/** A date or time as the reader writes it, in epoch milliseconds; without a zone it is taken as UTC. */
function momentOf(text: string | null): number {
  if (text === null) return Number.NaN;
  const zoned = text.length > 10 && !text.endsWith('Z') ? `${text}Z` : text;
  return Date.parse(zoned);
}

const numberText = (value: number): string | null => (Number.isNaN(value) ? null : String(value));

/** Codes in the narrowest array that holds them so far; no text lives on but one a level. */
function categories(spec: ColumnSpec, rows: number): Collector {
  const codeOf = new Map<string, number>();
  let codes = categoryCodes(rows > 0 ? rows : FIRST_ROWS, 0);
  let holds = LEVELS_OF_BYTE;
  let count = 0;
  const room = (length: number, levels: number): void => {
    const larger = categoryCodes(length, levels);
    larger.set(count === codes.length ? codes : codes.subarray(0, count));
    codes = larger;
  };
  const codeOfText = (text: string | null): number => {
    if (text === null) return -1;
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    const code = codeOf.size;
    codeOf.set(text, code);
    if (code >= holds) {
      room(codes.length, code + 1);
      holds = code < LEVELS_OF_WORD ? LEVELS_OF_WORD : Number.POSITIVE_INFINITY;
    }
    return code;
  };
  return {
    add(batch, kept) {
      if (count + kept.length > codes.length)
        room(Math.max(codes.length * 2, count + kept.length), codeOf.size);
      for (const at of kept) {
        const value = batch.values[at] ?? null;
        // First, because a new level may need a wider array.
        const code = codeOfText(typeof value === 'number' ? numberText(value) : value);
        codes[count] = code;
        count += 1;
      }
    },
    done: () => {
      if (count < codes.length) codes = codes.slice(0, count);
      return { kind: 'category', name: spec.name, codes, levels: [...codeOf.keys()] };
    },
  };
}
