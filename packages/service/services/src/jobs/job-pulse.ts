import type { Deps } from '../frame/deps.ts';
import type { JobProgress } from './job-run.ts';
import { movingRate } from './moving-rate.ts';

/** How often a running job gives a sign of life. */
export const BEAT_MS = 1000;
/** A job whose worker was silent for this long may be taken by another: shorter than the queue's claim on it. */
export const ALIVE_MS = 2500;
const REPORT_MS = 500;

/** Why a job has to stop in the middle. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped';
  readonly why: 'cancelled' | 'taken over' | 'closing';
  constructor(why: JobStopped['why']) {
    super(`The job has to stop: ${why}.`);
    this.why = why;
  }
}

/** Progress and signs of life of one attempt, and through their answers the news that it has to stop. */
export type JobPulse = {
  signal: AbortSignal;
  progress: (report: JobProgress) => Promise<void>;
  /** Ends the beating; what was reported last is stored. */
  stop: () => Promise<void>;
};

export function startPulse(
  deps: Deps,
  attempt: { orgId: string; jobId: string; runId: string; signal: AbortSignal },
): JobPulse {
  const { orgId, jobId, runId } = attempt;
  const controller = new AbortController();
  const close = (): void => controller.abort(new JobStopped('closing'));
  if (attempt.signal.aborted) close();
  attempt.signal.addEventListener('abort', close, { once: true });

  let latest: JobProgress | null = null;
  let measured: { stage: string; done: number; at: number; rate: number | null } | null = null;
  let dirty = false;
  let storedAt = Number.NEGATIVE_INFINITY;
  let storing: Promise<void> | null = null;

  const store = async (): Promise<void> => {
    const report = dirty ? latest : null;
    dirty = false;
    storedAt = performance.now();
    const answer = await deps.db.transaction({ orgId, userId: null }, (t) =>
      t.jobs.beat(
        jobId,
        runId,
        report && {
          stage: report.stage,
          done: BigInt(Math.max(0, Math.floor(report.done))),
          total: report.total === null ? null : BigInt(Math.max(0, Math.floor(report.total))),
          rate: measured?.rate ?? null,
        },
      ),
    );
    if (answer === null) controller.abort(new JobStopped('taken over'));
    else if (answer.cancelRequested) controller.abort(new JobStopped('cancelled'));
  };
  const storeOnce = async (): Promise<void> => {
    storing ??= store().finally(() => {
      storing = null;
    });
    return storing;
  };
  const timer = setInterval(() => {
    // A database that is away for a while must not end the job: the next beat tries again.
    storeOnce().catch((err: unknown) => deps.log.warn({ err, jobId }, 'A sign of life could not be stored.'));
  }, BEAT_MS);

  return {
    signal: controller.signal,
    progress: async (report) => {
      controller.signal.throwIfAborted();
      const now = performance.now();
      latest = report;
      if (measured === null || measured.stage !== report.stage) {
        measured = { stage: report.stage, done: report.done, at: now, rate: null };
      } else if (now - measured.at >= REPORT_MS) {
        const rate = movingRate(measured.rate, { from: measured.done, to: report.done }, now - measured.at);
        measured = { stage: report.stage, done: report.done, at: now, rate };
      }
      dirty = true;
      if (now - storedAt < REPORT_MS) return;
      await storeOnce();
      controller.signal.throwIfAborted();
    },
    stop: async () => {
      clearInterval(timer);
      attempt.signal.removeEventListener('abort', close);
      await storing?.catch(() => undefined);
      if (dirty) await store().catch(() => undefined);
    },
  };
}
