/** What to store: bytes, a stream of them, or a file of this machine (copied, not moved). */
export type BlobSource = Uint8Array | AsyncIterable<Uint8Array> | { file: string };

export type PutResult = {
  /** SHA-256 of the content, lower-case hexadecimal. */
  sha256: string;
  bytes: number;
};

export type BlobHead = { bytes: number; contentType: string; modifiedAt: Date };

export type ListedBlob = { key: string; bytes: number; modifiedAt: Date };

/** `cursor`, opaque, goes into the next call; null on the last page. */
export type BlobPage = { blobs: ListedBlob[]; cursor: string | null };

/** Part of a blob, in bytes; to its end without `length`. What lies beyond the end is left out. */
export type ByteRange = { offset: number; length?: number };

export type SignedUrlCheck =
  | { valid: true; key: string; fileName: string | null }
  | { valid: false; reason: 'expired' | 'forged' };

/**
 * Blobs by key. Keys come from `blobKey`; any other is refused with `InvalidKeyError` before anything is touched.
 * A blob is there whole or not at all; putting a key again replaces it.
 */
export type Storage = {
  /** Reads the source once, in bounded memory. On failure nothing is left. Throws `StorageFullError` when full. */
  put(key: string, source: BlobSource, options?: { contentType?: string }): Promise<PutResult>;
  /** Throws `BlobNotFoundError` before the first byte. */
  get(key: string, options?: { range?: ByteRange }): Promise<AsyncIterable<Uint8Array>>;
  head(key: string): Promise<BlobHead | null>;
  /** Does nothing where there is no such blob. */
  delete(key: string): Promise<void>;
  /** In the order of the keys. `prefix` is empty or ends with `/`; `limit` is 1 to 1,000, 1,000 by default. */
  list(prefix: string, options?: { cursor?: string; limit?: number }): Promise<BlobPage>;
  /**
   * A file of this machine with the blob's content, to be read at once and never changed. With S3 it is a cached
   * copy that may be removed once it has not been asked for during `cache.keepMs`.
   */
  localPath(key: string): Promise<string>;
  /** An address to download from without a session, for at most seven days. */
  signedUrl(key: string, options: { expiresInSeconds: number; fileName?: string }): Promise<string>;
  /** Checks an address (or its path and query) that `signedUrl` made; what S3 itself signed and checks is `forged` here. */
  verifySignedUrl(url: string): SignedUrlCheck;
  /** Resolves if blobs can be written or reached, else rejects with the reason. */
  ping(): Promise<void>;
};

export type FolderConfig = {
  driver: 'folder';
  /** Made if missing; nothing else may write in it. */
  root: string;
  /** The key of signed addresses. */
  signingSecret: string;
  /** Milliseconds since 1970, for the expiry of signed addresses. */
  now: () => number;
};

export type S3Config = {
  driver: 's3';
  bucket: string;
  region: string;
  /** For a server other than AWS; its buckets are then addressed by path. */
  endpoint?: string;
  /** Without it, the AWS defaults apply (instance role, profile). */
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /**
   * For a server that browsers do not reach: addresses are then the web app's own, which serves the blobs. Without
   * it they are the bucket's.
   */
  served?: { signingSecret: string; now: () => number };
  cache: {
    folder: string;
    /** What `localPath` keeps; more only while it is in use. */
    maxBytes: number;
    /** How long a file stays after it was last asked for, whatever the size: ten minutes by default. */
    keepMs?: number;
  };
};

export type StorageConfig = FolderConfig | S3Config;

export const DEFAULT_CONTENT_TYPE = 'application/octet-stream';
