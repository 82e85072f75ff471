/** Marsaglia's xorshift on 32 bits: a fixed stream, so that the benchmark file is the same everywhere. */
function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}

const SPECIES = [
  'Mourning dove',
  'Killdeer',
  'Barn swallow',
  'European starling',
  'Rock pigeon',
  'Horned lark',
];
const PHASE = ['Approach', 'Climb', 'Landing Roll', 'Take-off run', 'En Route', 'Taxi'];
const REMARKS = ['seen by tower', 'feathers found, no damage', 'crew said ""large""', 'sent for DNA', 'none'];

const BENCH_HEADER =
  'id,code,species,phase,state,night,struck_on,logged_at,cost,height,speed,distance,count,remark,latitude\n';

/**
 * A delimited file of mixed columns (15: integers, decimals, codes, categories, dates, times, text, quotes, missing),
 * about 130 bytes a row, as chunks of about a megabyte. The same bytes for the same number of rows.
 */
export async function* benchCsv(rows: number): AsyncGenerator<Uint8Array> {
  const next = stream(20_260_717);
  const encoder = new TextEncoder();
  let text = BENCH_HEADER;
  for (let row = 0; row < rows; row++) {
    const a = next();
    const b = next();
    const c = next();
    const day = String(1 + (a % 28)).padStart(2, '0');
    const month = String(1 + (b % 12)).padStart(2, '0');
    const clock = `${String(a % 24).padStart(2, '0')}:${String(b % 60).padStart(2, '0')}:${String(c % 60).padStart(2, '0')}`;
    const cost = a % 10 < 7 ? '0' : ((b % 10_000_000) / 100).toFixed(2);
    const height = c % 12 === 0 ? 'NA' : String((c % 400) * 25);
    const remark =
      b % 4 === 0 ? `"Strike ${a % 100_000}, ${REMARKS[c % 3]}"` : `${REMARKS[3 + (c % 2)]} ${b % 997}`;
    text +=
      `${row + 1},${(a.toString(16) + b.toString(16)).padStart(16, '0')},${SPECIES[a % 6]},${PHASE[b % 6]},S${c % 52},` +
      `${a % 2 === 0},${1990 + (c % 30)}-${month}-${day},${2000 + (a % 25)}-${month}-${day} ${clock},${cost},${height},` +
      `${b % 350},${(a / 1e6).toFixed(4)},${c % 5},${remark},${((b / 4_294_967_296) * 180 - 90).toFixed(6)}\n`;
    if (text.length > 1_000_000) {
      yield encoder.encode(text);
      text = '';
    }
  }
  if (text !== '') yield encoder.encode(text);
}
