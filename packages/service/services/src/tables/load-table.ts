import type { ColumnSpec } from '@assay/contracts';
import { type Column, categoryColumn, type NumberColumn, type Table, tableOf } from '@assay/stats';
import type { ColumnBatch, TableReader } from '@assay/tables';

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
  const collect = specs.map(collector);
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

function collector(spec: ColumnSpec): Collector {
  if (spec.type === 'integer' || spec.type === 'decimal') return numbers(spec, spec.type);
  if (spec.type === 'datetime') return numbers(spec, 'datetime');
  return categories(spec);
}

function numbers(spec: ColumnSpec, scale: NumberColumn['scale']): Collector {
  let values = new Float64Array(4096);
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
    done: () => ({ kind: 'number', name: spec.name, scale, values: values.slice(0, count) }),
  };
}

/** A date or time as the reader writes it, in epoch milliseconds; without a zone it is taken as UTC. */
function momentOf(text: string | null): number {
  if (text === null) return Number.NaN;
  const zoned = text.length > 10 && !text.endsWith('Z') ? `${text}Z` : text;
  return Date.parse(zoned);
}

function categories(spec: ColumnSpec): Collector {
  const texts: (string | null)[] = [];
  return {
    add(batch, kept) {
      for (const at of kept) {
        if (batch.kind === 'texts') texts.push(batch.values[at] ?? null);
        else {
          const value = batch.values[at]!;
          texts.push(Number.isNaN(value) ? null : String(value));
        }
      }
    },
    done: () => categoryColumn(spec.name, texts),
  };
}
