import type { ReleaseStanding, ReleaseStatus, WaiverStatus } from '@assay/contracts';

export type WaiverState = {
  id: string;
  /** What it waives: the key of a blocker. */
  key: string;
  status: WaiverStatus;
  proposedBy: string;
  decidedBy: string | null;
  /** The last day on which it holds, `2026-01-31`, in UTC. */
  endsOn: string;
};

/** A release, as far as its life is concerned. */
export type ReleaseState = {
  status: ReleaseStatus;
  /** Who committed its version: never who approves it. */
  committedBy: string;
  /** Keys of what the final validation found in its way. */
  blockers: readonly string[];
  waivers: readonly WaiverState[];
  decidedBy: string | null;
};

export type ReleaseCommand =
  | { kind: 'begin' }
  | { kind: 'finish'; blockers: readonly string[] }
  | { kind: 'fail' }
  | {
      kind: 'propose-waiver';
      id: string;
      key: string;
      personId: string;
      endsOn: string;
      today: string;
    }
  | { kind: 'decide-waiver'; id: string; personId: string; grant: boolean; today: string }
  | { kind: 'approve'; personId: string; today: string }
  | { kind: 'reject'; personId: string }
  | { kind: 'withdraw' };

export type ReleaseRefusal =
  | 'not-validated'
  | 'decided'
  | 'ended'
  | 'blocked'
  | 'committer'
  | 'no-such-blocker'
  | 'no-such-waiver'
  | 'waiver-open'
  | 'waiver-decided'
  | 'waiver-shorter'
  | 'same-person'
  | 'day-passed';

export function newRelease(committedBy: string): ReleaseState {
  return { status: 'REQUESTED', committedBy, blockers: [], waivers: [], decidedBy: null };
}

/** Does a waiver hold on this day? */
export function waiverHolds(waiver: Pick<WaiverState, 'status' | 'endsOn'>, today: string): boolean {
  return waiver.status === 'GRANTED' && waiver.endsOn >= today;
}

/** What stands in the way on this day: blockers that no waiver in force covers. */
export function openBlockers(
  release: Pick<ReleaseState, 'blockers' | 'waivers'>,
  today: string,
): readonly string[] {
  return release.blockers.filter(
    (key) => !release.waivers.some((waiver) => waiver.key === key && waiverHolds(waiver, today)),
  );
}

/** The status on this day: a release that waits for a decision is READY or BLOCKED as its waivers hold or have ended. */
export function releaseStatusOn(release: ReleaseState, today: string): ReleaseStatus {
  if (release.status !== 'READY' && release.status !== 'BLOCKED') return release.status;
  return openBlockers(release, today).length === 0 ? 'READY' : 'BLOCKED';
}

/** How a release stands on this day. */
export function releaseStandingOn(release: ReleaseState, today: string): ReleaseStanding {
  switch (release.status) {
    case 'APPROVED':
      return openBlockers(release, today).length === 0 ? 'in-force' : 'lapsed';
    case 'WITHDRAWN':
      return 'withdrawn';
    case 'REJECTED':
      return 'rejected';
    default:
      return 'undecided';
  }
}

const isOver = (status: ReleaseStatus): boolean => status === 'REJECTED' || status === 'WITHDRAWN';
const isValidated = (status: ReleaseStatus): boolean => status === 'READY' || status === 'BLOCKED';

/** Decides one command on a release: its next state, or why not. */
export function decideRelease(release: ReleaseState, command: ReleaseCommand): ReleaseState | ReleaseRefusal {
  const { status } = release;
  if (isOver(status)) return 'ended';
  switch (command.kind) {
    case 'begin':
      return ['REQUESTED', 'VALIDATING', 'FAILED'].includes(status)
        ? { ...release, status: 'VALIDATING' }
        : 'decided';
    case 'finish': {
      if (status !== 'VALIDATING') return 'not-validated';
      const { blockers } = command;
      return { ...release, status: blockers.length === 0 ? 'READY' : 'BLOCKED', blockers };
    }
    case 'fail':
      return status === 'REQUESTED' || status === 'VALIDATING' ? { ...release, status: 'FAILED' } : 'decided';
    case 'propose-waiver':
      return propose(release, command);
    case 'decide-waiver':
      return decideWaiver(release, command);
    case 'approve':
      if (status === 'APPROVED') return 'decided';
      if (!isValidated(status)) return 'not-validated';
      if (openBlockers(release, command.today).length > 0) return 'blocked';
      if (release.committedBy === command.personId) return 'committer';
      return { ...release, status: 'APPROVED', decidedBy: command.personId };
    case 'reject':
      if (status === 'APPROVED') return 'decided';
      if (!isValidated(status) && status !== 'FAILED') return 'not-validated';
      return { ...release, status: 'REJECTED', decidedBy: command.personId };
    case 'withdraw':
      return { ...release, status: 'WITHDRAWN' };
  }
}

function propose(
  release: ReleaseState,
  command: Extract<ReleaseCommand, { kind: 'propose-waiver' }>,
): ReleaseState | ReleaseRefusal {
  const { id, key, personId, endsOn, today } = command;
  if (!isValidated(release.status) && release.status !== 'APPROVED') return 'not-validated';
  if (!release.blockers.includes(key)) return 'no-such-blocker';
  if (endsOn < today) return 'day-passed';
  const same = release.waivers.filter((waiver) => waiver.key === key);
  if (same.some((waiver) => waiver.status === 'PROPOSED')) return 'waiver-open';
  if (same.some((waiver) => waiverHolds(waiver, today) && waiver.endsOn >= endsOn)) return 'waiver-shorter';
  const waiver: WaiverState = { id, key, status: 'PROPOSED', proposedBy: personId, decidedBy: null, endsOn };
  return { ...release, waivers: [...release.waivers, waiver] };
}

function decideWaiver(
  release: ReleaseState,
  command: Extract<ReleaseCommand, { kind: 'decide-waiver' }>,
): ReleaseState | ReleaseRefusal {
  const { id, personId, grant, today } = command;
  const waiver = release.waivers.find((each) => each.id === id);
  if (waiver === undefined) return 'no-such-waiver';
  if (waiver.status !== 'PROPOSED') return 'waiver-decided';
  // Whoever proposed it may take it back, and never grant it.
  if (grant && waiver.proposedBy === personId) return 'same-person';
  if (grant && waiver.endsOn < today) return 'day-passed';
  const decided: WaiverState = { ...waiver, status: grant ? 'GRANTED' : 'REFUSED', decidedBy: personId };
  const next = { ...release, waivers: release.waivers.map((each) => (each === waiver ? decided : each)) };
  return { ...next, status: releaseStatusOn(next, today) };
}
