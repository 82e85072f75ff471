import {
  batchKind,
  batchStatus,
  blindLeftOut,
  controlKind,
  controlOutcome,
  faultKind,
  id,
  plantedFault,
  skipReason,
  taskControl,
} from '@assay/contracts';
import { z } from 'zod';
import { forecast, taskCounts } from './batch.ts';
import { isoDate, personRef } from './common.ts';

const count = z.number();
const ms = z.number().nullable();

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Which work is counted; days are those of the reader's zone. */
export const labellingFilter = {
  batchId: id.nullable().default(null),
  days: z.number().int().min(1).max(366).nullable().default(null),
  timeZone: z.string().max(64).refine(isTimeZone, 'There is no such time zone.').default('UTC'),
};

export const labellingItemsFilter = {
  ...labellingFilter,
  status: z.enum(['SUBMITTED', 'SKIPPED']).nullable().default(null),
  day: z.iso.date().nullable().default(null),
  skipReason: skipReason.nullable().default(null),
  label: z.object({ questionId: id, labelId: id }).nullable().default(null),
};

/** Answers, the time at work on them in milliseconds, and its quartiles. */
const times = { answers: count, activeMs: count, q1: ms, median: ms, q3: ms };

export const labellingNumbers = z.object({
  total: z.object({ ...times, skipped: count, people: count }),
  days: z.array(z.object({ day: z.string(), ...times })),
  people: z.array(
    z.object({
      userId: id,
      name: z.string().nullable(),
      ...times,
      skipped: count,
      lastAt: isoDate.nullable(),
    }),
  ),
  labels: z.array(
    z.object({
      questionId: z.string(),
      question: z.string().nullable(),
      labelId: z.string(),
      label: z.string().nullable(),
      ...times,
    }),
  ),
  skips: z.array(z.object({ reason: skipReason, tasks: count })),
});

/** Of each slice: the answers to its samples, and how far the batches were looked through for them. */
export const sliceNumbers = z.object({
  slices: z.array(
    z.object({
      /** The scenario that it is. */
      sliceId: id,
      name: z.string(),
      /** Samples of the batches that were looked through, answered or not. */
      samples: count,
      /** Batches whose rows lack a column that it names. */
      unasked: count,
      ...times,
    }),
  ),
  batches: z.object({ counted: count, of: count, unreadable: count }),
});

export const labelledItem = z.object({
  id,
  batch: z.object({ id, number: count, name: z.string(), kind: batchKind }),
  item: count,
  row: count,
  skipped: z.boolean(),
  person: personRef,
  endedAt: isoDate,
  activeMs: ms,
  /** Names of the labels that were given. */
  labels: z.array(z.string()),
  skipReason: skipReason.nullable(),
  skipNote: z.string().nullable(),
  /** Of a control task, for who leads the work; nobody else is told. */
  control: taskControl.nullable(),
});

export const batchOutlook = z.object({
  id,
  number: count,
  name: z.string(),
  kind: batchKind,
  status: batchStatus,
  dueAt: isoDate.nullable(),
  overlap: count,
  samples: count,
  tasks: taskCounts,
  /** Null for who may not see how fast people work. */
  forecast: forecast.nullable(),
});

const rate = z.object({ estimate: z.number(), low: z.number(), high: z.number() }).nullable();

/** How often rows were told apart; `p` is two-sided and exact against one half, null where nobody answered. */
const toldApart = { n: count, right: count, rows: count, rate, p: z.number().nullable() };
const calledReal = z.object({ n: count, called: count, rate });
const blindAbout = {
  size: count,
  columns: z.array(z.string()),
  leftOut: z.array(z.object({ column: z.string(), why: blindLeftOut })),
};

/** What came of a blind test; nothing of it before it has ended. */
export const blindResult = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('blind'), ...blindAbout }),
  z.object({
    state: z.literal('open'),
    ...blindAbout,
    total: z.object(toldApart),
    real: calledReal,
    synthetic: calledReal,
    skipped: count,
    people: z.array(z.object({ userId: id, name: z.string().nullable(), ...toldApart })),
    /** Answers that marked a cell of a column, in rows of each origin. */
    tells: z.array(z.object({ column: z.string(), synthetic: count, real: count })),
    /** Rows of the run that most who saw them recognised. */
    recognised: z.array(z.object({ row: count, n: count, right: count, columns: z.array(z.string()) })),
  }),
]);

/** A share of control tasks, with its 95% Wilson interval; null where nobody answered one. Skipped ones are apart. */
const controlRate = {
  n: count,
  good: count,
  skipped: count,
  rate,
};
const controlRates = { gold: z.object(controlRate), seeded: z.object(controlRate) };

export const controlNumbers = z.object({
  total: z.object(controlRates),
  people: z.array(z.object({ userId: id, name: z.string().nullable(), ...controlRates })),
  faults: z.array(z.object({ fault: faultKind, ...controlRate })),
});

export const controlAnswersFilter = {
  ...labellingFilter,
  personId: id.nullable().default(null),
  kind: controlKind.nullable().default(null),
  outcome: controlOutcome.nullable().default(null),
  fault: faultKind.nullable().default(null),
};

/** An answer to a question beside what is known, in words. */
export const comparedAnswer = z.object({
  id: z.string(),
  name: z.string(),
  known: z.string(),
  said: z.string().nullable(),
  right: z.boolean(),
});

/** What somebody said of a control task, beside what was known or planted. */
export const controlAnswer = z.object({
  id,
  batch: z.object({ id, number: count, name: z.string() }),
  item: count,
  row: count,
  person: personRef,
  kind: controlKind,
  outcome: controlOutcome,
  at: isoDate,
  fault: plantedFault.nullable(),
  questions: z.array(comparedAnswer),
});
