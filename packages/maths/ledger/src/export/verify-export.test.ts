import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  canonicalJson,
  consistencyProof,
  encodeBase64,
  exportLines,
  formatCheckpoint,
  inclusionProof,
  NoteError,
  type Problem,
  rootHash,
  signNote,
  type VerificationReport,
  verifyExport,
} from '../index.ts';
import {
  buildExport,
  checkpointNote,
  collect,
  LEDGER_SIGNER,
  ledger,
  ORIGIN,
  OTHER_SIGNER,
} from './build-export.fixture.ts';

const verifierKey = LEDGER_SIGNER.verifierKey;
const soak = process.env.ASSAY_SOAK === '1' ? 100 : 1;

async function* chunked(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += length) yield bytes.subarray(i, i + length);
}
const verifyBytes = (bytes: Uint8Array, key = verifierKey): Promise<VerificationReport> =>
  verifyExport(chunked(bytes, 1000), { verifierKey: key });
const verifyLines = (lines: readonly string[], key = verifierKey) =>
  verifyBytes(new TextEncoder().encode(lines.join('')), key);
const found = ({ problems }: VerificationReport) =>
  problems.map(
    ({ code, entry, checkpoint }: Problem) =>
      `${code}${entry === null ? '' : ` ${entry}`}${checkpoint === null ? '' : ` c${checkpoint}`}`,
  );
const messages = ({ problems }: VerificationReport) => problems.map(({ message }) => message);

/** Seals lines anew, as someone who holds a key could. */
function reseal(
  lines: readonly string[],
  entries: number,
  checkpoints: number,
  signer = LEDGER_SIGNER,
): string[] {
  const digest = encodeBase64(new Uint8Array(createHash('sha256').update(lines.join('')).digest()));
  const text = `assay/ledger-export/v1\n${ORIGIN}\n${entries}\n${checkpoints}\n${digest}\n`;
  return [...lines, `${canonicalJson({ seal: signNote(text, signer), type: 'seal' })}\n`];
}

vi.setConfig({ testTimeout: process.env.ASSAY_SOAK === '1' ? 1_200_000 : 30_000 });

describe('an export that is as it was written', () => {
  it('verifies, and says what was checked', async () => {
    const lines = await buildExport();
    const report = await verifyLines(lines);
    expect(report).toEqual({
      type: 'assay.ledger-verification',
      version: 1,
      verified: true,
      verifierKey,
      origin: ORIGIN,
      complete: true,
      selection: null,
      checkpoint: { size: 5, root: encodeBase64(rootHash(ledger(5).leafHashes)) },
      checked: {
        lines: 10,
        bytes: Buffer.byteLength(lines.join('')),
        entries: 5,
        destroyedEntries: 1,
        provenEntries: 5,
        checkpoints: 3,
        goodCheckpoints: 3,
        firstTime: '2026-01-01T00:00:00.000Z',
        lastTime: '2026-01-01T00:04:00.000Z',
      },
      problems: [],
      problemCount: 0,
    });
  });

  it('has lines that are each canonical JSON', async () => {
    for (const line of await buildExport()) expect(`${canonicalJson(JSON.parse(line))}\n`).toBe(line);
  });

  it.each([
    ['of one entry', { size: 1, checkpointSizes: [1], destroyed: [] }],
    ['that began empty', { size: 3, checkpointSizes: [0, 3] }],
    ['of an empty ledger', { size: 0, checkpointSizes: [0], destroyed: [] }],
    ['with a checkpoint repeated at one size', { size: 3, checkpointSizes: [3, 3] }],
    ['without people', { people: null }],
    ['of a selection', { size: 40, checkpointSizes: [7, 40], only: [3, 4, 17, 39] }],
    ['of an empty selection', { only: [] }],
  ])('verifies a ledger %s', async (_, plan) => {
    const report = await verifyLines(await buildExport(plan));
    expect(report.problems).toEqual([]);
    expect(report.verified).toBe(true);
  });

  it('verifies however it is cut into chunks, bytes or text', async () => {
    const text = (await buildExport({ people: { p1: 'Zoë 😀', p2: '李' } })).join('');
    const bytes = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 50 }), fc.boolean(), async (length, asText) => {
        async function* pieces() {
          const all: Uint8Array | string = asText ? text : bytes;
          for (let i = 0; i < all.length; i += length) yield all.slice(i, i + length);
        }
        expect((await verifyExport(pieces(), { verifierKey })).verified).toBe(true);
      }),
      { numRuns: 15 * soak },
    );
  });
});

describe('an export that was changed', () => {
  it('is found out by one changed byte at any place', async () => {
    const plan = { size: 2, checkpointSizes: [1, 2], destroyed: [1], people: null };
    const bytes = new TextEncoder().encode((await buildExport(plan)).join(''));
    for (let i = 0; i < bytes.length; i += 1) {
      const changed = bytes.slice();
      changed[i] = (changed[i] ?? 0) ^ (1 << (i % 8));
      const report = await verifyBytes(changed);
      expect(report.verified, `byte ${i}`).toBe(false);
      expect(report.problemCount, `byte ${i}`).toBeGreaterThan(0);
    }
  }, 120_000);

  it('names the line and the entry of a changed payload', async () => {
    const lines = await buildExport({ size: 30, checkpointSizes: [10, 30] });
    const changed = lines.with(18, lines[18]!.replace('labelled', 'deleted'));
    const report = await verifyLines(changed);
    expect(found(report)).toEqual(['entry-changed 17', 'seal-mismatch']);
    expect(report.problems[0]).toMatchObject({
      line: 19,
      message: 'Entry 17 was changed: its payload does not match its commitment.',
    });
  });

  it('is found out when salt, payload and commitment were changed together and sealed anew', async () => {
    const lines = await buildExport({ size: 30, checkpointSizes: [10, 30] });
    const forged = await buildExport({ size: 31, checkpointSizes: [31] });
    const other = JSON.parse(forged[18]!);
    const swapped = `${canonicalJson({ ...JSON.parse(lines[18]!), salt: other.salt, commitment: encodeBase64(new Uint8Array(32)) })}\n`;
    const body = lines.with(18, swapped).slice(0, -1);
    expect(found(await verifyLines(reseal(body, 30, 2)))).toEqual([
      'entry-changed 17',
      'entry-not-proven 17',
    ]);
  });

  it('names every kind of line that is dropped', async () => {
    const lines = await buildExport();
    const names = [
      'header-missing',
      'entry-missing 0',
      'entry-missing 1',
      'entry-missing 2',
      'entry-missing 3',
      'entry-missing 4',
      'checkpoint-missing c1',
      'checkpoint-missing c2',
      'checkpoint-missing c3',
      'ends-early',
    ];
    for (const [i, name] of names.entries()) {
      const report = await verifyLines(lines.toSpliced(i, 1));
      expect(found(report), `line ${i + 1}`).toContain(name);
      expect(found(report).filter((code) => code.startsWith('checkpoint-fork'))).toEqual([]);
      const missing = report.problems.find(({ code }) => name.startsWith(code));
      expect(missing?.line).toBe(i + 1);
    }
    expect(messages(await verifyLines(lines.toSpliced(3, 1)))[0]).toBe('Entry 2 is missing.');
    expect(messages(await verifyLines(lines.toSpliced(2, 3)))[0]).toBe('Entries 1 to 3 are missing.');
  });

  it('names a line that is dropped from a selection', async () => {
    const lines = await buildExport({ size: 40, checkpointSizes: [40], only: [3, 9, 17, 39] });
    for (const place of [1, 2, 3, 4]) {
      const report = await verifyLines(lines.toSpliced(place, 1));
      expect(messages(report)).toContain(`Entry ${place} of the selection (counted from 1) is missing.`);
      expect(report.problems[0]?.line).toBe(place + 1);
    }
  });

  it('tells swapped, repeated and moved lines apart', async () => {
    const lines = await buildExport();
    const swapped = lines.with(2, lines[3]!).with(3, lines[2]!);
    expect(found(await verifyLines(swapped))).toEqual(['entry-out-of-order 1', 'seal-mismatch']);
    const twice = lines.toSpliced(3, 0, lines[2]!);
    expect(found(await verifyLines(twice))).toEqual(['entry-twice 1', 'seal-mismatch']);
    const moved = lines.toSpliced(5, 1).toSpliced(6, 0, lines[5]!);
    expect(found(await verifyLines(moved))).toContain('entry-out-of-order 4');
    const checkpoints = lines.with(6, lines[7]!).with(7, lines[6]!);
    expect(found(await verifyLines(checkpoints))).toContain('checkpoint-out-of-order c1');
    expect(found(await verifyLines([...lines, lines[1]!]))).toEqual(['after-seal']);
    expect(found(await verifyLines([lines[0]!, ...lines]))).toEqual(['line-unexpected', 'seal-mismatch']);
  });

  it('is found out when it was cut anywhere', async () => {
    const bytes = new TextEncoder().encode((await buildExport()).join(''));
    for (let length = 0; length < bytes.length; length += soak > 1 ? 1 : 97) {
      expect(found(await verifyBytes(bytes.subarray(0, length))), `${length} bytes`).toContain('ends-early');
    }
    expect(found(await verifyBytes(bytes.subarray(0, bytes.length - 1)))).toEqual(['ends-early']);
    expect(found(await verifyBytes(bytes.subarray(0, 0)))).toContain('header-missing');
  });

  it('goes on after a line that cannot be read, and names what stood there', async () => {
    const lines = await buildExport({ size: 9, checkpointSizes: [4, 6, 9] });
    const torn = lines.with(4, '{"commitment":\n').with(6, '\n').with(11, 'é\n');
    const report = await verifyLines(torn);
    expect(found(report)).toEqual(['line-damaged 3', 'line-damaged 5', 'line-damaged c2', 'seal-mismatch']);
    expect(report.checked).toMatchObject({ entries: 7, provenEntries: 7, checkpoints: 2 });
  });

  it('checks the rest when the header is torn', async () => {
    const lines = await buildExport({ size: 9, checkpointSizes: [4, 9] });
    const report = await verifyLines(
      ['{\n', ...lines.slice(1)].with(5, lines[5]!.replace('labelled', 'deleted')),
    );
    expect(found(report)).toEqual(['header-damaged', 'entry-changed 4', 'seal-mismatch']);
    expect(report.checked).toMatchObject({ entries: 9, provenEntries: 0, goodCheckpoints: 2 });
  });

  it('refuses a line that says the same in other words', async () => {
    const lines = await buildExport();
    for (const other of [
      lines[1]!.replace('{"', '{ "'),
      lines[1]!.replace('\n', '\r\n'),
      `${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(lines[1]!)).reverse()))}\n`,
      lines[1]!.replace('ï', '\\u00ef'),
      lines[1]!.replace('"number":1', '"number":1.0'),
      lines[1]!.replace('"number":1', '"number":5,"number":1'),
    ]) {
      const body = lines.with(1, other).slice(0, -1);
      expect(found(await verifyLines(reseal(body, 5, 3)))).toEqual(['line-not-canonical 0']);
    }
    expect(found(await verifyLines([`\ufeff${lines[0]}`, ...lines.slice(1)]))).toContain('header-damaged');
  });

  it('bounds a line and the list of problems', async () => {
    const lines = await buildExport({ size: 9, checkpointSizes: [9] });
    const long = lines.with(3, `"${'x'.repeat(5000)}"\n`);
    async function* one() {
      yield long.join('');
    }
    const report = await verifyExport(one(), { verifierKey, maxLineBytes: 3000 });
    expect(found(report)).toEqual(['line-too-long 2', 'seal-mismatch']);
    async function* changed() {
      yield lines.join('').replaceAll('labelled', 'deleted');
    }
    const many = await verifyExport(changed(), { verifierKey, maxProblems: 3 });
    expect(many.problems).toHaveLength(3);
    expect(many.problemCount).toBe(9);
  });

  it('is found out by any cut, insertion, repetition or move of bytes, and never stops the verifier', async () => {
    const bytes = new TextEncoder().encode((await buildExport()).join(''));
    const edit = fc.record({
      from: fc.nat(),
      length: fc.nat(300),
      to: fc.nat(),
      junk: fc.uint8Array({ maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(edit, fc.boolean(), async ({ from, length, to, junk }, moves) => {
        const start = from % bytes.length;
        const cut = bytes.subarray(start, start + length);
        const rest = Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + length)]);
        const at = to % (rest.length + 1);
        const edited = Buffer.concat([rest.subarray(0, at), moves ? cut : junk, rest.subarray(at)]);
        fc.pre(!edited.equals(bytes));
        expect((await verifyBytes(edited)).verified).toBe(false);
      }),
      { numRuns: 100 * soak },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (junk) => {
        expect((await verifyBytes(junk)).verified).toBe(false);
      }),
      { numRuns: 50 * soak },
    );
  });

  it('says that a newer version needs a newer program', async () => {
    const lines = await buildExport();
    const report = await verifyLines(lines.with(0, lines[0]!.replace('"version":1', '"version":2')));
    expect(found(report)).toContain('version-unknown');
  });
});

describe('an export that was forged', () => {
  it('does not verify with another key, and says that the keys differ', async () => {
    const report = await verifyLines(await buildExport(), OTHER_SIGNER.verifierKey);
    expect(messages(report)[0]).toContain('The key given is not the key in the file');
    expect(found(report)).toEqual([
      'wrong-key',
      'header-checkpoint',
      'checkpoint-not-signed c1',
      'checkpoint-not-signed c2',
      'checkpoint-not-signed c3',
      'seal-not-signed',
    ]);
  });

  it('does not verify when it was signed anew with another key of the same name', async () => {
    const report = await verifyLines(await buildExport({ signer: OTHER_SIGNER }));
    expect(found(report)).toContain('wrong-key');
    expect(messages(report)).toContain('Checkpoint 3 is not signed by this key.');
  });

  it('does not verify when only the header claims the right key', async () => {
    const lines = await buildExport({ signer: OTHER_SIGNER });
    const claimed = lines.with(0, lines[0]!.replace(OTHER_SIGNER.verifierKey, verifierKey));
    expect(found(await verifyLines(reseal(claimed.slice(0, -1), 5, 3, OTHER_SIGNER)))).toContain(
      'seal-not-signed',
    );
  });

  it('shows two histories that one key signed', async () => {
    const first = ledger(6).leafHashes;
    const second = first.with(1, first[0]!);
    const root = rootHash(second);
    const note = signNote(formatCheckpoint({ origin: ORIGIN, size: 6, root }), LEDGER_SIGNER);
    const sign = (text: string) => signNote(text, LEDGER_SIGNER);
    const { contents, commitments } = ledger(6);
    const header = {
      origin: ORIGIN,
      verifierKey,
      size: 6,
      checkpoint: note,
      complete: false,
      selection: 'one',
      timeField: 'at',
      people: null,
    };
    const entries = [
      { index: 4, commitment: commitments[4]!, content: contents[4]!, proof: inclusionProof(second, 4) },
    ];
    const checkpoints = [
      { note: checkpointNote(first, 3, LEDGER_SIGNER), proof: [] },
      { note, proof: consistencyProof(second, 3) },
    ];
    const lines = await collect(exportLines({ header, entries, checkpoints, sign }));
    const report = await verifyLines(lines);
    expect(found(report)).toEqual(['checkpoint-fork c2']);
    expect(messages(report)[0]).toContain('two histories');
  });

  it('shows a ledger that shrank, and two roots for one size', async () => {
    for (const sizes of [
      [4, 3, 5],
      [3, 3, 5],
    ]) {
      const { leafHashes } = ledger(5);
      const other = leafHashes.with(0, leafHashes[1]!);
      const notes = sizes.map((size, i) => checkpointNote(i === 1 ? other : leafHashes, size, LEDGER_SIGNER));
      const good = await buildExport({ checkpointSizes: [5] });
      const lines = notes.map(
        (note, i) => `${canonicalJson({ note, number: i + 1, proof: [], type: 'checkpoint' })}\n`,
      );
      const report = await verifyLines(reseal([...good.slice(0, 6), ...lines], 5, 3));
      expect(found(report)).toContain('checkpoint-fork c2');
    }
  });

  it('does not take a checkpoint for a seal', async () => {
    const lines = await buildExport();
    const { checkpoint } = JSON.parse(lines[0]!);
    const report = await verifyLines(
      lines.with(-1, `${canonicalJson({ seal: checkpoint, type: 'seal' })}\n`),
    );
    expect(found(report)).toEqual(['seal-not-signed']);
  });

  it('asks for a key that can be read', async () => {
    await expect(verifyLines([], 'no key')).rejects.toThrow(NoteError);
  });
});
