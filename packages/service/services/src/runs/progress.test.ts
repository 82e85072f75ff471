import { expect, test } from 'vitest';
import { progressOf } from './read-runs.ts';

type Jobs = Parameters<typeof progressOf>[2];

function job(
  kind: string,
  status: string,
  done: number,
  total: number | null,
  rate: number | null,
): Jobs[number] {
  return {
    id: kind,
    orgId: '',
    projectId: null,
    kind,
    payload: {},
    subjectType: 'run',
    subjectId: '',
    region: '',
    status,
    attempt: 1,
    runId: null,
    stage: 'sample',
    done: BigInt(done),
    total: total === null ? null : BigInt(total),
    rate,
    unit: 'rows',
    error: null,
    result: null,
    createdBy: null,
    createdAt: new Date(0),
    startedAt: null,
    finishedAt: null,
    heartbeatAt: null,
    cancelRequestedAt: null,
    revision: 1,
  };
}

test('the progress of a run is that of all its shards together', () => {
  const jobs = [
    job('generation.run', 'SUCCEEDED', 0, null, null),
    job('generation.shard', 'SUCCEEDED', 90, 100, 500),
    job('generation.shard', 'RUNNING', 40, 100, 50),
    job('generation.shard', 'RUNNING', 60, 100, 50),
    job('generation.shard', 'QUEUED', 0, null, null),
  ];
  expect(progressOf('RUNNING', 400, jobs)).toEqual({
    phase: 'generate',
    stage: 'sample',
    done: 200,
    total: 400,
    unit: 'rows',
    rate: 100,
    timeLeftMs: 2000,
    jobs: { open: 3, failed: 0 },
    acceptance: null,
  });
});

test('before there are shards a run fits or reads, after them it is reported on', () => {
  const fit = job('generation.run', 'RUNNING', 5, 10, null);
  expect(progressOf('QUEUED', 10, [fit]).phase).toBe('queued');
  expect(progressOf('RUNNING', 10, [fit])).toMatchObject({ phase: 'fit', done: 5, total: 10, rate: null });
  expect(progressOf('RUNNING', null, [job('run.import', 'RUNNING', 7, null, 3)])).toMatchObject({
    phase: 'import',
    done: 7,
    timeLeftMs: null,
  });
  expect(progressOf('VALIDATING', 10, [fit, job('validation.run', 'RUNNING', 2, 6, 1)])).toMatchObject({
    phase: 'validate',
    done: 2,
    total: 6,
    timeLeftMs: 4000,
  });
  expect(progressOf('READY', 10, [fit])).toMatchObject({ phase: null, total: null });
});

test('shards too short for a rate of their own give the run theirs, from the first start to the last end', () => {
  const shard = (from: number, to: number | null): Jobs[number] => ({
    ...job('generation.shard', to === null ? 'RUNNING' : 'SUCCEEDED', to === null ? 0 : 100, 100, null),
    startedAt: new Date(from),
    finishedAt: to === null ? null : new Date(to),
  });
  const of = (...shards: Jobs[number][]) => progressOf('RUNNING', 400, shards);
  expect(of(shard(1000, 1500), shard(1400, 2000), shard(2000, null))).toMatchObject({
    done: 200,
    rate: 200,
    timeLeftMs: 1000,
  });
  expect(of(shard(1000, null))).toMatchObject({ rate: null, timeLeftMs: null });
});
