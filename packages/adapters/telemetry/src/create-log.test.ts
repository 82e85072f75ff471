import { expect, test } from 'vitest';
import { createLog, type LogLevel } from './index.ts';

function logInto(level: LogLevel = 'debug'): {
  log: ReturnType<typeof createLog>;
  lines: Record<string, unknown>[];
} {
  const lines: Record<string, unknown>[] = [];
  const log = createLog({
    name: 'web',
    level,
    destination: { write: (line) => void lines.push(JSON.parse(line)) },
  });
  return { log, lines };
}

test('a line says level, time, process, message and details', () => {
  const { log, lines } = logInto();
  log.info({ rows: 3n, at: new Date(0) }, 'Imported.');
  expect(lines).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      name: 'web',
      rows: '3',
      at: '1970-01-01T00:00:00.000Z',
      msg: 'Imported.',
    },
  ]);
});

test('lines below the level are not written', () => {
  const { log, lines } = logInto('warn');
  log.debug({}, 'a');
  log.info({}, 'b');
  log.warn({}, 'c');
  log.error({}, 'd');
  expect(lines.map((line) => line.msg)).toEqual(['c', 'd']);
});

test('a child carries its ids, and they are redacted too', () => {
  const { log, lines } = logInto();
  log.child({ requestId: 'r-1' }).child({ jobId: 'j-1', token: 'abc' }).info({ n: 1 }, 'Done.');
  expect(lines[0]).toMatchObject({ requestId: 'r-1', jobId: 'j-1', token: '[redacted]', n: 1 });
});

test('an error is written with its cause, and without the password in its message', () => {
  const { log, lines } = logInto();
  const cause = new Error('connect postgresql://assay:hunter2@db:5432/assay');
  log.error({ err: new Error('No database.', { cause }) }, 'Failed for redis://:hunter2@cache');
  expect(JSON.stringify(lines)).not.toContain('hunter2');
  expect(lines[0]).toMatchObject({
    msg: 'Failed for redis://[redacted]@cache',
    err: {
      type: 'Error',
      message: 'No database.',
      cause: { message: 'connect postgresql://[redacted]@db:5432/assay' },
    },
  });
});

test('an error alone is written as err', () => {
  const { log, lines } = logInto();
  log.error(new TypeError('wrong'), 'Failed.');
  expect(lines[0]).toMatchObject({ err: { type: 'TypeError', message: 'wrong' } });
});
