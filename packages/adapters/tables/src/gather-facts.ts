import {
  type ColumnFacts,
  type ConventionFacts,
  DATETIME_CANDIDATES,
  type DatetimeCandidate,
  NUMBER_CONVENTIONS,
  type NumberConvention,
} from '@assay/contracts';
import type { Duck } from './duck.ts';
import { basicFactsSql, conventionFactsSql, datetimeFactsSql, VALUES_TABLE } from './facts-sql.ts';
import { partsSql } from './parts-sql.ts';
import type { StagedColumn, StagedPart } from './staged-table.ts';

/** Tables wider than this are read in batches of columns at once; narrower ones column by column. */
const WIDE = 100;
/** Columns of a batch at most, and its cells: bounds the memory of a wide table. A long one goes column by column. */
const BATCH_COLUMNS = 1000;
const BATCH_CELLS = 500_000;
const SAMPLE = 200;
const FREQUENT = 64;
const CUT = 256;

type Source = { dir: string; parts: readonly StagedPart[]; columns: readonly StagedColumn[]; rows: number };

/**
 * Gathers the facts that column types are inferred from, exactly and over all rows: one grouping per column (or
 * per batch of columns in a wide table), then everything is counted on distinct values.
 */
export async function gatherFacts(
  duck: Duck,
  source: Source,
  onColumn: (done: number, total: number) => void,
): Promise<ColumnFacts[]> {
  const facts: ColumnFacts[] = [];
  const total = source.columns.length;
  const width =
    total <= WIDE
      ? 1
      : Math.max(1, Math.min(BATCH_COLUMNS, Math.floor(BATCH_CELLS / Math.max(1, source.rows))));
  for (let from = 0; from < total; from += width) {
    const batch = Array.from({ length: Math.min(width, total - from) }, (_, i) => from + i);
    facts.push(...(await batchFacts(duck, source, batch)));
    onColumn(from + batch.length, total);
  }
  return facts;
}

async function batchFacts(duck: Duck, source: Source, batch: readonly number[]): Promise<ColumnFacts[]> {
  const table = partsSql(source.dir, source.parts, batch);
  const first = batch[0] as number;
  const long =
    batch.length === 1
      ? `SELECT ${first} AS col, c${first} AS value FROM ${table}`
      : `SELECT CAST(substr(name, 2) AS INTEGER) AS col, value FROM (UNPIVOT ${table} ON COLUMNS(*) INTO NAME name VALUE value)`;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${VALUES_TABLE} AS
     SELECT col, value, count(*) AS n FROM (${long}) WHERE value IS NOT NULL GROUP BY ALL`,
  );
  const basic = byColumn(await duck.rows(basicFactsSql()));
  const frequent = await topValues(duck, batch.length, 'n DESC, value', FREQUENT);
  const sample = await topValues(duck, batch.length, 'hash(value), value', SAMPLE);
  const seen = [...sample.values()].flat().map((entry) => entry.value);
  const asked = conventionsToAsk(batch, basic, seen);
  const numbers = byColumn(asked.length > 0 ? await duck.rows(conventionFactsSql(asked)) : []);
  const { candidates, datetimes } = await datetimeFacts(duck, batch, basic, seen);
  return batch.map((index) =>
    toFacts(index, source, {
      basic: basic.get(index),
      numbers: numbers.get(index),
      asked,
      datetimes: datetimes.get(index),
      candidates,
      frequent: frequent.get(index) ?? [],
      sample: sample.get(index) ?? [],
    }),
  );
}

const PLAIN = new RegExp((NUMBER_CONVENTIONS[0] as NumberConvention).pattern);

/**
 * Where the plain convention reads all values or none, and the sample shows no other, one query is spared. Any
 * mixture is counted against all conventions, for a sample may miss a rare one.
 */
function conventionsToAsk(
  batch: readonly number[],
  basic: ReadonlyMap<number, (number | null)[]>,
  seen: readonly string[],
): readonly NumberConvention[] {
  const plain = batch.map((column) => ({
    all: basic.get(column)?.[0] ?? 0,
    plain: basic.get(column)?.[12] ?? 0,
  }));
  const others = NUMBER_CONVENTIONS.slice(1).map((convention) => new RegExp(convention.pattern));
  // A few numbers among codes do not make the column numeric.
  const mixed = plain.some((counts) => counts.plain >= counts.all * 0.05 && counts.plain < counts.all);
  if (mixed || seen.some((value) => !PLAIN.test(value) && others.some((other) => other.test(value)))) {
    return NUMBER_CONVENTIONS;
  }
  return plain.some((counts) => counts.plain > 0) ? NUMBER_CONVENTIONS.slice(0, 1) : [];
}

/**
 * Formats that the sample shows are asked first. Only where these leave values of a date column unread are all
 * formats asked, because a rare second format must be counted, too.
 */
async function datetimeFacts(
  duck: Duck,
  batch: readonly number[],
  basic: ReadonlyMap<number, (number | null)[]>,
  seen: readonly string[],
): Promise<{ candidates: readonly DatetimeCandidate[]; datetimes: Map<number, (number | null)[]> }> {
  const shown = DATETIME_CANDIDATES.filter((_, i) => seen.some((value) => COMPILED[i]?.test(value)));
  if (shown.length === 0) return { candidates: [], datetimes: new Map() };
  const datetimes = byColumn(await duck.rows(datetimeFactsSql(shown)));
  const partly = batch.some((column) => {
    const any = datetimes.get(column)?.[shown.length] ?? 0;
    return any > 0 && any < (basic.get(column)?.[0] ?? 0);
  });
  if (!partly || shown.length === DATETIME_CANDIDATES.length) return { candidates: shown, datetimes };
  return {
    candidates: DATETIME_CANDIDATES,
    datetimes: byColumn(await duck.rows(datetimeFactsSql(DATETIME_CANDIDATES))),
  };
}

const COMPILED = DATETIME_CANDIDATES.map((candidate) => new RegExp(candidate.pattern));

function byColumn(rows: readonly unknown[][]): Map<number, (number | null)[]> {
  return new Map(
    rows.map((row) => [Number(row[0]), row.slice(1).map((value) => (value === null ? null : Number(value)))]),
  );
}

async function topValues(duck: Duck, columns: number, order: string, limit: number) {
  // A limit keeps a heap; the window, which sorts everything, is only for batches of short columns.
  const rest =
    columns === 1
      ? `ORDER BY ${order} LIMIT ${limit}`
      : `QUALIFY row_number() OVER (PARTITION BY col ORDER BY ${order}) <= ${limit} ORDER BY col, ${order}`;
  const rows = await duck.rows(
    `SELECT col, substr(value, 1, ${CUT}), n::DOUBLE FROM ${VALUES_TABLE} ${rest}`,
  );
  const found = new Map<number, { value: string; count: number }[]>();
  for (const row of rows) {
    const column = Number(row[0]);
    const list = found.get(column) ?? [];
    list.push({ value: String(row[1]), count: Number(row[2]) });
    found.set(column, list);
  }
  return found;
}

type Gathered = {
  basic: (number | null)[] | undefined;
  numbers: (number | null)[] | undefined;
  asked: readonly NumberConvention[];
  datetimes: (number | null)[] | undefined;
  candidates: readonly DatetimeCandidate[];
  frequent: { value: string; count: number }[];
  sample: { value: string; count: number }[];
};

function toFacts(index: number, source: Source, gathered: Gathered): ColumnFacts {
  const { basic, numbers, asked, datetimes, candidates } = gathered;
  const column = source.columns[index] as StagedColumn;
  const at = (i: number): number => basic?.[i] ?? 0;
  const conventions: ConventionFacts[] = [];
  let best = { matched: 0, min: null as number | null, max: null as number | null };
  for (const [i, { decimal, thousands }] of asked.entries()) {
    const matched = numbers?.[i * 5] ?? 0;
    if (matched === 0) continue;
    conventions.push({
      decimal,
      thousands,
      matched,
      withFraction: numbers?.[i * 5 + 1] ?? 0,
      withThousands: numbers?.[i * 5 + 2] ?? 0,
    });
    if (matched > best.matched) {
      best = { matched, min: numbers?.[i * 5 + 3] ?? null, max: numbers?.[i * 5 + 4] ?? null };
    }
  }
  return {
    index,
    name: column.name,
    sourceName: column.sourceName,
    stored: column.stored,
    rows: source.rows,
    missing: source.rows - at(0),
    distinct: at(1),
    distinctIsEstimate: false,
    minLength: at(2),
    maxLength: at(3),
    meanLength: at(0) === 0 ? 0 : at(4) / at(0),
    manyWords: at(5),
    numbers: {
      integer: at(6),
      leadingZero: at(7),
      beyondInt64: at(8),
      infinity: at(9),
      nan: at(10),
      overPrecise: at(11),
      conventions,
    },
    datetimes: {
      any: datetimes?.[candidates.length] ?? 0,
      swappable: datetimes?.[candidates.length + 1] ?? 0,
      matches: candidates
        .map(({ format }, i) => ({ format, matched: datetimes?.[i] ?? 0 }))
        .filter(({ matched }) => matched > 0),
    },
    frequent: gathered.frequent,
    sample: gathered.sample.map(({ value }) => value),
    numericMin: best.min,
    numericMax: best.max,
  };
}
