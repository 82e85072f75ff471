import { createStream, drawBlock, type Stream } from '@assay/random';

/** Everything is drawn from these few hidden numbers of a row, so that columns depend on one another. */
const HIDDEN = 8;
const COLUMNS = 200;
const WORDS = COLUMNS + 2 * HIDDEN;
const FLUSH = 1_000_000;
const DAY_MS = 86_400_000;
const START = Date.UTC(2015, 0, 1);

export type WideTable = {
  rows: number;
  /** The first row's number: tables of one seed and apart row numbers are samples of one distribution. */
  from: number;
  seed: string;
  /** How far what a hidden number says about a column is drowned in noise: 0 as in the real table. */
  blur: number;
};

type Cell = (hidden: Float64Array, u: number, v: number) => string;

/**
 * A delimited file of 200 columns, row by row: 80 decimals (every fourth with a spike), 60 categories of 3 to 200
 * levels, 10 of thousands of levels, 20 booleans, 20 datetimes, 10 numbers with missing values. `cat_00` depends on
 * three hidden numbers; `flag_00`, which depends on one, serves as target.
 */
export async function* wideCsv(table: WideTable): AsyncGenerator<Uint8Array> {
  const columns = columnsOf(table.blur);
  const stream = createStream(table.seed, 'wide-table');
  const encoder = new TextEncoder();
  const hidden = new Float64Array(HIDDEN);
  const units = new Float64Array(WORDS);
  let text = `${columns.map(({ name }) => name).join(',')}\n`;
  for (let row = 0; row < table.rows; row += 1) {
    drawUnits(stream, table.from + row, units);
    for (let each = 0; each < HIDDEN; each += 1) hidden[each] = (units[2 * each]! + units[2 * each + 1]!) / 2;
    let line = '';
    for (let at = 0; at < COLUMNS; at += 1) {
      const u = units[2 * HIDDEN + at]!;
      const v = units[2 * HIDDEN + ((at + 77) % COLUMNS)]!;
      line += `${at === 0 ? '' : ','}${columns[at]!.cell(hidden, u, v)}`;
    }
    text += `${line}\n`;
    if (text.length > FLUSH) {
      yield encoder.encode(text);
      text = '';
    }
  }
  if (text !== '') yield encoder.encode(text);
}

function drawUnits(stream: Stream, row: number, units: Float64Array): void {
  for (let block = 0; 4 * block < WORDS; block += 1) {
    drawBlock(stream, row, 0, block, words);
    for (let each = 0; each < 4 && 4 * block + each < WORDS; each += 1)
      units[4 * block + each] = words[each]! / 2 ** 32;
  }
}
const words = new Uint32Array(4);

function columnsOf(blur: number): { name: string; cell: Cell }[] {
  /** In [0, 1): mostly what the hidden number says, or mostly noise, by column. */
  const mixed = (at: number, hidden: Float64Array, u: number) => {
    const own = (0.2 + 0.6 * ((at * 7) % 10)) / 10;
    const share = own * (1 - blur);
    return share * hidden[at % HIDDEN]! + (1 - share) * u;
  };
  const named = (prefix: string, count: number, cellOf: (at: number) => Cell) =>
    Array.from({ length: count }, (_, at) => ({
      name: `${prefix}_${String(at).padStart(2, '0')}`,
      cell: cellOf(at),
    }));
  return [
    ...named('cat', 60, (at) => {
      const levels = at === 0 ? 3 : 3 + Math.round(197 * (at / 59) ** 2);
      if (at === 0)
        return (hidden, u) => {
          const sum = (hidden[0]! + hidden[1]! + hidden[2]!) / 3 + (0.3 + blur) * (u - 0.5);
          return sum < 0.45 ? 'low' : sum < 0.6 ? 'middle' : 'high';
        };
      return (hidden, u) => `level ${Math.floor(mixed(at, hidden, u) ** 2 * levels)}`;
    }),
    ...named('num', 80, (at) => {
      const [digits, span] = (
        [
          [2, 1000],
          [1, 400],
          [4, 10],
          [2, 90_000],
        ] as const
      )[at % 4]!;
      return (hidden, u, v) =>
        at % 4 === 0 && v < 0.1
          ? '0.00'
          : (mixed(at + 3, hidden, u) ** (1 + (at % 3)) * span).toFixed(digits);
    }),
    ...named('code', 10, (at) => {
      const levels = 2000 * (1 + at);
      return (hidden, u) => `K${String(Math.floor(mixed(at, hidden, u) ** 2 * levels)).padStart(6, '0')}`;
    }),
    ...named(
      'flag',
      20,
      (at) => (hidden, u) => (mixed(at + 1, hidden, u) < 0.4 + 0.01 * at ? 'true' : 'false'),
    ),
    ...named('time', 20, (at) => (hidden, u) => {
      const day = START + Math.floor(mixed(at + 2, hidden, u) * 3000) * DAY_MS;
      return at % 2 === 0
        ? new Date(day).toISOString().slice(0, 10)
        : new Date(day + Math.floor(u * 86_400) * 1000).toISOString().slice(0, 19);
    }),
    ...named(
      'gap',
      10,
      (at) => (hidden, u, v) =>
        v < 0.05 + 0.03 * at ? '' : (mixed(at, hidden, u) * 500 - 100).toFixed(at % 2 === 0 ? 0 : 2),
    ),
  ];
}
