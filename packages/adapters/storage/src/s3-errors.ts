import { S3ServiceException } from '@aws-sdk/client-s3';
import { BlobNotFoundError, orFull, StorageFullError } from './storage-errors.ts';

function status(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** A missing bucket is not a missing blob: it would make every read look like an empty store. */
export function isMissingBlob(error: unknown): boolean {
  return status(error) === 404 && !(error instanceof Error && error.name === 'NoSuchBucket');
}

/** A range that begins at or after the end. */
export function isBeyondEnd(error: unknown): boolean {
  return status(error) === 416;
}

/** The error in the words of `Storage`. 507 is what S3-compatible servers say when their disk is full. */
export function fromS3(error: unknown, key: string): unknown {
  if (isMissingBlob(error)) return new BlobNotFoundError(key, { cause: error });
  if (status(error) === 507)
    return new StorageFullError('The bucket is full; nothing was kept.', { cause: error });
  return orFull(error);
}
