import { createHash } from 'node:crypto';
import {
  canonicalJson,
  commit,
  consistencyProof,
  type ExportEntry,
  type ExportHeader,
  exportLines,
  formatCheckpoint,
  inclusionProof,
  leafHash,
  type NoteSigner,
  noteSigner,
  rootHash,
  signNote,
} from '../index.ts';

/** What a test export is made of; everything has a default. */
export interface ExportPlan {
  readonly size?: number;
  /** Sizes at which checkpoints were signed; the last is `size`. */
  readonly checkpointSizes?: readonly number[];
  readonly destroyed?: readonly number[];
  /** Indexes in a selection; left out: a complete export. */
  readonly only?: readonly number[];
  readonly people?: ExportHeader['people'];
  readonly signer?: NoteSigner;
}

export const ORIGIN = 'assay/0190a1b2-0000-7000-8000-000000000001';
export const LEDGER_SIGNER = noteSigner(ORIGIN, new Uint8Array(32).fill(7));
export const OTHER_SIGNER = noteSigner(ORIGIN, new Uint8Array(32).fill(8));

const sha = (text: string) => new Uint8Array(createHash('sha256').update(text).digest());

/** A deterministic ledger: entry i says what happened at minute i. */
export function ledger(size: number) {
  const contents = Array.from({ length: size }, (_, i) => ({
    salt: sha(`salt-${i}`),
    payload: {
      action: 'sample.labelled',
      actor: 'p1',
      at: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString(),
      note: 'naïve "quote"',
    },
  }));
  const commitments = contents.map(({ salt, payload }) => commit(salt, canonicalJson(payload)));
  const leafHashes = commitments.map((commitment) => leafHash(commitment));
  return { contents, commitments, leafHashes };
}

/** Signs the checkpoint of the first `size` leaves. */
export function checkpointNote(leafHashes: readonly Uint8Array[], size: number, signer: NoteSigner): string {
  const root = rootHash(leafHashes.slice(0, size));
  return signNote(formatCheckpoint({ origin: signer.name, size, root }), signer);
}

/** The lines of an export, each with its newline. */
export async function buildExport(plan: ExportPlan = {}): Promise<string[]> {
  const { size = 5, destroyed = [2], only, people = { p1: 'First person' }, signer = LEDGER_SIGNER } = plan;
  const { contents, commitments, leafHashes } = ledger(size);
  const sizes = plan.checkpointSizes ?? [2, 3, size];
  const checkpoints = sizes.map((at, i) => {
    const earlier = sizes[i - 1] ?? 0;
    return {
      note: checkpointNote(leafHashes, at, signer),
      proof: earlier === 0 ? [] : consistencyProof(leafHashes.slice(0, at), earlier),
    };
  });
  const entries: ExportEntry[] = (only ?? contents.map((_, i) => i)).map((index) => ({
    index,
    commitment: commitments[index] ?? new Uint8Array(0),
    content: destroyed.includes(index) ? null : (contents[index] ?? null),
    proof: inclusionProof(leafHashes, index),
  }));
  const header: ExportHeader = {
    origin: signer.name,
    verifierKey: signer.verifierKey,
    size,
    checkpoint: checkpoints.at(-1)?.note ?? '',
    complete: only === undefined,
    selection: only === undefined ? null : 'entries chosen by hand',
    timeField: 'at',
    people,
  };
  const sign = (text: string) => signNote(text, signer);
  return collect(exportLines({ header, entries, checkpoints, sign }));
}

/** All that an async iterable gives. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}
