import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { IMAGE_MAX_BYTES, MOST_IMAGE_FILES, MOST_IMAGE_PATH, shortened } from '@assay/contracts';
import { isLeftBySystem } from '@assay/domain';
import yauzl from 'yauzl';

/** Why a file is not taken, before anything looks at it as a picture. */
export type FileRefusal = { code: string; message: string; next: string };

export class RefusedFile extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** A file that was uploaded, alone or in an archive. */
export type FoundFile = {
  /** Counted from 0, in the order of the archive. */
  index: number;
  path: string;
  /** As its archive announces them. */
  bytes: number;
  /** What it takes of the upload: of a file in an archive its compressed bytes. */
  stored: number;
  /** Writes its content to a place, and tells the hash of it. Throws `RefusedFile`. */
  extract: (to: string) => Promise<{ sha256: string; bytes: number }>;
};

/** All that an archive may become: pictures hardly shrink in one, so that much more is no archive of pictures. */
const MOST_GROWTH = 50;
const GROWTH_ALLOWED = 2 ** 30;

const isArchive = (head: Uint8Array): boolean =>
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  (head[2] === 3 || head[2] === 5) &&
  (head[3] === 4 || head[3] === 6);

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Passes bytes on, counts and hashes them, and stops at the limit. */
function measured(most: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) {
        done(
          new RefusedFile({
            code: 'too-large-a-file',
            message: `It has more than ${Math.round(most / 1024 ** 2)} MB.`,
            next: 'Save it smaller, and import it again.',
          }),
        );
        return;
      }
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ sha256: hash.digest('hex'), bytes }) };
}

/** Where a path would leave the folder that it is unpacked in; null where it stays. Nothing is unpacked by its path. */
function pathRefusal(path: string): FileRefusal | null {
  const unsafe =
    path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..') || path.includes('\0');
  if (!unsafe) return null;
  return {
    code: 'unsafe-path',
    message: 'Its path in the archive leads out of the archive.',
    next: 'Make the archive anew, from the folder that holds the pictures.',
  };
}

function nameOf(entry: yauzl.Entry): string {
  const name = yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  );
  return shortened(name.replaceAll('\\', '/'), MOST_IMAGE_PATH);
}

function refusalOfEntry(entry: yauzl.Entry, path: string): FileRefusal | null {
  const unsafe = pathRefusal(path);
  if (unsafe !== null) return unsafe;
  if (entry.isEncrypted()) {
    return {
      code: 'encrypted',
      message: 'It is encrypted.',
      next: 'Make the archive without a password.',
    };
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    return {
      code: 'unsupported-compression',
      message: 'It is compressed in a way that is not read.',
      next: 'Make the archive as an ordinary ZIP (stored or deflated).',
    };
  }
  if (entry.uncompressedSize > IMAGE_MAX_BYTES) {
    return {
      code: 'too-large-a-file',
      message: `It has more than ${Math.round(IMAGE_MAX_BYTES / 1024 ** 2)} MB.`,
      next: 'Save it smaller, and import it again.',
    };
  }
  return null;
}

const damagedArchive = (cause: unknown): RefusedFile =>
  new RefusedFile({
    code: 'damaged-archive',
    message: `The archive cannot be read: ${cause instanceof Error ? cause.message : 'its directory is damaged'}.`,
    next: 'Make the archive anew, and import it again.',
  });

type Archive = { zip: yauzl.ZipFile; bytes: number; grown: number };

async function extractEntry(archive: Archive, entry: yauzl.Entry, path: string, to: string) {
  const refusal = refusalOfEntry(entry, path);
  if (refusal !== null) throw new RefusedFile(refusal);
  archive.grown += entry.uncompressedSize;
  if (archive.grown > archive.bytes * MOST_GROWTH + GROWTH_ALLOWED) {
    throw new RefusedFile({
      code: 'grows-too-much',
      message: 'The archive becomes far larger than an archive of pictures does.',
      next: 'Import the pictures themselves, or smaller archives.',
    });
  }
  const { stream, result } = measured(IMAGE_MAX_BYTES);
  try {
    const content = await archive.zip.openReadStreamPromise(entry);
    await pipeline(content, stream, createWriteStream(to));
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    // A fault of the machine says nothing of the file: it is read again by another attempt.
    if (error instanceof Error && 'errno' in error && 'syscall' in error) throw error;
    throw new RefusedFile({
      code: 'damaged',
      message: 'Its bytes in the archive are damaged.',
      next: 'Make the archive anew, and import it again.',
    });
  }
  return result();
}

async function* entriesOf(file: string, bytes: number): AsyncGenerator<FoundFile> {
  const zip = await yauzl
    .openPromise(file, {
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: true,
      autoClose: false,
    })
    .catch((error: unknown) => Promise.reject(damagedArchive(error)));
  try {
    const archive: Archive = { zip, bytes, grown: 0 };
    let index = 0;
    for await (const entry of zip.eachEntry()) {
      const path = nameOf(entry);
      if (path.endsWith('/') || isLeftBySystem(path)) continue;
      if (index >= MOST_IMAGE_FILES) {
        throw new RefusedFile({
          code: 'too-many-files',
          message: `An archive has at most ${MOST_IMAGE_FILES} files; those after the last one here were left out.`,
          next: 'Bring the others in another import.',
        });
      }
      yield {
        index,
        path,
        bytes: entry.uncompressedSize,
        stored: entry.compressedSize,
        extract: (to) => extractEntry(archive, entry, path, to),
      };
      index += 1;
    }
  } catch (error) {
    throw error instanceof RefusedFile ? error : damagedArchive(error);
  } finally {
    zip.close();
  }
}

/**
 * The files of an upload, in order: those of a ZIP archive, told by its content, else the upload itself. An archive
 * whose directory is damaged gives what comes before the damage, then throws `RefusedFile`.
 *
 * @param file where the upload lies
 */
export async function* filesOfUpload(upload: {
  file: string;
  fileName: string;
  bytes: number;
}): AsyncGenerator<FoundFile> {
  const { file, fileName, bytes } = upload;
  if (isArchive(await headOf(file))) {
    yield* entriesOf(file, bytes);
    return;
  }
  yield {
    index: 0,
    path: shortened(fileName, MOST_IMAGE_PATH),
    bytes,
    stored: bytes,
    extract: async (to) => {
      const { stream, result } = measured(IMAGE_MAX_BYTES);
      const handle = await open(file);
      try {
        await pipeline(handle.createReadStream({ autoClose: false }), stream, createWriteStream(to));
      } finally {
        await handle.close();
      }
      return result();
    },
  };
}
