import { createHash } from 'node:crypto';
import type { Actor } from '@assay/domain';
import { BlobNotFoundError } from '@assay/storage';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireManifest, requireVersion } from './version-record.ts';

/** A file of a version that is not what it was. */
export type LostFile = {
  part: string;
  sha256: string;
  /** Not there, or there with other bytes. */
  why: 'missing' | 'altered';
  run: number | null;
  fromRow: number | null;
  toRow: number | null;
};

async function hashOf(deps: Deps, key: string): Promise<string | null> {
  try {
    const hash = createHash('sha256');
    for await (const part of await deps.storage.get(key)) hash.update(part);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof BlobNotFoundError) return null;
    throw error;
  }
}

/**
 * Reads every file that a version stands on and compares it with its hash. What is lost or altered is named, with the
 * rows that it held; everything else can be used.
 */
export async function checkVersion(
  deps: Deps,
  actor: Actor,
  input: { versionId: string },
): Promise<{ files: number; bytes: number; lost: LostFile[] }> {
  const { chunks, runs } = await query(deps, actor, async (t) => {
    const row = await requireVersion(t, input.versionId);
    const manifest = requireManifest(row);
    return { chunks: await t.versions.chunks(row.id), runs: manifest.runs };
  });
  const lost: LostFile[] = [];
  let bytes = 0;
  for (const chunk of chunks) {
    const found = await hashOf(deps, chunk.blobKey);
    bytes += Number(chunk.bytes);
    if (found === chunk.sha256) continue;
    lost.push({
      part: chunk.part,
      sha256: chunk.sha256,
      why: found === null ? 'missing' : 'altered',
      run: runs.find((run) => run.runId === chunk.runId)?.number ?? null,
      fromRow: chunk.fromRow === null ? null : Number(chunk.fromRow),
      toRow: chunk.toRow === null ? null : Number(chunk.toRow),
    });
  }
  return { files: chunks.length, bytes, lost };
}
