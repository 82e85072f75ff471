import type { JobKind, JobPayload } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import type { JobOrder, JsonValue } from '../frame/command.ts';

export type JobProgress = {
  /** What is being done, in a word or two: shown as it is. */
  stage: string;
  /** Units done of this stage, in the unit of the job's definition. */
  done: number;
  /** Null while it cannot be told. */
  total: number | null;
};

/** What a handler gets for one attempt at a job. */
export type JobRun<K extends JobKind> = {
  /** Acts for the organisation: what the job does was permitted when it was ordered. */
  actor: Extract<Actor, { kind: 'system' }>;
  job: {
    id: string;
    kind: K;
    orgId: string;
    projectId: string | null;
    payload: JobPayload<K>;
    subject: { type: string; id: string };
    /** Who ordered it; null when the system did. */
    createdBy: string | null;
    /** 1 on the first try; a lost worker counts too. */
    attempt: number;
  };
  /** Aborted when the job was cancelled, another worker took it over, or this worker must stop. */
  signal: AbortSignal;
  /**
   * Runs `work` once in the job's life: after a kill or a failure later on, its remembered result is returned
   * instead. `work` may run again if the worker is lost before its result is stored, so it must bear repetition.
   */
  step: <T extends JsonValue>(name: string, work: () => Promise<T>) => Promise<T>;
  /**
   * Says how far the job is. Call it as often as is convenient: at most two reports a second are stored. Throws
   * when the job has to stop; let the error pass.
   */
  progress: (report: JobProgress) => Promise<void>;
  /** Throws when the job has to stop; for loops that have no progress to report. */
  throwIfStopped: () => void;
  /**
   * For the transaction that writes what came of the work: throws when the job was given to another attempt, which
   * then writes it. Whoever retries a run holds the run's row: read this after a change to that row.
   */
  requireMine: (t: Repositories) => Promise<void>;
  /** Orders a follow-up job once in the job's life, under a name as steps have; returns its id. */
  order: <J extends JobKind>(name: string, job: JobOrder<J>) => Promise<string>;
};

/** What handles one kind of job. Its result is stored with the job and shown; no personal data in it. */
export type JobHandler<K extends JobKind> = (run: JobRun<K>) => Promise<JsonValue>;
