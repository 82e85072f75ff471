import { decodeBase64 } from '../decode-base64.ts';
import { encodeBase64 } from '../encode-base64.ts';
import { HASH_LENGTH } from '../hash-length.ts';

/** What a seal says about the lines before it. */
export interface Seal {
  readonly origin: string;
  readonly entries: number;
  readonly checkpoints: number;
  /** SHA-256 of all bytes before the seal's line, 32 bytes. */
  readonly digest: Uint8Array;
}

/** Its own first line, so that a seal is never taken for a checkpoint nor a checkpoint for a seal. */
const SEAL_LINE = 'assay/ledger-export/v1';

/** The text of a seal, to be signed as a note. */
export const formatSealText = ({ origin, entries, checkpoints, digest }: Seal): string =>
  `${SEAL_LINE}\n${origin}\n${entries}\n${checkpoints}\n${encodeBase64(digest)}\n`;

/** Reads the text of a seal, whose signature was verified before; undefined when it is not one. */
export function parseSealText(text: string): Seal | undefined {
  const [first, origin, entries, checkpoints, encoded] = text.split('\n');
  const digest = decodeBase64(encoded ?? '');
  if (first !== SEAL_LINE || origin === undefined || digest?.length !== HASH_LENGTH) return undefined;
  const seal = { origin, entries: Number(entries), checkpoints: Number(checkpoints), digest };
  return formatSealText(seal) === text && Number.isSafeInteger(seal.entries + seal.checkpoints)
    ? seal
    : undefined;
}
