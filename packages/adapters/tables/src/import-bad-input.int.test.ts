import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './import-testing.ts';
import { createTables } from './tables.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const codes = (notices: readonly { code: string }[]): string[] => notices.map((notice) => notice.code);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The widest table that is taken needs a minute; so much time has the soak alone. */
const COLUMNS = process.env.ASSAY_SOAK === '1' ? 10_000 : 2_500;

describe('import of bad input', () => {
  it('keeps everything but the line of a broken quote at line 70,001', async () => {
    const lines = ['id,name,cost'];
    for (let i = 1; i < 100_000; i++) lines.push(`${i},"name ${i % 100}",${i % 7}.5`);
    lines[70_000] = '70000,"broken,1.5';
    const staged = await bench.stage(`${lines.join('\n')}\n`);
    expect(staged.rejected.count).toBe(1);
    expect(staged.rejected.first).toMatchObject([{ line: 70_001, raw: '70000,"broken,1.5' }]);
    expect(staged.rows).toBe(99_998);
    const done = await bench.commit(staged);
    expect(done.manifest).toMatchObject({ rows: 99_998 });
    expect(done.manifest.chunks.map((chunk) => chunk.rows)).toEqual([65_536, 34_462]);
    expect(done.misfits).toEqual([]);
    expect(readFileSync(staged.rejected.file, 'utf8')).toContain('"line":70001');
  });

  it('reads mixed encodings line by line and says how many and where', async () => {
    const bytes = [
      ...utf8('name,city\nÄnne,Köln\n'),
      ...[0x52, 0x65, 0x6e, 0xe9, 0x65],
      ...utf8(',Paris\nZoë,Gent\n'),
    ];
    const staged = await bench.stage(Uint8Array.from(bytes));
    expect(staged.preview).toEqual([
      ['Änne', 'Köln'],
      ['Renée', 'Paris'],
      ['Zoë', 'Gent'],
    ]);
    expect(staged.notices.find((notice) => notice.code === 'mixed-encoding')).toMatchObject({
      line: 3,
      count: 1,
    });
    expect(staged.dialect.encoding).toBe('mixed');
  });

  it('finds a bad line after a clean beginning', async () => {
    const clean = utf8(`name\n${'Äpfel\n'.repeat(60_000)}`);
    const staged = await bench.stage(Uint8Array.from([...clean, 0xe9, 0x0a]));
    expect(staged.dialect.encoding).toBe('mixed');
    expect(staged.notices.find((notice) => notice.code === 'mixed-encoding')).toMatchObject({ line: 60_002 });
  });

  it('takes off a byte-order mark', async () => {
    const staged = await bench.stage('\ufeffid,x\n1,2\n');
    expect(staged.columns.map((column) => column.name)).toEqual(['id', 'x']);
    expect(codes(staged.notices)).toContain('byte-order-mark');
  });

  it('names empty and duplicate headers', async () => {
    const staged = await bench.stage('id,,Id,cost\n1,2,3,4\n2,3,4,5\n');
    expect(staged.columns.map((column) => column.name)).toEqual(['id', 'column_2', 'Id_2', 'cost']);
    expect(codes(staged.notices)).toEqual(expect.arrayContaining(['header-empty', 'header-duplicate']));
    expect((await bench.commit(staged)).manifest.rows).toBe(2);
  });

  it('puts ragged rows aside', async () => {
    const staged = await bench.stage('a,b,c\n1,2,3\n1,2\n4,5,6\n1,2,3,4\n7,8,9\n');
    expect(staged.rows).toBe(3);
    expect(staged.rejected.first.map(({ line, code }) => [line, code])).toEqual([
      [3, 'too-few-fields'],
      [5, 'too-many-fields'],
    ]);
    expect(staged.notices.find((notice) => notice.code === 'rejected-rows')).toMatchObject({ count: 2 });
  });

  it(`imports and profiles ${COLUMNS} columns, and says that pairs were limited`, async () => {
    const header = Array.from({ length: COLUMNS }, (_, c) => `c${c}`).join(',');
    const row = (r: number): string =>
      Array.from({ length: COLUMNS }, (_, c) => (c * 7 + r * 13) % 101).join(',');
    const staged = await bench.stage([header, ...Array.from({ length: 50 }, (_, r) => row(r))].join('\n'));
    expect(staged.columns).toHaveLength(COLUMNS);
    expect(staged.columns.every((column) => column.type === 'integer')).toBe(true);
    const done = await bench.commit(staged);
    expect(done.manifest.rows).toBe(50);
    const reader = await bench.tables.open(done.manifest, bench.localPathOf);
    const profile = await bench.tables.profile(reader, {
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    await reader.close();
    expect(profile.columns).toHaveLength(COLUMNS);
    expect(profile.pairs).toHaveLength(60 * 59);
    expect(profile.notices.map((notice) => notice.code)).toContain('pairs-limited');
    // A test that is given up goes on and disturbs those behind it.
  }, 600_000);

  it.each([
    ['a header and nothing else', 'id,name\n'],
    ['a header without line end', 'id,name'],
  ])('imports %s as a table without rows', async (_, text) => {
    const staged = await bench.stage(text);
    expect(staged.rows).toBe(0);
    expect(staged.columns.map((column) => column.name)).toEqual(['id', 'name']);
    expect(codes(staged.notices)).toContain('no-rows');
    expect((await bench.commit(staged)).manifest).toMatchObject({ rows: 0, chunks: [] });
  });

  it.each([
    ['zero bytes', '', /empty \(0 bytes\)/],
    ['empty lines only', '\n\n\n', /no columns/],
    ['a byte-order mark only', '\ufeff', /no columns/],
  ])('refuses a file of %s', async (_, text, message) => {
    await expect(bench.stage(text)).rejects.toThrow(message);
  });

  it('keeps constant and all-missing columns, and says so', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i},x,NA,`).join('\n');
    const staged = await bench.stage(`id,constant,missing,void\n${rows}\n`);
    expect(staged.facts.map(({ distinct, missing }) => [distinct, missing])).toEqual([
      [30, 0],
      [1, 0],
      [0, 30],
      [0, 30],
    ]);
    expect(
      staged.notices.filter((notice) => notice.code === 'all-missing').map((notice) => notice.column),
    ).toEqual(['missing', 'void']);
    expect((await bench.commit(staged)).misfits).toEqual([]);
  });

  it('keeps infinities as values and counts them', async () => {
    const staged = await bench.stage(
      `id,x\n${Array.from({ length: 60 }, (_, i) => `a${i},${i}.5`).join('\n')}\nb,inf\nc,-Infinity\n`,
    );
    expect(staged.columns[1]).toMatchObject({ type: 'decimal', physical: 'DOUBLE' });
    expect(staged.facts[1]?.numbers.infinity).toBe(2);
    expect((await bench.commit(staged)).misfits).toEqual([]);
  });

  it('reads two date formats in one column', async () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      i % 4 === 0 ? `2${i},${13 + (i % 15)}.01.2020` : `2${i},2020-02-${10 + (i % 18)}`,
    );
    const staged = await bench.stage(`id,day\n${rows.join('\n')}\n`);
    expect(staged.columns[1]).toMatchObject({ type: 'datetime', physical: 'DATE' });
    expect(staged.columns[1]?.parse.datetimeFormats).toEqual(['%Y-%m-%d', '%d.%m.%Y']);
    expect(codes(staged.notices)).toContain('several-date-formats');
    expect((await bench.commit(staged)).misfits).toEqual([]);
  });

  it('reads numbers with thousands separators and refuses to guess at odd ones', async () => {
    const rows = Array.from({ length: 99 }, (_, i) => `"${i},${String(100 + i)}",${i}`);
    const staged = await bench.stage(`pay,n\n${rows.join('\n')}\n"1,2",7\n`);
    const columns = staged.columns.map((column) =>
      column.name === 'pay'
        ? {
            ...column,
            type: 'integer' as const,
            physical: 'BIGINT' as const,
            parse: { ...column.parse, decimalSeparator: '.' as const, thousandsSeparator: ',' as const },
          }
        : column,
    );
    const done = await bench.commit(staged, columns);
    // "0,100" is no grouped number either: a group never begins with zero.
    expect(done.misfits).toMatchObject([
      {
        column: 'pay',
        count: 2,
        first: [
          { line: 2, row: 0, text: '0,100' },
          { line: 101, row: 99, text: '1,2' },
        ],
      },
    ]);
    expect(done.notices[0]?.message).toContain(
      '2 cells of "pay" do not read as integer, the first at line 2',
    );
    expect(
      readFileSync(done.unparsedFile ?? '', 'utf8')
        .trim()
        .split('\n'),
    ).toHaveLength(2);
  });

  it('never rounds a fraction into an integer column', async () => {
    const staged = await bench.stage('c1,n\na,1\nb,1.5\nc,3.0\nd,1e3\ne,99999999999999999999\n');
    const columns = staged.columns.map((column) =>
      column.name === 'n' ? { ...column, type: 'integer' as const, physical: 'BIGINT' as const } : column,
    );
    const done = await bench.commit(staged, columns);
    expect(done.misfits[0]?.first.map(({ text }) => text)).toEqual(['1.5', '1e3', '99999999999999999999']);
  });

  it('says what a zip renamed .csv is', async () => {
    await expect(
      bench.stage(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), { fileName: 'a.csv' }),
    ).rejects.toThrow('a.csv is a ZIP archive, not a CSV. Unpack it and upload the table inside.');
  });

  it('obeys a corrected dialect', async () => {
    const first = await bench.stage('a;b\n1;x\n2;-\n');
    const again = await bench.stage('a;b\n1;x\n2;-\n', {
      dialect: { ...first.dialect, missing: ['', '-'], header: false },
    });
    expect(again.preview).toEqual([
      ['a', 'b'],
      ['1', 'x'],
      ['2', null],
    ]);
  });

  it('reads as missing what another table settled, and never what is a value there', async () => {
    const csv = 'country,n\nN/A,1\nDE,none given\nFR,3\nIT,4\n';
    const alone = await bench.stage(csv);
    expect(alone.dialect.missing).toContain('N/A');
    const missing = { also: ['none given'], never: ['N/A'] };
    const beside = await bench.stage(csv, { missing });
    expect(beside.preview.slice(0, 2)).toEqual([
      ['N/A', '1'],
      ['DE', null],
    ]);
  });
});

async function parquet(sql: string): Promise<Uint8Array> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const path = join(bench.dir, 'made.parquet');
  await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return readFileSync(path);
}

describe('import of Parquet', () => {
  it('keeps types, row order and 64-bit integers', async () => {
    const bytes = await parquet(
      `SELECT i::BIGINT + 9007199254740993 AS big, i * 0.5 AS half, i % 2 = 0 AS even, DATE '2020-01-01' + i::INTEGER AS day,
       'v' || i AS name, CASE WHEN i = 5 THEN 'inf'::DOUBLE WHEN i = 6 THEN 'nan'::DOUBLE ELSE i END AS x
       FROM range(150000) t(i)`,
    );
    const staged = await bench.stage(bytes, { fileName: 'a.parquet' });
    expect(staged.columns.map((column) => column.physical)).toEqual([
      'BIGINT',
      'DOUBLE',
      'BOOLEAN',
      'DATE',
      'VARCHAR',
      'DOUBLE',
    ]);
    expect(staged.facts[5]?.numbers.infinity).toBe(1);
    expect(staged.preview[1]?.[0]).toBe('9007199254740994');
    const done = await bench.commit(staged);
    expect(done.manifest.rows).toBe(150_000);
    expect(done.misfits).toEqual([]);
  });

  it('refuses a file that is cut off, wherever the cut is', async () => {
    const bytes = await parquet('SELECT i, i::VARCHAR AS s FROM range(1000) t(i)');
    for (const size of [4, 11, 500, bytes.length - 1, bytes.length - 9]) {
      await expect(bench.stage(bytes.subarray(0, size), { fileName: 'a.parquet' })).rejects.toMatchObject({
        reason: 'parquet-truncated',
      });
    }
  });

  it('names nested columns', async () => {
    const bytes = await parquet(`SELECT 1 AS a, [1, 2] AS list, {'x': 1} AS box`);
    await expect(bench.stage(bytes, { fileName: 'a.parquet' })).rejects.toThrow(
      /"list" \(INTEGER\[\]\), "box" \(STRUCT/,
    );
  });
});

describe('import of JSON lines', () => {
  it('joins columns, keeps types and pads rows written before a column appeared', async () => {
    const staged = await bench.stage(
      '{"id":1,"zip":"01234","a":{"b":2.5}}\nnot json\n{"id":2,"zip":"99999","late":[1]}\n',
      {
        fileName: 'a.jsonl',
      },
    );
    expect(staged.columns.map((column) => [column.name, column.physical])).toEqual([
      ['id', 'BIGINT'],
      ['zip', 'VARCHAR'],
      ['a.b', 'DOUBLE'],
      ['late', 'VARCHAR'],
    ]);
    expect(staged.preview).toEqual([
      ['1', '01234', '2.5', null],
      ['2', '99999', null, '[1]'],
    ]);
    expect(staged.rejected.first).toMatchObject([{ line: 2, code: 'not-an-object' }]);
    expect((await bench.commit(staged)).manifest.rows).toBe(2);
  });
});

describe('import that stops', () => {
  const many = (rows: number): string =>
    `id,name\n${Array.from({ length: rows }, (_, i) => `${i},n${(i * 7919) % 100_003}`).join('\n')}\n`;

  it('leaves nothing behind when it is aborted in the middle', async () => {
    const before = await bench.left();
    const controller = new AbortController();
    const bytes = utf8(many(200_000));
    async function* source(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 100_000) {
        if (at > bytes.length / 2) controller.abort();
        yield bytes.subarray(at, at + 100_000);
      }
    }
    await expect(bench.stage(source(), { signal: controller.signal })).rejects.toThrow(/abort/i);
    expect(await bench.left()).toEqual(before);
  });

  it('leaves nothing behind when the commit is aborted or a chunk cannot be stored', async () => {
    const staged = await bench.stage(many(200_000));
    const before = await bench.left();
    const controller = new AbortController();
    const run = (putChunk: () => Promise<never>) =>
      bench.tables.commit({
        staged: staged.staged,
        columns: staged.columns,
        workDir: bench.dir,
        signal: controller.signal,
        onProgress: () => {},
        putChunk,
      });
    await expect(run(() => Promise.reject(new Error('store is down')))).rejects.toThrow('store is down');
    expect(await bench.left()).toEqual(before);
    const stopped = run(() => {
      controller.abort();
      return Promise.reject(new Error('late'));
    });
    await expect(stopped).rejects.toThrow(/abort/i);
    expect(await bench.left()).toEqual(before);
  });

  it('says that the disk is full and leaves no partial output', async () => {
    const mount = mkdtempSync(join(tmpdir(), 'assay-full-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount]);
    try {
      const tables = createTables({ memoryLimitMb: 200, threads: 2, tempDir: mount });
      const bytes = utf8(many(400_000));
      async function* source(): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
      }
      const options = {
        fileName: 'big.csv',
        workDir: mount,
        signal: new AbortController().signal,
        onProgress: () => {},
      };
      await expect(tables.stage({ ...options, open: source })).rejects.toMatchObject({
        code: 'storage-full',
        reason: 'disk-full',
        message: expect.stringContaining('The disk is full. Nothing was imported'),
      });
      expect(readdirSync(mount)).toEqual([]);
    } finally {
      execFileSync('umount', [mount]);
      rmdirSync(mount);
    }
  });
});

describe('commit', () => {
  it('gives the same bytes for the same input and columns', async () => {
    const text = `id,name,x\n${Array.from({ length: 80_000 }, (_, i) => `${i},n${i % 91},${i / 8}`).join('\n')}\n`;
    const hashes = [];
    for (let run = 0; run < 2; run++) {
      const done = await bench.commit(await bench.stage(text));
      hashes.push(done.manifest.chunks.map((chunk) => chunk.sha256));
    }
    expect(hashes[0]).toHaveLength(2);
    expect(hashes[0]).toEqual(hashes[1]);
  });
});
