import { jobStatus } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { canMoveJob, canRetryJob, isJobOpen, timeLeftMs } from './job-state.ts';

describe('job states', () => {
  it('never leave success', () => {
    expect(jobStatus.options.filter((to) => canMoveJob('SUCCEEDED', to))).toEqual([]);
  });

  it('retry what failed or was cancelled, not what is open or done', () => {
    expect(jobStatus.options.filter(canRetryJob)).toEqual(['FAILED', 'CANCELLED']);
  });

  it('tell open from ended', () => {
    expect(jobStatus.options.filter(isJobOpen)).toEqual(['QUEUED', 'RUNNING']);
  });

  it('tell the time left only when there is a rate and a total', () => {
    expect(timeLeftMs({ done: 250, total: 1000, rate: 500 })).toBe(1500);
    expect(timeLeftMs({ done: 1200, total: 1000, rate: 500 })).toBe(0);
    expect(timeLeftMs({ done: 1, total: null, rate: 5 })).toBeNull();
    expect(timeLeftMs({ done: 1, total: 10, rate: 0 })).toBeNull();
  });
});
