import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { fileFault } from '../frame/file-fault.ts';
import { askServer, type Server } from '../frame/server-api.ts';
import { refusal, serverAddress } from '../frame/server-file.ts';

const PART_BYTES = 8 * 1024 ** 2;
/** How long one waits before a connection that broke is tried again; it counts anew with each part that arrives. */
const WAITS_MS = [250, 500, 1000, 2000, 4000, 8000, 15_000];

type Upload = { id: string; size: number; received: number };

/**
 * Sends a file as an upload, part by part. A connection that breaks goes on where the server says that it stopped; so
 * does an upload of an earlier command, named by its id.
 *
 * @throws CommandError when the file cannot be read, the server refuses, or it stays away
 */
export async function sendFile(
  server: Server,
  file: { path: string; projectId: string; uploadId: string | undefined },
  stderr: CommandStreams['stderr'],
  signal: AbortSignal,
): Promise<string> {
  const handle = await open(file.path).catch((error: unknown) => {
    throw new CommandError(`${file.path} cannot be read: ${fileFault(error) ?? String(error)}.`);
  });
  try {
    const { size } = await handle.stat();
    const upload = await begin(server, file, size, signal);
    let { received } = upload;
    if (received > 0) stderr.write(`Going on at byte ${received}\n`);
    let tried = 0;
    while (received < size) {
      const part = Buffer.alloc(Math.min(PART_BYTES, size - received));
      const { bytesRead } = await handle.read(part, 0, part.length, received);
      if (bytesRead < part.length) throw new CommandError(`${file.path} became shorter while it was sent.`);
      const sent = await sendPart(server, upload.id, received, part, signal);
      if (sent !== null) {
        received = sent;
        tried = 0;
        stderr.write(`Sent ${Math.floor((100 * received) / size)}% of ${basename(file.path)}\n`);
        continue;
      }
      const pause = WAITS_MS[tried];
      if (pause === undefined) {
        throw new CommandError(
          `The connection broke at byte ${received} and does not come back. Run the same command with --upload ${upload.id} to go on.`,
        );
      }
      tried += 1;
      stderr.write('The connection broke; trying again\n');
      await wait(pause, undefined, { signal });
      received = (await offsetOf(server, upload.id, signal)) ?? received;
    }
    return upload.id;
  } finally {
    await handle.close();
  }
}

async function begin(
  server: Server,
  { path, projectId, uploadId }: { path: string; projectId: string; uploadId: string | undefined },
  size: number,
  signal: AbortSignal,
): Promise<Upload> {
  if (uploadId === undefined) {
    const { id } = await askServer(
      server,
      {
        method: 'POST',
        path: `projects/${encodeURIComponent(projectId)}/uploads`,
        body: { fileName: basename(path), size },
        answer: z.object({ id: z.string() }),
      },
      signal,
    );
    return { id, size, received: 0 };
  }
  const known = await askServer(
    server,
    {
      method: 'GET',
      path: `uploads/${encodeURIComponent(uploadId)}`,
      answer: z.object({ id: z.string(), size: z.number(), received: z.number() }),
    },
    signal,
  );
  if (known.size === size) return known;
  throw new CommandError(`Upload ${uploadId} is of a file of ${known.size} bytes, and ${path} has ${size}.`);
}

async function request(
  server: Server,
  uploadId: string,
  init: { method: 'HEAD' | 'PATCH'; offset?: number; body?: Uint8Array<ArrayBuffer> },
  signal: AbortSignal,
): Promise<Response | null> {
  const address = serverAddress({ ...server, path: `api/uploads/${encodeURIComponent(uploadId)}` });
  const answer = await fetch(address, {
    method: init.method,
    headers: {
      authorization: `Bearer ${server.key}`,
      'tus-resumable': '1.0.0',
      ...(init.offset === undefined
        ? {}
        : { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(init.offset) }),
    },
    ...(init.body === undefined ? {} : { body: init.body }),
    redirect: 'error',
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return null;
  });
  // A server that is being restarted answers like one that is not there.
  if (answer === null || answer.status >= 500) return null;
  if (answer.ok || answer.status === 409) return answer;
  throw new CommandError(await refusal(answer, address));
}

/** Where the server is, so far; null while it does not answer. */
async function offsetOf(server: Server, uploadId: string, signal: AbortSignal): Promise<number | null> {
  const answer = await request(server, uploadId, { method: 'HEAD' }, signal);
  const offset = Number(answer?.headers.get('upload-offset') ?? Number.NaN);
  return Number.isSafeInteger(offset) ? offset : null;
}

/** The offset after a part that arrived; null where the connection broke, or the part went elsewhere. */
async function sendPart(
  server: Server,
  uploadId: string,
  offset: number,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<number | null> {
  const answer = await request(server, uploadId, { method: 'PATCH', offset, body }, signal);
  const after = Number(answer?.ok === true ? answer.headers.get('upload-offset') : Number.NaN);
  return Number.isSafeInteger(after) ? after : null;
}
