import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tempDirectory } from '@assay/testkit';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup, restore } from './backup.ts';
import { openDatabase } from './database.ts';
import { readSecrets } from './secrets.ts';

const folder = tempDirectory();
const home = path.join(folder.path, 'home');
const archive = path.join(folder.path, 'backup.tar.gz');
const email = 'kept@example.com';

async function withDatabase<T>(at: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const database = await openDatabase(at, await readSecrets(at), () => undefined);
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
    await database.stop();
  }
}

async function inHome<T>(at: string, run: () => Promise<T>): Promise<T> {
  const before = process.env.ASSAY_HOME;
  process.env.ASSAY_HOME = at;
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env.ASSAY_HOME;
    else process.env.ASSAY_HOME = before;
  }
}

beforeAll(async () => {
  mkdirSync(path.join(home, 'files', 'local'), { recursive: true, mode: 0o711 });
  writeFileSync(path.join(home, 'files', 'local', 'a-file'), 'its content');
  await withDatabase(home, (client) =>
    client.query(
      'INSERT INTO auth_user (id, name, email, updated_at) VALUES (gen_random_uuid(), $1, $2, now())',
      ['Kept', email],
    ),
  );
  await inHome(home, () => backup([archive]));
});
afterAll(() => folder.remove());

describe('backup and restore', () => {
  it('bring database, files and secrets into another home', async () => {
    const other = path.join(folder.path, 'other');
    await inHome(other, () => restore([archive]));
    const rows = await withDatabase(other, (client) =>
      client.query('SELECT name FROM auth_user WHERE email = $1', [email]),
    );
    expect(rows.rows).toEqual([{ name: 'Kept' }]);
    expect(readFileSync(path.join(other, 'files', 'local', 'a-file'), 'utf8')).toBe('its content');
    expect(await readSecrets(other)).toEqual(await readSecrets(home));
  });

  it('never write over an installation or an archive', async () => {
    await expect(inHome(home, () => restore([archive]))).rejects.toThrow('holds an installation');
    await expect(inHome(home, () => backup([archive]))).rejects.toThrow('exists already');
  });

  it('refuse an archive that is none, or that was cut off', async () => {
    const none = path.join(folder.path, 'none.tar.gz');
    writeFileSync(none, 'no archive');
    await expect(inHome(path.join(folder.path, 'x'), () => restore([none]))).rejects.toThrow(
      'cannot be read',
    );
    const cut = path.join(folder.path, 'cut.tar.gz');
    const whole = readFileSync(archive);
    writeFileSync(cut, whole.subarray(0, whole.length / 2));
    await expect(inHome(path.join(folder.path, 'y'), () => restore([cut]))).rejects.toThrow('cannot be read');
  });

  it('say so when there is nothing to back up', async () => {
    const empty = path.join(folder.path, 'empty');
    await expect(inHome(empty, () => backup([`${archive}.2`]))).rejects.toThrow('nothing to back up');
  });
});
