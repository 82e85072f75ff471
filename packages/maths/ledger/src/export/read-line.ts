import { CanonicalJsonError, canonicalJson } from '../canonical-json.ts';
import { decodeBase64 } from '../decode-base64.ts';
import { HASH_LENGTH } from '../hash-length.ts';
import { formatEntryLine } from './entry-line.ts';
import { EXPORT_TYPE, EXPORT_VERSION, type ExportHeader } from './export-format.ts';

/** A line of an export, read. `canonical` says whether its text is exactly what would have been written. */
export type ReadLine =
  | { readonly kind: 'header'; readonly canonical: boolean; readonly header: ExportHeader }
  | ReadEntry
  | ReadCheckpoint
  | { readonly kind: 'seal'; readonly canonical: boolean; readonly note: string }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'unknown-version'; readonly version: unknown }
  | { readonly kind: 'damaged'; readonly type: string | null; readonly reason: string };

export interface ReadEntry {
  readonly kind: 'entry';
  readonly canonical: boolean;
  readonly number: number;
  readonly index: number;
  readonly commitment: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly content: {
    readonly salt: Uint8Array;
    readonly canonicalPayload: string;
    readonly payload: unknown;
  } | null;
}

export interface ReadCheckpoint {
  readonly kind: 'checkpoint';
  readonly canonical: boolean;
  readonly number: number;
  readonly note: string;
  readonly proof: readonly Uint8Array[];
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

type Members = ReadonlyMap<string, unknown>;

const damaged = (type: string | null, reason: string): ReadLine => ({ kind: 'damaged', type, reason });

/** Reads one line of an export, without its newline. Never throws: what cannot be read is `damaged`. */
export function readLine(bytes: Uint8Array): ReadLine {
  let text: string;
  let value: unknown;
  try {
    text = UTF8.decode(bytes);
    value = JSON.parse(text);
  } catch {
    return damaged(null, 'it is not JSON in UTF-8');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return damaged(null, 'it is not a JSON object');
  }
  const members: Members = new Map(Object.entries(value));
  try {
    switch (members.get('type')) {
      case EXPORT_TYPE:
        return readHeader(members, canonicalJson(value) === text);
      case 'entry':
        return readEntry(members, text);
      case 'checkpoint':
        return readCheckpoint(members, canonicalJson(value) === text);
      case 'seal': {
        const note = members.get('seal');
        if (typeof note !== 'string' || members.size !== 2) return damaged('seal', 'its members are wrong');
        return { kind: 'seal', canonical: canonicalJson(value) === text, note };
      }
      default:
        return damaged(null, 'its type is unknown');
    }
  } catch (error) {
    if (error instanceof CanonicalJsonError) return damaged(null, 'it has a value without canonical form');
    throw error;
  }
}

function readHeader(members: Members, canonical: boolean): ReadLine {
  const version = members.get('version');
  if (version !== EXPORT_VERSION) return { kind: 'unknown-version', version };
  const origin = members.get('origin');
  const verifierKey = members.get('verifierKey');
  const size = members.get('size');
  const checkpoint = members.get('checkpoint');
  const complete = members.get('complete');
  const selection = members.get('selection');
  const timeField = members.get('timeField');
  const people = readPeople(members.get('people'));
  if (
    typeof origin !== 'string' ||
    typeof verifierKey !== 'string' ||
    !isCount(size) ||
    typeof checkpoint !== 'string' ||
    typeof complete !== 'boolean' ||
    (typeof selection !== 'string' && selection !== null) ||
    typeof timeField !== 'string' ||
    people === undefined ||
    members.size !== 10
  ) {
    return damaged('header', 'its members are wrong');
  }
  const header = { origin, verifierKey, size, checkpoint, complete, selection, timeField, people };
  return { kind: 'header', canonical, header };
}

function readPeople(value: unknown): Readonly<Record<string, string>> | null | undefined {
  if (value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const entries: [string, string][] = [];
  for (const [id, name] of Object.entries(value ?? {})) {
    if (typeof name !== 'string') return undefined;
    entries.push([id, name]);
  }
  return Object.fromEntries(entries);
}

function readEntry(members: Members, text: string): ReadLine {
  const number = members.get('number');
  const index = members.get('index');
  const commitment = readHash(members.get('commitment'));
  const proof = readHashes(members.get('proof'));
  const destroyed = members.get('destroyed');
  const payload = members.get('payload');
  const salt = destroyed === false ? readHash(members.get('salt')) : undefined;
  const emptied = destroyed === true && payload === null && members.get('salt') === null;
  if (!isCount(number) || !isCount(index) || commitment === undefined || proof === undefined) {
    return damaged('entry', 'its members are wrong');
  }
  if (members.size !== 8 || !members.has('payload') || (salt === undefined && !emptied)) {
    return damaged('entry', 'its members are wrong');
  }
  const content =
    salt === undefined ? null : { salt: salt.bytes, canonicalPayload: canonicalJson(payload), payload };
  const written = formatEntryLine({
    number,
    index,
    commitment: commitment.text,
    proof: proof.map((hash) => hash.text),
    content: content && { salt: salt?.text ?? '', canonicalPayload: content.canonicalPayload },
  });
  return {
    kind: 'entry',
    canonical: written === text,
    number,
    index,
    commitment: commitment.bytes,
    proof: proof.map((hash) => hash.bytes),
    content,
  };
}

function readCheckpoint(members: Members, canonical: boolean): ReadLine {
  const number = members.get('number');
  const note = members.get('note');
  const proof = readHashes(members.get('proof'));
  if (!isCount(number) || typeof note !== 'string' || proof === undefined || members.size !== 4) {
    return damaged('checkpoint', 'its members are wrong');
  }
  return { kind: 'checkpoint', canonical, number, note, proof: proof.map((hash) => hash.bytes) };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

interface HashText {
  readonly text: string;
  readonly bytes: Uint8Array;
}

function readHash(value: unknown): HashText | undefined {
  if (typeof value !== 'string' || value.length !== 44) return undefined;
  const bytes = decodeBase64(value);
  return bytes?.length === HASH_LENGTH ? { text: value, bytes } : undefined;
}

function readHashes(value: unknown): readonly HashText[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const hashes: HashText[] = [];
  for (const item of value) {
    const hash = readHash(item);
    if (hash === undefined) return undefined;
    hashes.push(hash);
  }
  return hashes;
}
