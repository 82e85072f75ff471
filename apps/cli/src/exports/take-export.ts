import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { PictureLabelFile, RowsFormat } from '@assay/contracts';
import { z } from 'zod';
import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { fileFault } from '../frame/file-fault.ts';
import { hashOfFile } from '../frame/hash-of-file.ts';
import { askServer, type Server } from '../frame/server-api.ts';
import { fetchFile } from '../frame/server-file.ts';

/** How often an export that is made is asked after. */
const LOOK_MS = 500;

const exportAnswer = z.object({
  id: z.string(),
  format: z.string(),
  leaveOutLost: z.boolean(),
  pictureLabels: z.array(z.string()),
  status: z.enum(['QUEUED', 'RUNNING', 'READY', 'CANCELLED', 'FAILED']),
  failure: z.object({ message: z.string() }).nullable(),
  release: z.object({ id: z.string() }).nullable(),
  files: z.array(z.object({ kind: z.string(), name: z.string(), sha256: z.string() })),
});
type Made = z.infer<typeof exportAnswer>;

/** As what it is taken; where no formats of labels are named, as whatever is there. */
export type AskedFiles = { format: RowsFormat; pictureLabels: readonly PictureLabelFile[] | undefined };

export type Taken = { kind: 'version' | 'release'; id: string };

/**
 * Brings a version or a release into a folder: by an export that is there, else by one that is made for it. Each file is
 * compared with the hash that the server tells; one that lies there already is not fetched again.
 *
 * @returns paths of the files, the data first
 */
export async function takeExport(
  server: Server,
  { kind, id }: Taken,
  asked: AskedFiles,
  folder: string,
  stderr: CommandStreams['stderr'],
  signal: AbortSignal,
): Promise<string[]> {
  const of = `${kind === 'version' ? 'dataset-versions' : 'releases'}/${encodeURIComponent(id)}/exports`;
  const { exports } = await askServer(
    server,
    { method: 'GET', path: `${of}?limit=50`, answer: z.object({ exports: z.array(exportAnswer) }) },
    signal,
  );
  const there = exports.find(
    (each) =>
      each.status === 'READY' &&
      each.format === asked.format &&
      (asked.pictureLabels ?? []).every((kind) => each.pictureLabels.includes(kind)) &&
      !each.leaveOutLost &&
      (each.release === null) === (kind === 'version'),
  );
  const made = there ?? (await order(server, of, asked, stderr, signal));
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new CommandError(`The folder ${folder} cannot be made: ${fileFault(error) ?? String(error)}.`);
  });
  const paths: string[] = [];
  for (const file of made.files) {
    // The name is the server's: no more of it than a name is used.
    const path = join(folder, basename(file.name));
    paths.push(path);
    if ((await hashOfFile(path)) === file.sha256) continue;
    await fetchFile(
      { ...server, path: `api/exports/${made.id}/${file.kind}`, type: '' },
      path,
      stderr,
      signal,
    );
    if ((await hashOfFile(path)) !== file.sha256) {
      throw new CommandError(`${path} is not what the server says that it sent. Try again.`);
    }
  }
  return paths;
}

async function order(
  server: Server,
  of: string,
  asked: AskedFiles,
  stderr: CommandStreams['stderr'],
  signal: AbortSignal,
): Promise<Made> {
  const { exportId } = await askServer(
    server,
    { method: 'POST', path: of, body: asked, answer: z.object({ exportId: z.string() }) },
    signal,
  );
  stderr.write('The export is made\n');
  for (;;) {
    const made = await askServer(
      server,
      { method: 'GET', path: `exports/${exportId}`, answer: exportAnswer },
      signal,
    );
    if (made.status === 'READY') return made;
    if (made.status === 'FAILED' || made.status === 'CANCELLED') {
      throw new CommandError(`The export was not made: ${made.failure?.message ?? 'it was cancelled'}`);
    }
    await wait(LOOK_MS, undefined, { signal });
  }
}
