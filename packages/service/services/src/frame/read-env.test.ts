import { expect, test } from 'vitest';
import { readEnv } from './read-env.ts';

const whole = {
  DATABASE_APP_URL: 'postgresql://a:b@localhost/x',
  DATABASE_SYSTEM_URL: 'postgresql://a:b@localhost/x',
  DATABASE_QUEUE_URL: 'postgresql://a:b@localhost/x',
  ASSAY_HOME: '/srv/assay',
  ASSAY_SECRET: Buffer.alloc(32, 1).toString('base64'),
};

test('what is not given has its default, and empty is not given', () => {
  expect(readEnv({ ...whole, REDIS_URL: '', LOG_LEVEL: '', WORKER_PORT: '9000' })).toEqual({
    ...whole,
    S3_REGION: 'us-east-1',
    ASSAY_WEBHOOK_HOSTS: [],
    ASSAY_REGION: 'local',
    ASSAY_BASE_URL: 'http://localhost:3000',
    LOG_LEVEL: 'info',
    WORKER_PORT: 9000,
  });
});

test('everything that is missing or wrong is named at once', () => {
  const broken = {
    ...whole,
    DATABASE_APP_URL: undefined,
    ASSAY_SECRET: 'c2hvcnQ=',
    REDIS_URL: 'http://cache',
  };
  expect(() => readEnv(broken)).toThrow(
    /DATABASE_APP_URL is not set\n.*REDIS_URL must be an address[\s\S]*ASSAY_SECRET must be 32 bytes/,
  );
});

test('files need a folder or a bucket, and keys come in pairs', () => {
  expect(() => readEnv({ ...whole, ASSAY_HOME: undefined })).toThrow('ASSAY_HOME is needed');
  const s3 = { ...whole, ASSAY_HOME: undefined, S3_BUCKET: 'files' };
  expect(readEnv(s3).S3_BUCKET).toBe('files');
  expect(() => readEnv({ ...s3, S3_ACCESS_KEY_ID: 'k' })).toThrow('given together');
});
