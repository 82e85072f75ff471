import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { type ImageOrigin, MOST_MANIFEST_BYTES, MOST_MANIFEST_LINES } from '@assay/contracts';
import type { NewManifestLine } from '@assay/db';
import { type ManifestLine, manifestKind, readPictureManifest } from '@assay/formats';
import { type FoundFile, RefusedFile } from './archive-entries.ts';

/** Why a line that was read is said of no picture, once all files of its import are known. */
export const UNSAID = {
  repeated: {
    code: 'named-twice',
    message: 'An earlier line names the same picture; that one counts.',
    next: 'Leave one line for each picture.',
  },
  unknown: {
    code: 'unknown-file',
    message: 'No picture of this import has that path.',
    next: 'Name pictures from the folder of the manifest, as they are written there.',
  },
  saidBefore: {
    code: 'said-before',
    message: 'The project has this very picture already, with what another line says of it; that stays.',
    next: 'To say something else, withdraw the imports that hold it, and bring it again.',
  },
} as const;

const tooLarge = () =>
  new RefusedFile({
    code: 'manifest-too-large',
    message: `A manifest has at most ${MOST_MANIFEST_BYTES / 1024 ** 2} MB, and those of an import ${MOST_MANIFEST_LINES} lines.`,
    next: 'Bring the pictures in several imports, each with its part of the manifest.',
  });

/**
 * What a manifest says, line by line. Its origin is the import's: a picture of another one does not belong in it. Throws
 * `RefusedFile`.
 *
 * @param room lines that the import may still have
 */
export async function readManifest(
  found: FoundFile,
  to: string,
  about: { origin: ImageOrigin; file: number; room: number; throwIfStopped: () => void },
): Promise<{ sha256: string; bytes: number; lines: NewManifestLine[] }> {
  const kind = manifestKind(found.path);
  if (kind === null) throw new Error('What is no manifest was read as one.');
  if (found.bytes > MOST_MANIFEST_BYTES) throw tooLarge();
  const { sha256, bytes } = await found.extract(to);
  if (bytes > MOST_MANIFEST_BYTES) throw tooLarge();
  const lines: NewManifestLine[] = [];
  for (const part of readPictureManifest(textOf(await readFile(to)), kind, found.path)) {
    about.throwIfStopped();
    for (const each of part)
      lines.push({ ...rowOf(each, about.origin), file: about.file, index: found.index });
    if (lines.length > about.room) throw tooLarge();
    await setImmediate();
  }
  return { sha256, bytes, lines };
}

function textOf(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new RefusedFile({
      code: 'not-utf-8',
      message: 'The manifest is no text in UTF-8.',
      next: 'Save it as UTF-8, and import again.',
    });
  }
}

function rowOf(
  { line, path, made, origin, refusal }: ManifestLine,
  expected: ImageOrigin,
): Omit<NewManifestLine, 'file' | 'index'> {
  if (refusal !== null) return { line, path, ...refusal, made: null };
  if (origin !== null && origin !== expected) {
    return {
      line,
      path,
      code: 'other-origin',
      message: `It says that the picture is ${origin}; those of this import are ${expected}.`,
      next: 'Bring pictures of each origin in an import of their own.',
      made: null,
    };
  }
  return { line, path, code: null, message: null, next: null, made: JSON.stringify(made) };
}
