import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import vectors from '../fixtures/go-sumdb.json' with { type: 'json' };
import {
  decodeBase64,
  formatCheckpoint,
  ledgerOrigin,
  NoteError,
  noteSigner,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signNote,
  verifyCheckpoint,
  verifyNote,
} from '../index.ts';

/** The published example of Go's golang.org/x/mod/sumdb/note documentation. */
const PUBLISHED_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PUBLISHED_SEED = 'gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM=';
const PUBLISHED_NOTE =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n" +
  '\n' +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

const signer = noteSigner(vectors.name, hexToBytes(vectors.seed));
const key = parseVerifierKey(vectors.verifierKey);
const other = noteSigner(vectors.name, new Uint8Array(32).fill(9));

describe('signed notes', () => {
  it('verifies and repeats the published note', () => {
    const published = parseVerifierKey(PUBLISHED_KEY);
    const text = PUBLISHED_NOTE.slice(0, PUBLISHED_NOTE.indexOf('\n\n') + 1);
    expect(verifyNote(PUBLISHED_NOTE, published)).toEqual({ ok: true, text, signatures: 1 });
    const neumann = noteSigner('PeterNeumann', decodeBase64(PUBLISHED_SEED) ?? new Uint8Array(0));
    expect(neumann.verifierKey).toBe(PUBLISHED_KEY);
    expect(signNote(text, neumann)).toBe(PUBLISHED_NOTE);
  });

  it('gives the key and checkpoint that an independent implementation gives', () => {
    expect(signer.verifierKey).toBe(vectors.verifierKey);
    const root = hexToBytes(vectors.roots['70000']);
    const text = formatCheckpoint({ origin: vectors.name, size: 70_000, root });
    expect(signNote(text, signer)).toBe(vectors.checkpoint);
    expect(verifyCheckpoint(vectors.checkpoint, key)).toEqual({
      ok: true,
      checkpoint: { origin: vectors.name, size: 70_000, root },
    });
  });

  it('finds every changed byte of a signed note', () => {
    const note = new TextEncoder().encode(vectors.checkpoint);
    for (let i = 0; i < note.length; i += 1) {
      const changed = note.slice();
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(verifyNote(new TextDecoder().decode(changed), key).ok, `byte ${i}`).toBe(false);
    }
  });

  it('ignores signatures by other keys, but not a wrong one by this key', () => {
    const text = 'assay/x\n1\nroot\n';
    expect(verifyNote(signNote(text, other, signer), key)).toEqual({ ok: true, text, signatures: 2 });
    expect(verifyNote(signNote(text, other), key)).toEqual({ ok: false, reason: 'not-signed-by-key' });
    const moved = signNote(text, signer).replace('\n1\n', '\n2\n');
    expect(verifyNote(moved, key)).toEqual({ ok: false, reason: 'bad-signature' });
  });

  it.each([
    ['no signature', 'text\n'],
    ['no signature after the empty line', 'text\n\n'],
    ['no last newline', PUBLISHED_NOTE.slice(0, -1)],
    ['a control character', `a\t${PUBLISHED_NOTE}`],
    ['a carriage return', PUBLISHED_NOTE.replaceAll('\n', '\r\n')],
    ['a hyphen for the dash', PUBLISHED_NOTE.replace('—', '-')],
    ['two spaces', PUBLISHED_NOTE.replace('— ', '—  ')],
    ['a plus in the name', PUBLISHED_NOTE.replace('— Peter', '— Peter+')],
    ['bad base64', PUBLISHED_NOTE.replace('nAM=', 'nAN=')],
    ['too short a signature', 'text\n\n— name AAAA\n'],
    ['too many signatures', `text\n\n${'— name AAAAAAA=\n'.repeat(101)}`],
  ])('refuses a note with %s', (_, note) => {
    expect(() => parseNote(note)).toThrow(NoteError);
    expect(verifyNote(note, key)).toEqual({ ok: false, reason: 'malformed' });
  });

  it.each([
    '',
    'PeterNeumann',
    PUBLISHED_KEY.replace('c74f20a3', 'c74f20a4'),
    PUBLISHED_KEY.replace('c74f20a3', 'C74F20A3'),
    PUBLISHED_KEY.replace('Neumann', 'Newmann'),
    PUBLISHED_KEY.replace('Neumann', ' Neumann'),
    PUBLISHED_KEY.slice(0, -1),
    // The published tests' keys of wrong length and unknown type, with matching key ids.
    'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  ])('refuses the verifier key "%s"', (text) => {
    expect(() => parseVerifierKey(text)).toThrow(NoteError);
  });

  it('reads a pasted key with white space around it', () => {
    expect(parseVerifierKey(`\n ${PUBLISHED_KEY}\r\n`).text).toBe(PUBLISHED_KEY);
  });

  it('refuses bad names, seeds and texts', () => {
    for (const name of ['', 'a b', 'a+b', 'a\nb']) {
      expect(() => noteSigner(name, new Uint8Array(32))).toThrow(NoteError);
    }
    expect(() => noteSigner('a', new Uint8Array(31))).toThrow(RangeError);
    for (const text of ['', 'a', 'a\tb\n', '\ud800\n'])
      expect(() => signNote(text, signer)).toThrow(NoteError);
    expect(() => signNote('a\n')).toThrow(NoteError);
  });
});

describe('checkpoints', () => {
  const root = new Uint8Array(32).fill(5);
  const text = formatCheckpoint({ origin: ledgerOrigin('1'), size: 3, root });

  it('reads back what it wrote, also with extension lines', () => {
    expect(parseCheckpoint(text)).toEqual({ origin: 'assay/1', size: 3, root });
    expect(parseCheckpoint(`${text}an extension\n`)).toEqual({ origin: 'assay/1', size: 3, root });
  });

  it.each([
    ['leading zero', text.replace('\n3\n', '\n03\n')],
    ['negative size', text.replace('\n3\n', '\n-3\n')],
    ['huge size', text.replace('\n3\n', '\n9999999999999999\n')],
    ['no origin', text.replace('assay/1', '')],
    ['short root', text.replace('BQUFBQUF', 'BQUF')],
    ['no last newline', text.slice(0, -1)],
    ['an empty extension line', `${text}\n`],
    ['nothing', ''],
  ])('refuses %s', (_, bad) => {
    expect(() => parseCheckpoint(bad)).toThrow(NoteError);
  });

  it('refuses to write what it would not read', () => {
    for (const bad of [
      { origin: '' },
      { origin: 'a\nb' },
      { size: -1 },
      { size: 0.5 },
      { root: new Uint8Array(31) },
    ]) {
      expect(() => formatCheckpoint({ origin: 'a', size: 1, root, ...bad })).toThrow(NoteError);
    }
  });

  it("refuses another ledger's checkpoint, even signed by this key", () => {
    expect(verifyCheckpoint(signNote(text, signer), key)).toEqual({ ok: false, reason: 'other-origin' });
    expect(verifyCheckpoint(signNote(`${vectors.name}\nno checkpoint\n`, signer), key)).toEqual({
      ok: false,
      reason: 'malformed',
    });
    expect(verifyCheckpoint(signNote(text, other), key)).toEqual({ ok: false, reason: 'not-signed-by-key' });
  });
});
