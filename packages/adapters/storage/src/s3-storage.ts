import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { checkedKey, checkedLimit, checkedPrefix, checkedRange } from './blob-key.ts';
import { measured } from './blob-source.ts';
import { contentDisposition } from './content-disposition.ts';
import { fileCache } from './file-cache.ts';
import { fromS3, isBeyondEnd, isMissingBlob } from './s3-errors.ts';
import { upload } from './s3-upload.ts';
import { checkAddress, checkedExpiry, signAddress } from './signed-address.ts';
import { BlobNotFoundError } from './storage-errors.ts';
import { type ByteRange, DEFAULT_CONTENT_TYPE, type S3Config, type Storage } from './storage-types.ts';

const KEEP_MS = 600_000;

/** The client for a bucket's server. */
export function clientOf({
  region,
  endpoint,
  credentials,
}: Pick<S3Config, 'region' | 'endpoint' | 'credentials'>): S3Client {
  return new S3Client({
    region,
    maxAttempts: 5,
    // many S3-compatible servers store the framing of streamed checksums as content
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === undefined ? {} : { credentials }),
  });
}

function rangeHeader({ offset, length }: ByteRange): string {
  return `bytes=${offset}-${length === undefined ? '' : offset + length - 1}`;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Blobs in an S3 bucket. Give the bucket a lifecycle rule that ends incomplete multipart uploads after a day. */
export function s3Storage(config: S3Config): Storage {
  const client = clientOf(config);
  const { served } = config;
  const cache = fileCache({ keepMs: KEEP_MS, ...config.cache });
  const at = (key: string): { Bucket: string; Key: string } => ({
    Bucket: config.bucket,
    Key: checkedKey(key),
  });

  async function headOf(
    key: string,
  ): Promise<{ bytes: number; contentType: string; modifiedAt: Date; etag: string } | null> {
    try {
      const found = await client.send(new HeadObjectCommand(at(key)));
      return {
        bytes: found.ContentLength ?? 0,
        contentType: found.ContentType ?? DEFAULT_CONTENT_TYPE,
        modifiedAt: found.LastModified ?? new Date(0),
        etag: found.ETag ?? '',
      };
    } catch (error) {
      if (isMissingBlob(error)) return null;
      throw error;
    }
  }

  async function read(key: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array>> {
    if (range?.length === 0) {
      if ((await headOf(key)) === null) throw new BlobNotFoundError(key);
      return nothing();
    }
    try {
      const Range = range === undefined ? {} : { Range: rangeHeader(range) };
      const { Body } = await client.send(new GetObjectCommand({ ...at(key), ...Range }));
      // in Node the body is a readable stream
      if (Body === undefined || !(Symbol.asyncIterator in Body)) return nothing();
      return Body;
    } catch (error) {
      if (range !== undefined && isBeyondEnd(error)) return nothing();
      throw fromS3(error, key);
    }
  }

  return {
    put: async (key, source, { contentType = DEFAULT_CONTENT_TYPE } = {}) => {
      const target = at(key);
      const { chunks, result } = measured(source);
      try {
        await upload(client, target, contentType, chunks);
      } catch (error) {
        throw fromS3(error, key);
      }
      return result();
    },
    get: async (key, { range } = {}) => read(key, range === undefined ? undefined : checkedRange(range)),
    head: async (key) => {
      const found = await headOf(key);
      if (found === null) return null;
      const { bytes, contentType, modifiedAt } = found;
      return { bytes, contentType, modifiedAt };
    },
    delete: async (key) => {
      await client.send(new DeleteObjectCommand(at(key)));
    },
    list: async (prefix, { cursor, limit = 1000 } = {}) => {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket: config.bucket,
          Prefix: checkedPrefix(prefix),
          MaxKeys: checkedLimit(limit),
          ...(cursor === undefined ? {} : { ContinuationToken: cursor }),
        }),
      );
      const blobs = (page.Contents ?? []).map(({ Key = '', Size = 0, LastModified = new Date(0) }) => ({
        key: Key,
        bytes: Size,
        modifiedAt: LastModified,
      }));
      return { blobs, cursor: page.NextContinuationToken ?? null };
    },
    localPath: async (key) => {
      const found = await headOf(key);
      if (found === null) throw new BlobNotFoundError(key);
      const identity = JSON.stringify([config.endpoint, config.bucket, key, found.etag, found.bytes]);
      return cache.path(identity, () => read(key));
    },
    signedUrl: async (key, { expiresInSeconds, fileName }) => {
      if (served !== undefined) {
        const expiresAt = Math.floor(served.now() / 1000) + checkedExpiry(expiresInSeconds);
        return signAddress(served.signingSecret, checkedKey(key), expiresAt, fileName ?? null);
      }
      const named =
        fileName === undefined ? {} : { ResponseContentDisposition: contentDisposition(fileName) };
      return getSignedUrl(client, new GetObjectCommand({ ...at(key), ...named }), {
        expiresIn: checkedExpiry(expiresInSeconds),
      });
    },
    verifySignedUrl: (url) =>
      served === undefined
        ? { valid: false, reason: 'forged' }
        : checkAddress(served.signingSecret, url, served.now()),
    ping: async () => {
      await client.send(new HeadBucketCommand({ Bucket: config.bucket }));
    },
  };
}
