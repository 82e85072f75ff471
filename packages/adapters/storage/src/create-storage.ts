import { folderStorage } from './folder-storage.ts';
import { s3Storage } from './s3-storage.ts';
import type { Storage, StorageConfig } from './storage-types.ts';

/** Opens the blob store. Both drivers behave alike, but for what `Storage` says of each. */
export function createStorage(config: StorageConfig): Storage {
  return config.driver === 'folder' ? folderStorage(config) : s3Storage(config);
}
