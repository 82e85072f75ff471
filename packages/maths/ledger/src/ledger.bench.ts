import { createHash, hash } from 'node:crypto';
import {
  appendLeaves,
  canonicalJson,
  commit,
  type ExportEntry,
  exportLines,
  formatCheckpoint,
  inclusionFromTiles,
  inclusionProver,
  leafHash,
  noteSigner,
  type ReadTile,
  type Sha256,
  sha256,
  signNote,
  startSha256,
  verifyExport,
} from './index.ts';

/** One measured figure. */
export interface LedgerFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const LEAVES = 1_000_000;
const PROOFS = 2000;
const ENTRIES = 20_000;
const native: Sha256 = (data) => hash('sha256', data, 'buffer');

/** Measures proofs at 1,000,000 leaves in tiles, appending, and the verification of an export of 20,000 entries. */
export async function ledgerBench(): Promise<LedgerFigure[]> {
  return [...(await tileFigures()), ...(await exportFigures())];
}

async function tileFigures(): Promise<LedgerFigure[]> {
  const leaf = new Uint8Array(4);
  const leaves = Array.from({ length: LEAVES }, (_, i) => {
    new DataView(leaf.buffer).setUint32(0, i);
    return leafHash(leaf, native);
  });
  const tiles = new Map<string, Uint8Array>();
  const read: ReadTile = ({ level, index }) =>
    Promise.resolve(tiles.get(`${level}/${index}`) ?? new Uint8Array(0));
  const begun = performance.now();
  const appended = await appendLeaves(read, 0, leaves, native);
  const appending = performance.now() - begun;
  for (const { level, index, hashes } of appended.tiles) tiles.set(`${level}/${index}`, hashes);
  const figures: LedgerFigure[] = [
    { name: 'ledger append, leaves per second', value: LEAVES / (appending / 1000), unit: '1/s' },
  ];
  for (const [name, sha] of [
    ['native', native],
    ['portable', sha256],
  ] as const) {
    const times: number[] = [];
    for (let i = 0; i < PROOFS; i += 1) {
      const index = (i * 7919 * 61) % LEAVES;
      const from = performance.now();
      await inclusionFromTiles(index, LEAVES, read, sha);
      times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    figures.push(
      { name: `ledger proof at 1,000,000 leaves, ${name}, p50`, value: times[PROOFS / 2] ?? 0, unit: 'ms' },
      {
        name: `ledger proof at 1,000,000 leaves, ${name}, p95`,
        value: times[PROOFS * 0.95] ?? 0,
        unit: 'ms',
      },
    );
  }
  return figures;
}

async function exportFigures(): Promise<LedgerFigure[]> {
  const signer = noteSigner('assay/bench', new Uint8Array(32).fill(1));
  const salt = new Uint8Array(32).fill(2);
  const payloads = Array.from({ length: ENTRIES }, (_, i) => ({
    action: 'sample.labelled',
    actor: '0190a1b2-0000-7000-8000-000000000001',
    at: new Date(Date.UTC(2026, 0, 1) + i).toISOString(),
    target: { id: `0190a1b2-0000-7000-8000-${String(i).padStart(12, '0')}`, kind: 'sample' },
  }));
  const commitments = payloads.map((payload) => commit(salt, canonicalJson(payload), native));
  const leafHashes = commitments.map((commitment) => leafHash(commitment, native));
  const tiles = new Map<string, Uint8Array>();
  const read: ReadTile = ({ level, index }) =>
    Promise.resolve(tiles.get(`${level}/${index}`) ?? new Uint8Array(0));
  const { tiles: changed, root } = await appendLeaves(read, 0, leafHashes, native);
  for (const { level, index, hashes } of changed) tiles.set(`${level}/${index}`, hashes);
  const checkpoint = signNote(formatCheckpoint({ origin: signer.name, size: ENTRIES, root }), signer);
  const prove = inclusionProver(ENTRIES, read, native);
  async function* entries(): AsyncGenerator<ExportEntry> {
    for (const [index, payload] of payloads.entries()) {
      const proof = await prove(index);
      yield { index, commitment: commitments[index] ?? root, content: { salt, payload }, proof };
    }
  }
  const header = {
    origin: signer.name,
    verifierKey: signer.verifierKey,
    size: ENTRIES,
    checkpoint,
    complete: true,
    selection: null,
    timeField: 'at',
    people: null,
  };
  const lines: string[] = [];
  const sign = (text: string) => signNote(text, signer);
  const begun = performance.now();
  for await (const line of exportLines({
    header,
    entries: entries(),
    checkpoints: [{ note: checkpoint, proof: [] }],
    sign,
  })) {
    lines.push(line);
  }
  const writing = performance.now() - begun;
  const file = new TextEncoder().encode(lines.join(''));
  const figures: LedgerFigure[] = [
    { name: 'ledger export, entries per second', value: ENTRIES / (writing / 1000), unit: '1/s' },
  ];
  const kinds = [
    ['native', { sha256: native, startSha256: () => createHash('sha256') }],
    ['portable', { sha256, startSha256 }],
  ] as const;
  for (const [name, hashes] of kinds) {
    async function* chunks() {
      for (let i = 0; i < file.length; i += 65_536) yield file.subarray(i, i + 65_536);
    }
    const from = performance.now();
    const report = await verifyExport(chunks(), { verifierKey: signer.verifierKey, ...hashes });
    const seconds = (performance.now() - from) / 1000;
    if (!report.verified) throw new Error('The export of the benchmark does not verify.');
    figures.push(
      { name: `ledger verification, ${name}, entries per second`, value: ENTRIES / seconds, unit: '1/s' },
      { name: `ledger verification, ${name}, throughput`, value: file.length / 1e6 / seconds, unit: 'MB/s' },
    );
  }
  return figures;
}
