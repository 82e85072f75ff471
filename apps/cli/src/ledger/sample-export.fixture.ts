import {
  canonicalJson,
  commit,
  consistencyProof,
  exportLines,
  formatCheckpoint,
  inclusionProof,
  leafHash,
  noteSigner,
  rootHash,
  signNote,
} from '@assay/ledger';

const signer = noteSigner('assay/0190a1b2-0000-7000-8000-000000000001', new Uint8Array(32).fill(7));
export const SAMPLE_KEY = signer.verifierKey;

/** A complete export of `size` entries with checkpoints at half and at the whole size. */
export async function sampleExport(size: number): Promise<string> {
  const salt = new Uint8Array(32).fill(3);
  const payloads = Array.from({ length: size }, (_, i) => ({
    action: 'sample.labelled',
    at: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString(),
  }));
  const commitments = payloads.map((payload) => commit(salt, canonicalJson(payload)));
  const leaves = commitments.map((commitment) => leafHash(commitment));
  const note = (at: number): string => {
    const root = rootHash(leaves.slice(0, at));
    return signNote(formatCheckpoint({ origin: signer.name, size: at, root }), signer);
  };
  const half = Math.ceil(size / 2);
  const lines: string[] = [];
  for await (const line of exportLines({
    header: {
      origin: signer.name,
      verifierKey: signer.verifierKey,
      size,
      checkpoint: note(size),
      complete: true,
      selection: null,
      timeField: 'at',
      people: null,
    },
    entries: commitments.map((commitment, index) => ({
      index,
      commitment,
      content: { salt, payload: payloads[index] },
      proof: inclusionProof(leaves, index),
    })),
    checkpoints: [
      { note: note(half), proof: [] },
      { note: note(size), proof: consistencyProof(leaves, half) },
    ],
    sign: (text) => signNote(text, signer),
  })) {
    lines.push(line);
  }
  return lines.join('');
}
