import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type Secrets = {
  /** 32 bytes, base64: everything else that must be secret is derived from it. */
  secret: string;
  databaseOwner: string;
  databaseApp: string;
  databaseSystem: string;
  databaseQueue: string;
};

/** Reads this installation's secrets, or makes them once, readable by their owner alone. */
export async function readSecrets(home: string): Promise<Secrets> {
  const file = path.join(home, 'secrets.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Secrets;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const password = () => randomBytes(24).toString('base64url');
  const secrets: Secrets = {
    secret: process.env.ASSAY_SECRET ?? randomBytes(32).toString('base64'),
    databaseOwner: password(),
    databaseApp: password(),
    databaseSystem: password(),
    databaseQueue: password(),
  };
  // Written beside and renamed: a kill between leaves either no secrets or all of them.
  await writeFile(`${file}.draft`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${file}.draft`, file);
  return secrets;
}
