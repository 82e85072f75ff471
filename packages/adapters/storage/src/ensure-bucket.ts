import { CreateBucketCommand, HeadBucketCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { clientOf } from './s3-storage.ts';
import type { S3Config } from './storage-types.ts';

/**
 * Makes the bucket where it is missing.
 *
 * @returns whether it was made now
 */
export async function ensureBucket(
  config: Pick<S3Config, 'bucket' | 'region' | 'endpoint' | 'credentials'>,
): Promise<boolean> {
  const client = clientOf(config);
  const Bucket = config.bucket;
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
    return false;
  } catch (error) {
    if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 404) throw error;
    await client.send(new CreateBucketCommand({ Bucket }));
    return true;
  } finally {
    client.destroy();
  }
}
