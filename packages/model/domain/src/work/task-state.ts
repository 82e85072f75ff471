import type { TaskStatus } from '@assay/contracts';

/** One person's turn at one sample, as far as its life is concerned. */
export type TaskState = {
  status: TaskStatus;
  /** Whose turn it is or was; null while anybody's. */
  personId: string | null;
  /** The claim under which it is held; null unless it is. */
  leaseId: string | null;
  /** What was submitted; null unless it was. */
  annotationId: string | null;
};

export type TaskCommand =
  | { kind: 'claim'; personId: string; leaseId: string }
  | { kind: 'release'; leaseId: string }
  /** The lease ran out. */
  | { kind: 'expire' }
  | { kind: 'submit'; leaseId: string; annotationId: string }
  | { kind: 'skip'; leaseId: string }
  /** Takes back what was submitted or skipped: the same person holds it again. */
  | { kind: 'retract'; personId: string; leaseId: string }
  /** What was submitted stands no more, and the turn is anybody's again. */
  | { kind: 'ask-again' }
  | { kind: 'cancel' };

export type TaskRefusal = 'taken' | 'not-held' | 'ended' | 'not-yours' | 'nothing-to-take-back';

export const openTask: TaskState = { status: 'OPEN', personId: null, leaseId: null, annotationId: null };

/** Decides one command on a task: its next state, or why not. */
export function decideTask(task: TaskState, command: TaskCommand): TaskState | TaskRefusal {
  switch (command.kind) {
    case 'claim':
      if (task.status === 'OPEN') {
        return { ...task, status: 'LEASED', personId: command.personId, leaseId: command.leaseId };
      }
      return task.status === 'LEASED' ? 'taken' : 'ended';
    case 'release':
      return whyNotHeld(task, command.leaseId) ?? openTask;
    case 'expire':
      return task.status === 'LEASED' ? openTask : 'not-held';
    case 'submit':
      return (
        whyNotHeld(task, command.leaseId) ?? {
          ...task,
          status: 'SUBMITTED',
          leaseId: null,
          annotationId: command.annotationId,
        }
      );
    case 'skip':
      return whyNotHeld(task, command.leaseId) ?? { ...task, status: 'SKIPPED', leaseId: null };
    case 'retract':
      if (task.status !== 'SUBMITTED' && task.status !== 'SKIPPED') return 'nothing-to-take-back';
      if (task.personId !== command.personId) return 'not-yours';
      return { ...task, status: 'LEASED', leaseId: command.leaseId, annotationId: null };
    case 'ask-again':
      return task.status === 'SUBMITTED' ? openTask : 'nothing-to-take-back';
    case 'cancel':
      // What was answered stays answered.
      if (task.status !== 'OPEN' && task.status !== 'LEASED') return 'ended';
      return { status: 'CANCELLED', personId: null, leaseId: null, annotationId: null };
  }
}

/** Why a lease does not hold a task; null when it does. */
export function whyNotHeld(task: TaskState, leaseId: string): TaskRefusal | null {
  if (task.status === 'LEASED') return task.leaseId === leaseId ? null : 'not-held';
  return task.status === 'OPEN' ? 'not-held' : 'ended';
}

/** May this person be given a turn at a sample, whose turns so far these are? Nobody has two. */
export function mayTake(turns: readonly TaskState[], personId: string): boolean {
  return turns.every((turn) => turn.personId !== personId);
}
