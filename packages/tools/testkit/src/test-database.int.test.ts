import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './index.ts';

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('clones of one template share its content, not their changes, and prepare it once', async () => {
  let prepared = 0;
  const template = {
    hash: `clone-test-${process.pid}-${performance.now()}`,
    prepare: async (url: string) => {
      prepared += 1;
      await rows(url, 'create table thing (name text)');
      await rows(url, `insert into thing values ('first')`);
    },
  };
  const made: TestDatabase[] = await Promise.all([1, 2, 3, 4].map(() => createTestDatabase({ template })));
  try {
    expect(prepared).toBe(1);
    const [one, two] = made as [TestDatabase, TestDatabase];
    await rows(one.url, `insert into thing values ('second')`);
    expect(await rows(one.url, 'select name from thing order by name')).toEqual([
      { name: 'first' },
      { name: 'second' },
    ]);
    expect(await rows(two.url, 'select name from thing')).toEqual([{ name: 'first' }]);
  } finally {
    await Promise.all(made.map((database) => database.drop()));
  }
});

test('a preparation that failed is not taken for a template', async () => {
  const hash = `failing-test-${process.pid}-${performance.now()}`;
  const failing = {
    hash,
    prepare: async (url: string) => {
      await rows(url, 'create table half_made (n int)');
      throw new Error('prepare failed');
    },
  };
  await expect(createTestDatabase({ template: failing })).rejects.toThrow('prepare failed');
  const whole = await createTestDatabase({
    template: { hash, prepare: async (url) => void (await rows(url, 'create table whole (n int)')) },
  });
  expect(await rows(whole.url, `select tablename from pg_tables where schemaname = 'public'`)).toEqual([
    { tablename: 'whole' },
  ]);
  await whole.drop();
});

test('a dropped database is gone even while somebody is connected', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  await database.drop();
  await expect(rows(database.url, 'select 1')).rejects.toThrow('does not exist');
});
