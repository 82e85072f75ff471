/** The disk or the bucket has no room. Nothing of the blob was kept. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
}

export class BlobNotFoundError extends Error {
  override readonly name = 'BlobNotFoundError';
  readonly key: string;
  constructor(key: string, options?: ErrorOptions) {
    super(`There is no blob ${key}.`, options);
    this.key = key;
  }
}

export class InvalidKeyError extends Error {
  override readonly name = 'InvalidKeyError';
}

/** The code of a system error such as ENOSPC; '' for any other. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The same error, or a `StorageFullError` where that is its meaning. */
export function orFull(error: unknown): unknown {
  const code = systemCode(error);
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new StorageFullError('The disk is full. Free some space and try again; nothing was kept.', {
    cause: error,
  });
}
