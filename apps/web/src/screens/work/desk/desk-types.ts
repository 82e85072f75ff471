import type { AppRouter } from '@assay/api';
import type { Annotation, DraftChange, DrawnStanding, EmptyQueueReason, SkipReason } from '@assay/contracts';
import type { DraftClient } from '@assay/domain';
import type { inferRouterOutputs } from '@trpc/server';
import type { Refusal } from '~/trpc/client.tsx';

type Claimed = inferRouterOutputs<AppRouter>['task']['claim'];
export type WorkBatch = Claimed['batches'][number];
/** What it is held under; until when is the server's to know. */
export type WorkTask = Omit<Claimed['tasks'][number], 'leaseUntil'>;
export type WorkCell = WorkTask['cells'][number];
export type Fields = DraftChange['set'];

/** A task in this person's hands, with their answers so far. */
export type HeldTask = {
  task: WorkTask;
  batch: WorkBatch;
  draft: DraftClient;
  /** What was drawn when it was handed in, to go on from if it is taken back. */
  drawn: Annotation['answers'];
  /** What the tab had seen of the drawing then. */
  standing: DrawnStanding | null;
  /** What the answers were before each change, to go back to; oldest first. */
  past: readonly Fields[];
};

/** An answer, or a skip, on its way to the server. It is in the browser's own store until it is taken. */
export type Sending = {
  annotationId: string;
  personId: string;
  projectId: string;
  taskId: string;
  leaseId: string;
  row: number;
  activeMs: number;
  /** Null is a skip. */
  payload: Annotation | null;
  skip: { reason: SkipReason; note: string | null } | null;
  /** Of an answer that was drawn: what the tab had seen of the drawing. */
  drawing?: DrawnStanding | null;
  /** By which version of the label schema it was asked; a migration may have come since. */
  labelSchemaVersionId?: string | null;
  /** Where it is a reply to an expert who sent the answer back: to what, and the words to it. */
  returned?: { returnId: string; reply: string } | null;
};

/** Something that happened to work that was done, told until it is read. */
export type Notice = { id: string; row: number; refusal: Refusal };

/** The label schema of a batch at hand was migrated: what it was, and what it is now. */
export type Migrated = { before: WorkBatch; now: WorkBatch };

/** What can be taken back: a row that one submitted or skipped. */
export type Last = { held: HeldTask; annotationId: string; activeMs: number };

export type DeskState = {
  phase: 'opening' | 'working' | 'empty' | 'failed';
  /** The one before the person first, then those fetched ahead. */
  held: readonly HeldTask[];
  /** Why there is nothing. */
  reasons: readonly EmptyQueueReason[];
  failure: Refusal | null;
  /** Are changes on their way, or kept here because nothing reaches the server? */
  saving: 'saved' | 'saving' | 'offline';
  /** Has what was drawn arrived, or does it wait here? */
  drawing: 'saved' | 'waiting';
  /** Answers that the server has not taken yet. */
  sending: number;
  /** What went with the last act: one row, or all that a grid handed in at once. */
  last: readonly Last[];
  notices: readonly Notice[];
  /** Told until it is read. */
  migrated: Migrated | null;
  /** Is the row before the person being brought to the newest version of its label schema? */
  following: boolean;
  /** Answers taken in this session, so that numbers are read again. */
  taken: number;
  paused: boolean;
};
