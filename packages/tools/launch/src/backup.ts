import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { postgresBinaries, runCommand } from '@assay/testkit';
import { LaunchError } from './fail.ts';
import { lockHome } from './lock.ts';
import { databaseFolder } from './postgres.ts';
import { assayHome } from './root.ts';

const MANIFEST = 'assay-backup.json';
type Manifest = { type: 'assay.backup'; version: 1; at: string; files: Record<string, string> };

async function filesBelow(folder: string, within = ''): Promise<string[]> {
  const entries = await readdir(path.join(folder, within), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => {
      const name = path.join(within, entry.name);
      return entry.isDirectory() ? filesBelow(folder, name) : Promise.resolve([name]);
    }),
  );
  return nested.flat().sort();
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

async function manifestOf(folder: string, at: string): Promise<Manifest> {
  const files: Record<string, string> = {};
  for (const file of await filesBelow(folder)) files[file] = await sha256(path.join(folder, file));
  return { type: 'assay.backup', version: 1, at, files };
}

function requireFile(args: string[], verb: string): string {
  const file = args[0];
  if (file === undefined) throw new LaunchError(`Name the file: npm run ${verb} -- assay-backup.tar.gz`);
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

/**
 * Copies the installation (database, files, secrets) into one archive with a hash of each file. Assay must be
 * stopped, so that database and files belong together.
 */
export async function backup(args: string[]): Promise<number> {
  const target = requireFile(args, 'backup');
  const home = assayHome();
  if (process.env.DATABASE_URL !== undefined) {
    throw new LaunchError(
      'The database is outside this installation (DATABASE_URL): back it up with its own tools.',
    );
  }
  if (!existsSync(path.join(home, 'secrets.json'))) {
    throw new LaunchError(`There is no installation in ${home}: nothing to back up.`);
  }
  if (existsSync(target)) throw new LaunchError(`${target} exists already: choose another name.`);
  const unlock = lockHome(home);
  const staging = await mkdtemp(`${target}.draft-`);
  try {
    const content = path.join(staging, 'assay');
    const data = path.join(databaseFolder(home, process.getuid?.() === 0), 'data');
    if (existsSync(path.join(data, 'postmaster.pid'))) {
      throw new LaunchError(
        'The database was not stopped cleanly: run npm start once, end it with Ctrl-C, then back up.',
      );
    }
    await mkdir(content, { recursive: true });
    await cp(path.join(home, 'secrets.json'), path.join(content, 'secrets.json'));
    await cp(data, path.join(content, 'database'), { recursive: true });
    if (existsSync(path.join(home, 'files'))) {
      await cp(path.join(home, 'files'), path.join(content, 'files'), { recursive: true });
    }
    const manifest = await manifestOf(content, new Date().toISOString());
    await writeFile(path.join(content, MANIFEST), JSON.stringify(manifest, null, 1));
    const draft = path.join(staging, 'backup.tar.gz');
    await runCommand('tar', ['-czf', draft, '-C', staging, 'assay']);
    await rename(draft, target);
    const { size } = await stat(target);
    process.stdout.write(
      `Saved ${Object.keys(manifest.files).length} files (${(size / 1024 ** 2).toFixed(1)} MB) to ${target}.\nIt holds the installation's secrets: keep it as safe as the data.\n`,
    );
    return 0;
  } finally {
    await rm(staging, { recursive: true, force: true });
    unlock();
  }
}

/** Brings an archive back into an empty home, after every file's hash was checked. The next start migrates it. */
export async function restore(args: string[]): Promise<number> {
  const source = requireFile(args, 'restore');
  const home = assayHome();
  if (!existsSync(source)) throw new LaunchError(`There is no file ${source}.`);
  if (existsSync(path.join(home, 'secrets.json'))) {
    throw new LaunchError(
      `${home} holds an installation: restore into another folder (ASSAY_HOME=...), or move this one away first.`,
    );
  }
  await mkdir(home, { recursive: true, mode: 0o711 });
  const unlock = lockHome(home);
  const staging = await mkdtemp(path.join(home, 'restore-'));
  try {
    await runCommand('tar', ['-xzf', source, '-C', staging]).catch((error: unknown) => {
      throw new LaunchError(`${source} cannot be read as a backup: ${String(error).split('\n')[0]}`);
    });
    const content = path.join(staging, 'assay');
    const manifest = JSON.parse(await readFile(path.join(content, MANIFEST), 'utf8')) as Manifest;
    for (const [file, expected] of Object.entries(manifest.files)) {
      const found = existsSync(path.join(content, file)) ? await sha256(path.join(content, file)) : 'missing';
      if (found !== expected) {
        throw new LaunchError(
          `The backup is damaged: ${file} is ${found === 'missing' ? 'missing' : 'changed'}. Nothing was restored.`,
        );
      }
    }
    const { user } = postgresBinaries();
    const folder = databaseFolder(home, user !== null);
    await mkdir(folder, { recursive: true, mode: 0o711 });
    await rm(path.join(folder, 'data'), { recursive: true, force: true });
    await cp(path.join(content, 'database'), path.join(folder, 'data'), { recursive: true });
    if (user !== null) await runCommand('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
    await runCommand('chmod', ['-R', 'u=rwX,g=,o=', path.join(folder, 'data')]);
    if (existsSync(path.join(content, 'files'))) {
      await cp(path.join(content, 'files'), path.join(home, 'files'), { recursive: true });
    }
    // Last: with the secrets in place, the home is an installation.
    await cp(path.join(content, 'secrets.json'), path.join(home, 'secrets.json'));
    await writeFile(path.join(home, 'demo-seeded'), manifest.at);
    process.stdout.write(
      `Restored ${Object.keys(manifest.files).length} files into ${home}. npm start serves them.\n`,
    );
    return 0;
  } finally {
    await rm(staging, { recursive: true, force: true });
    unlock();
  }
}
