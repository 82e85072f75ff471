import { constants, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { access, lstat, open, readFile, rm, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkedKey, checkedLimit, checkedPrefix, checkedRange } from './blob-key.ts';
import { measured } from './blob-source.ts';
import { listFolder } from './folder-listing.ts';
import { pathUnder } from './folder-paths.ts';
import { checkAddress, checkedExpiry, signAddress } from './signed-address.ts';
import { BlobNotFoundError, orFull, StorageFullError, systemCode } from './storage-errors.ts';
import { type ByteRange, DEFAULT_CONTENT_TYPE, type FolderConfig, type Storage } from './storage-types.ts';
import { writeFileWhole } from './write-file-whole.ts';

const ABANDONED_MS = 86_400_000;
const READ_SIZE = 256 * 1024;

/** Drafts of writers that were killed; a day is longer than any upload. */
function sweepDrafts(drafts: string): void {
  for (const name of readdirSync(drafts)) {
    const path = join(drafts, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined && Date.now() - found.mtimeMs > ABANDONED_MS) rmSync(path, { force: true });
  }
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Opened on the first read, so that what is never read leaves nothing open. */
async function* readRange(path: string, range: ByteRange): AsyncGenerator<Uint8Array> {
  if (range.length === 0) return;
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  const end = range.length === undefined ? {} : { end: range.offset + range.length - 1 };
  // closes the file at its end, on error, and when the reader leaves early
  yield* file.createReadStream({ start: range.offset, highWaterMark: READ_SIZE, ...end });
}

/**
 * Blobs in a folder: content in `blobs/<key>`, a content type other than the default in `types/<key>`, and what is
 * being written in `drafts/`.
 */
export function folderStorage(config: FolderConfig): Storage {
  const root = resolve(config.root);
  const [blobs, types, drafts] = [join(root, 'blobs'), join(root, 'types'), join(root, 'drafts')];
  for (const folder of [blobs, types, drafts]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  sweepDrafts(drafts);

  /** The path of a blob that exists, as a file proper. */
  async function existing(key: string): Promise<string> {
    const path = await pathUnder(blobs, checkedKey(key), false);
    try {
      if (path !== null && (await lstat(path)).isFile()) return path;
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
    }
    throw new BlobNotFoundError(key);
  }

  async function typeOf(key: string): Promise<string> {
    const path = await pathUnder(types, key, false);
    try {
      return path === null ? DEFAULT_CONTENT_TYPE : await readFile(path, 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return DEFAULT_CONTENT_TYPE;
      throw error;
    }
  }

  async function writeType(key: string, contentType: string): Promise<void> {
    const path = await pathUnder(types, key, contentType !== DEFAULT_CONTENT_TYPE);
    if (path === null) return;
    if (contentType === DEFAULT_CONTENT_TYPE) await rm(path, { force: true });
    else await writeFileWhole(path, drafts, once(contentType));
  }

  return {
    put: async (key, source, { contentType = DEFAULT_CONTENT_TYPE } = {}) => {
      const target = (await pathUnder(blobs, checkedKey(key), true)) ?? '';
      const { chunks, result } = measured(source);
      // the type just before the blob, which must not appear with another's
      await writeFileWhole(target, drafts, chunks, () => writeType(key, contentType));
      return result();
    },
    get: async (key, { range } = {}) => {
      const path = await existing(key);
      return readRange(path, checkedRange(range));
    },
    head: async (key) => {
      try {
        const { size, mtime } = await lstat(await existing(key));
        return { bytes: size, contentType: await typeOf(key), modifiedAt: mtime };
      } catch (error) {
        if (error instanceof BlobNotFoundError) return null;
        throw error;
      }
    },
    delete: async (key) => {
      const path = await pathUnder(blobs, checkedKey(key), false);
      if (path !== null) await rm(path, { force: true });
      const type = await pathUnder(types, key, false);
      if (type !== null) await rm(type, { force: true });
    },
    list: async (prefix, { cursor = '', limit = 1000 } = {}) => {
      const inside = await pathUnder(blobs, `${checkedPrefix(prefix)}any`, false);
      return inside === null
        ? { blobs: [], cursor: null }
        : listFolder(blobs, prefix, cursor, checkedLimit(limit));
    },
    localPath: existing,
    signedUrl: async (key, { expiresInSeconds, fileName }) => {
      const expiresAt = Math.floor(config.now() / 1000) + checkedExpiry(expiresInSeconds);
      return signAddress(config.signingSecret, checkedKey(key), expiresAt, fileName ?? null);
    },
    verifySignedUrl: (url) => checkAddress(config.signingSecret, url, config.now()),
    ping: async () => {
      try {
        await access(drafts, constants.W_OK);
        const { bavail } = await statfs(drafts);
        if (bavail === 0) throw new StorageFullError(`The disk of ${root} is full. Free some space.`);
      } catch (error) {
        throw orFull(error);
      }
    },
  };
}
