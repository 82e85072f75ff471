import { expect, test } from 'vitest';
import { createMetrics, timed } from './index.ts';

test('writes counters and gauges in the Prometheus text format', () => {
  const metrics = createMetrics();
  const jobs = metrics.counter({
    name: 'assay_jobs_total',
    help: 'Jobs that ended.',
    labels: ['queue', 'outcome'],
  });
  const waiting = metrics.gauge({ name: 'assay_waiting', help: 'Jobs that wait.\nNow \\ here.', labels: [] });
  jobs.add({ queue: 'import', outcome: 'ok' });
  jobs.add({ queue: 'import', outcome: 'ok' }, 2);
  jobs.add({ queue: 'a"b\\c\nd', outcome: 'failed' }, 0.5);
  waiting.set({}, -3);
  expect(metrics.text()).toBe(
    [
      '# HELP assay_jobs_total Jobs that ended.',
      '# TYPE assay_jobs_total counter',
      'assay_jobs_total{queue="import",outcome="ok"} 3',
      'assay_jobs_total{queue="a\\"b\\\\c\\nd",outcome="failed"} 0.5',
      '# HELP assay_waiting Jobs that wait.\\nNow \\\\ here.',
      '# TYPE assay_waiting gauge',
      'assay_waiting -3',
      '',
    ].join('\n'),
  );
});

test('a metric without labels is there before anything happened', () => {
  const metrics = createMetrics();
  metrics.counter({ name: 'a_total', help: 'A.', labels: [] });
  expect(metrics.text()).toContain('\na_total 0\n');
});

test('a histogram counts cumulatively, bounds inclusive', () => {
  const metrics = createMetrics();
  const sizes = metrics.histogram({
    name: 'size_bytes',
    help: 'Sizes.',
    labels: ['kind'],
    buckets: [1, 2.5, 10],
  });
  for (const value of [0.5, 1, 2, 2.5, 10.5]) sizes.observe({ kind: 'x' }, value);
  expect(metrics.text().split('\n').slice(2, -1)).toEqual([
    'size_bytes_bucket{kind="x",le="1"} 2',
    'size_bytes_bucket{kind="x",le="2.5"} 4',
    'size_bytes_bucket{kind="x",le="10"} 4',
    'size_bytes_bucket{kind="x",le="+Inf"} 5',
    'size_bytes_sum{kind="x"} 16.5',
    'size_bytes_count{kind="x"} 5',
  ]);
});

test('a label of endless values cannot fill the memory', () => {
  const metrics = createMetrics();
  const seen = metrics.counter({ name: 'seen_total', help: 'Seen.', labels: ['what'] });
  for (let index = 0; index < 5_000; index += 1) seen.add({ what: `value-${index}` });
  const lines = metrics.text().split('\n').slice(2, -1);
  expect(lines).toHaveLength(1_001);
  expect(lines.at(-1)).toBe('seen_total{what="other"} 4000');
});

test('refuses what the format or the meaning does not allow', () => {
  const metrics = createMetrics();
  const make = (name: string, labels: string[] = []) => metrics.counter({ name, help: 'H.', labels });
  const counter = make('a_total');
  for (const by of [-1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => counter.add({}, by)).toThrow(RangeError);
  for (const name of ['a_total', '1a', 'a-b', '']) expect(() => make(name)).toThrow(RangeError);
  for (const label of ['le', '__name', 'a b', '']) expect(() => make('b_total', [label])).toThrow(RangeError);
  for (const buckets of [[2, 1], [1, 1], [Number.POSITIVE_INFINITY]]) {
    expect(() => metrics.histogram({ name: 'h', help: 'H.', labels: [], buckets })).toThrow(RangeError);
  }
});

test('timed reports seconds and the outcome, and passes value and error on', async () => {
  const reported: unknown[] = [];
  let clock = 0;
  const now = (): number => {
    clock += 250;
    return clock;
  };
  const report = (...words: unknown[]): void => void reported.push(words);
  expect(await timed(report, async () => 'value', now)).toBe('value');
  await expect(
    timed(
      report,
      () => {
        throw new Error('on purpose');
      },
      now,
    ),
  ).rejects.toThrow('on purpose');
  expect(reported).toEqual([
    [0.25, 'ok'],
    [0.25, 'failed'],
  ]);
});
