export { blobKey } from './blob-key.ts';
export { contentDisposition } from './content-disposition.ts';
export { createStorage } from './create-storage.ts';
export { ensureBucket } from './ensure-bucket.ts';
export { BlobNotFoundError, InvalidKeyError, StorageFullError } from './storage-errors.ts';
export type {
  BlobHead,
  BlobPage,
  BlobSource,
  ByteRange,
  FolderConfig,
  ListedBlob,
  PutResult,
  S3Config,
  SignedUrlCheck,
  Storage,
  StorageConfig,
} from './storage-types.ts';
