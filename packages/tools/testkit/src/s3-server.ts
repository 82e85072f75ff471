import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startService } from './service-process.ts';

export type S3Server = {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Where the server keeps its files. */
  folder: string;
  pid: number;
  stop(): Promise<void>;
};

/** The key pair that s3rver accepts. */
const KEY = 'S3RVER';

/** Starts an S3-compatible server (s3rver) of its own on a free port, with one empty bucket. */
export async function startS3({ bucket = 'assay-test' } = {}): Promise<S3Server> {
  const manifest = createRequire(import.meta.url).resolve('s3rver/package.json');
  const program = join(dirname(manifest), 'bin', 's3rver.js');
  const { port, folder, pid, stop } = await startService('s3', (onPort, directory) => ({
    file: process.execPath,
    args: [
      // its continuation tokens use a cipher that OpenSSL 3 calls legacy
      '--openssl-legacy-provider',
      program,
      '--directory',
      directory,
      '--address',
      '127.0.0.1',
      '--port',
      String(onPort),
      '--silent',
      '--no-vhost-buckets',
      '--configure-bucket',
      bucket,
    ],
  }));
  return {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket,
    accessKeyId: KEY,
    secretAccessKey: KEY,
    folder,
    pid,
    stop,
  };
}
