import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { eventually, resolveChromium, startPostgres, startRedis, startS3, tempDirectory } from './index.ts';

function answers(port: number, send: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(send));
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString());
    });
  });
}

test('Redis starts, answers and stops', async () => {
  const redis = await startRedis();
  expect(await answers(redis.port, 'PING\r\n')).toBe('+PONG\r\n');
  await redis.stop();
  await expect(answers(redis.port, 'PING\r\n')).rejects.toThrow('ECONNREFUSED');
});

test('the S3 server starts with its bucket and stops', async () => {
  const s3 = await startS3();
  const answer = await fetch(`${s3.endpoint}/${s3.bucket}/absent`);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(existsSync(`${s3.folder}/${s3.bucket}`)).toBe(true);
  await s3.stop();
  expect(existsSync(s3.folder)).toBe(false);
});

test('a temporary folder is there until it is removed', () => {
  const folder = tempDirectory();
  expect(existsSync(folder.path)).toBe(true);
  folder.remove();
  expect(existsSync(folder.path)).toBe(false);
});

test('a browser is found', async () => {
  expect(existsSync(await resolveChromium())).toBe(true);
});

test.each(['SIGKILL', 'SIGINT'] as const)('a server outlives no run that ends by %s', async (signal) => {
  const program = fileURLToPath(new URL('./hold-servers.testchild.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data) => resolve(String(data))),
  );
  const { postgres, redis, folder } = JSON.parse(line) as { postgres: number; redis: number; folder: string };
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
  // starting another server sweeps what a killed run could not clean up
  if (signal === 'SIGKILL') await (await startPostgres()).stop();
  await eventually(async () => {
    await expect(answers(postgres, 'x')).rejects.toThrow('ECONNREFUSED');
    await expect(answers(redis, 'PING\r\n')).rejects.toThrow('ECONNREFUSED');
  });
  expect(existsSync(folder)).toBe(false);
});
