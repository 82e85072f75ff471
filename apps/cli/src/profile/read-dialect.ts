import { open } from 'node:fs/promises';
import type { Dialect } from '@assay/contracts';
import { decodeSample, detectFile, sniffDialect } from '@assay/formats';

/** Corrections of how a file is written; what is left out is detected. */
export type DialectFlags = Partial<
  Pick<Dialect, 'delimiter' | 'quote' | 'encoding' | 'header' | 'skipLines' | 'missing'>
>;

const HEAD_BYTES = 256 * 1024;

/** The dialect of a file with a person's corrections; undefined where there are none and all is to be detected. */
export async function readDialect(
  path: string,
  fileName: string,
  flags: DialectFlags,
): Promise<Dialect | undefined> {
  if (Object.keys(flags).length === 0) return undefined;
  const { head, complete } = await readHead(path);
  const { format, encoding } = detectFile(head, fileName);
  const readAs = flags.encoding ?? encoding;
  const text = decodeSample(head, readAs);
  return { ...sniffDialect(text, { format, encoding: readAs, complete }).dialect, ...flags };
}

async function readHead(path: string): Promise<{ head: Uint8Array; complete: boolean }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return { head: buffer.subarray(0, bytesRead), complete: bytesRead < HEAD_BYTES };
  } finally {
    await file.close();
  }
}
