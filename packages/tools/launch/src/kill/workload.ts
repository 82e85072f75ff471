import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiSession } from '../api-session.ts';

/** What the server has acknowledged (answered 2xx), so that it must be there for ever. */
export type Acknowledged = {
  projects: Map<string, { name: string; description: string | null }>;
  uploads: Map<string, { received: number; size: number }>;
  sources: Map<string, { name: string; versionId: string }>;
};

export type Workload = {
  acknowledged: Acknowledged;
  /** Requests that got no answer, or a refusal: nothing may be concluded from them. */
  unanswered: () => number;
  /** Answers so far. */
  answered: () => number;
  /** Ends after the requests under way. */
  stop: () => Promise<void>;
};

const PART_BYTES = 48 * 1024;
const AFTER_FAILURE_MS = 50;

/** A small table, different in each upload, so that mixed-up parts would be seen. */
function table(seed: number, index: number): Buffer {
  const lines = ['id,group,amount,when'];
  for (let row = 0; row < 4000; row += 1) {
    const draw = createHash('md5').update(`${seed}/${index}/${row}`).digest();
    lines.push(
      `${index * 10_000 + row},${'abcde'[draw[0]! % 5]},${draw.readUInt16LE(1) / 100},2024-0${1 + (draw[3]! % 9)}-1${draw[4]! % 10}`,
    );
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Writes without end: commands on projects, and uploads in parts that become sources and are imported. */
export function startWorkload(session: ApiSession, seed: number): Workload {
  const acknowledged: Acknowledged = { projects: new Map(), uploads: new Map(), sources: new Map() };
  let stopped = false;
  let unanswered = 0;
  let answered = 0;
  /** The answer, or null when there was none. */
  const attempt = async <T>(call: () => Promise<T>): Promise<T | null> => {
    try {
      const answer = await call();
      answered += 1;
      return answer;
    } catch {
      unanswered += 1;
      // A server that is away would otherwise be asked thousands of times a second.
      await pause(AFTER_FAILURE_MS);
      return null;
    }
  };
  const { api } = session;

  const commands = async (): Promise<void> => {
    for (let index = 0; !stopped; index += 1) {
      const name = `Project ${seed} ${index}`;
      const made = await attempt(() => api.project.create.mutate({ name }));
      if (made === null) continue;
      acknowledged.projects.set(made.id, { name, description: null });
      const seen = await attempt(() => api.project.get.query({ projectId: made.id }));
      if (seen === null) continue;
      const description = `About ${index}`;
      const changed = await attempt(() =>
        api.project.update.mutate({ projectId: made.id, revision: seen.revision, description }),
      );
      // Without an answer the change may have happened or not: then nothing is expected of it.
      if (changed === null) acknowledged.projects.set(made.id, { name, description: '?' });
      else acknowledged.projects.set(made.id, { name, description });
    }
  };

  const uploads = async (): Promise<void> => {
    const home = await until(() => attempt(() => api.project.create.mutate({ name: `Sources ${seed}` })));
    if (home === null) return;
    acknowledged.projects.set(home.id, { name: `Sources ${seed}`, description: null });
    for (let index = 0; !stopped; index += 1) {
      const bytes = table(seed, index);
      const made = await attempt(() =>
        api.upload.create.mutate({ projectId: home.id, fileName: `table-${index}.csv`, size: bytes.length }),
      );
      if (made === null) continue;
      const kept = { received: 0, size: bytes.length };
      acknowledged.uploads.set(made.id, kept);
      if (!(await send(made.id, bytes, kept))) continue;
      const name = `Source ${seed} ${index}`;
      const source = await attempt(() =>
        api.source.create.mutate({ projectId: home.id, name, uploadId: made.id }),
      );
      if (source === null) continue;
      acknowledged.sources.set(source.id, { name, versionId: source.versionId });
      await importVersion(source.versionId);
    }
  };

  /** Sends the parts as a browser does: after a broken one it asks for the offset and goes on from there. */
  const send = async (
    uploadId: string,
    bytes: Buffer,
    kept: { received: number; size: number },
  ): Promise<boolean> => {
    for (let offset = 0; offset < bytes.length && !stopped; ) {
      const next = await attempt(async () => {
        const answer = await session.request(`/api/uploads/${uploadId}`, {
          method: 'PATCH',
          body: new Uint8Array(bytes.subarray(offset, offset + PART_BYTES)),
          headers: {
            'content-type': 'application/offset+octet-stream',
            'upload-offset': String(offset),
            'tus-resumable': '1.0.0',
          },
        });
        if (answer.status !== 204) throw new Error(`A part was answered with ${answer.status}.`);
        return Number(answer.headers.get('upload-offset'));
      });
      if (next !== null) {
        offset = next;
        kept.received = Math.max(kept.received, next);
        continue;
      }
      const at = await attempt(async () => {
        const answer = await session.request(`/api/uploads/${uploadId}`, { method: 'HEAD' });
        if (!answer.ok) throw new Error(`The offset was answered with ${answer.status}.`);
        return Number(answer.headers.get('upload-offset'));
      });
      if (at !== null) offset = at;
    }
    return kept.received === bytes.length;
  };

  const importVersion = async (versionId: string): Promise<void> => {
    const read = await until(async () => {
      const version = await attempt(() => api.sourceVersion.get.query({ versionId }));
      return version === null || version.status === 'STAGING' ? null : version;
    });
    if (read?.status !== 'REVIEW') return;
    await attempt(() => api.sourceVersion.commit.mutate({ versionId, revision: read.revision, columns: [] }));
  };

  /** Asks again until there is something, or the end. */
  const until = async <T>(ask: () => Promise<T | null>): Promise<T | null> => {
    while (!stopped) {
      const found = await ask();
      if (found !== null) return found;
      await pause(AFTER_FAILURE_MS);
    }
    return null;
  };

  const running = Promise.all([commands(), uploads()]);
  return {
    acknowledged,
    unanswered: () => unanswered,
    answered: () => answered,
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
