import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { blocksOf } from './blob-source.ts';

/** Blobs up to this size go in one request, larger ones in parts of it: 10,000 parts are 80 GB. */
const PART_SIZE = 8 * 1024 ** 2;

type Target = { Bucket: string; Key: string };

async function uploadParts(
  client: S3Client,
  target: Target,
  contentType: string,
  blocks: AsyncIterable<Buffer>,
): Promise<void> {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ ...target, ContentType: contentType }),
  );
  try {
    const parts: CompletedPart[] = [];
    for await (const block of blocks) {
      const PartNumber = parts.length + 1;
      const { ETag } = await client.send(
        new UploadPartCommand({ ...target, UploadId, PartNumber, Body: block }),
      );
      parts.push({ ETag, PartNumber });
    }
    await client.send(
      new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts: parts } }),
    );
  } catch (error) {
    // the first error is the one to report; what cannot be aborted now is for the bucket's lifecycle rule
    await client.send(new AbortMultipartUploadCommand({ ...target, UploadId })).catch(() => undefined);
    throw error;
  }
}

/**
 * Uploads a stream of unknown length, holding two parts of it at most. The blob appears when all of it has
 * arrived: every request carries whole bytes with their length, so that it can be repeated.
 */
export async function upload(
  client: S3Client,
  target: Target,
  contentType: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const blocks = blocksOf(chunks, PART_SIZE);
  const first = await blocks.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  if (head.byteLength < PART_SIZE) {
    await client.send(new PutObjectCommand({ ...target, ContentType: contentType, Body: head }));
    return;
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield head;
    yield* blocks;
  }
  await uploadParts(client, target, contentType, all());
}
