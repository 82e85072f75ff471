import { describe, expect, it } from 'vitest';
import { CanonicalJsonError, type ExportEntry, type ExportHeader, exportLines, NoteError } from '../index.ts';
import { checkpointNote, collect, LEDGER_SIGNER, ledger, ORIGIN } from './build-export.fixture.ts';

const { contents, commitments, leafHashes } = ledger(3);
const checkpoint = checkpointNote(leafHashes, 3, LEDGER_SIGNER);
const header: ExportHeader = {
  origin: ORIGIN,
  verifierKey: LEDGER_SIGNER.verifierKey,
  size: 3,
  checkpoint,
  complete: true,
  selection: null,
  timeField: 'at',
  people: null,
};
const entry = (index: number): ExportEntry => ({
  index,
  commitment: commitments[index]!,
  content: contents[index]!,
  proof: [],
});

/** Writes an export and tells whether it was sealed. */
async function write(change: { header?: Partial<ExportHeader>; entries?: ExportEntry[]; note?: string }) {
  const signed: string[] = [];
  const lines = exportLines({
    header: { ...header, ...change.header },
    entries: change.entries ?? [entry(0), entry(1), entry(2)],
    checkpoints: [{ note: change.note ?? checkpoint, proof: [] }],
    sign: (text) => {
      signed.push(text);
      return 'note';
    },
  });
  const written = collect(lines);
  return { written, signed };
}

describe('exportLines', () => {
  it('asks for one signature, over the counts and the digest', async () => {
    const { written, signed } = await write({});
    expect(await written).toHaveLength(6);
    expect(signed).toHaveLength(1);
    expect(signed[0]).toMatch(/^assay\/ledger-export\/v1\nassay\/[^\n]+\n3\n1\n[A-Za-z0-9+/]{43}=\n$/);
  });

  it.each([
    ['an entry is missing', { entries: [entry(0), entry(2)] }, RangeError],
    ['the last entry is missing', { entries: [entry(0), entry(1)] }, RangeError],
    ['entries are out of order', { header: { complete: false }, entries: [entry(1), entry(0)] }, RangeError],
    ['an entry is there twice', { header: { complete: false }, entries: [entry(1), entry(1)] }, RangeError],
    [
      'an entry is beyond the size',
      { header: { complete: false, size: 2 }, entries: [entry(2)] },
      RangeError,
    ],
    ['the last checkpoint is not the one of the header', { note: 'another' }, RangeError],
    ['the key is of another ledger', { header: { origin: 'assay/other' } }, RangeError],
    ['the key cannot be read', { header: { verifierKey: 'x' } }, NoteError],
    [
      'a payload has no canonical form',
      { entries: [{ ...entry(0), content: { salt: new Uint8Array(32), payload: { a: Number.NaN } } }] },
      CanonicalJsonError,
    ],
  ])('never seals when %s', async (_, change, error) => {
    const { written, signed } = await write(change);
    await expect(written).rejects.toThrow(error);
    expect(signed).toEqual([]);
  });
});
