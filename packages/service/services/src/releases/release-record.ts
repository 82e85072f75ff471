import {
  AssayError,
  type ExportedRelease,
  type FailureText,
  failureText,
  notFound,
  type Policy,
  policy,
  type ReleaseBlocker,
  type ReleaseChecks,
  releaseChecks,
  releaseStatus,
  waiverStatus,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import {
  type ReleaseRefusal,
  type ReleaseState,
  releaseBlockers,
  releaseStandingOn,
  releaseStatusOn,
  waiverHolds,
} from '@assay/domain';
import type { Deps } from '../frame/deps.ts';
import { stale } from '../frame/stale.ts';

export type ReleaseRow = NonNullable<Awaited<ReturnType<Repositories['releases']['get']>>>;

export async function requireRelease(t: Repositories, releaseId: string): Promise<ReleaseRow> {
  const row = await t.releases.get(releaseId);
  if (row === null) throw notFound('release');
  return row;
}

/** The same, held until the transaction ends. */
export async function lockRelease(t: Repositories, releaseId: string): Promise<ReleaseRow> {
  const row = await t.releases.lock(releaseId);
  if (row === null) throw notFound('release');
  return row;
}

/** @throws AssayError `stale` when the release was changed since whoever decides looked at it */
export function requireSeen(row: Pick<ReleaseRow, 'revision'>, revision: number): void {
  if (row.revision !== revision) throw stale('release');
}

/** The day by which waivers are judged, in UTC. */
export function todayOf(deps: Deps): string {
  return deps.clock.now().toISOString().slice(0, 10);
}

export function checksOf(row: Pick<ReleaseRow, 'checks'>): ReleaseChecks | null {
  return row.checks === null ? null : releaseChecks.parse(row.checks);
}

export function blockersOf(row: Pick<ReleaseRow, 'checks'>): ReleaseBlocker[] {
  const checks = checksOf(row);
  return checks === null ? [] : releaseBlockers(checks);
}

export function policyOfRelease(row: Pick<ReleaseRow, 'policy'>): Policy {
  return policy.parse(row.policy);
}

export function releaseFailure(row: Pick<ReleaseRow, 'status' | 'failure'>): FailureText | null {
  return row.status === 'FAILED' ? failureText.nullable().parse(row.failure ?? null) : null;
}

/** A release as the state machine sees it. */
export function releaseStateOf(row: ReleaseRow): ReleaseState {
  return {
    status: releaseStatus.parse(row.status),
    committedBy: row.version.createdBy,
    blockers: blockersOf(row).map((blocker) => blocker.key),
    waivers: row.waivers.map(({ id, key, status, proposedBy, decidedBy, endsOn }) => ({
      id,
      key,
      status: waiverStatus.parse(status),
      proposedBy,
      decidedBy,
      endsOn,
    })),
    decidedBy: row.decidedBy,
  };
}

/** What is waived on this day, as it leaves: what of, why, and until when. */
export function waiversInForce(row: ReleaseRow, today: string): ExportedRelease['waivers'] {
  const names = new Map(blockersOf(row).map((blocker) => [blocker.key, blocker.name]));
  return row.waivers
    .filter(({ status, endsOn }) => waiverHolds({ status: waiverStatus.parse(status), endsOn }, today))
    .map(({ key, reason, endsOn }) => ({ name: names.get(key) ?? key, reason, endsOn }));
}

/** What a version, an export or a file says of a release that it is of. */
export function releaseMark(row: ReleaseRow, today: string) {
  const state = releaseStateOf(row);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    status: releaseStatusOn(state, today),
    standing: releaseStandingOn(state, today),
    withdrawReason: row.withdrawReason,
  };
}
export type ReleaseMark = ReturnType<typeof releaseMark>;

/** Marks of the releases of these versions, oldest first, by the version. */
export async function releaseMarks(
  t: Repositories,
  versionIds: readonly string[],
  today: string,
): Promise<Map<string, ReleaseMark[]>> {
  const marks = new Map<string, ReleaseMark[]>();
  for (const row of await t.releases.ofVersions(versionIds)) {
    marks.set(row.versionId, [...(marks.get(row.versionId) ?? []), releaseMark(row, today)]);
  }
  return marks;
}

/** @throws AssayError `not-ready` of a release that was not approved, was withdrawn, or needs a waiver that ended */
export function requireInForce(row: ReleaseRow, today: string): void {
  const { standing, number } = releaseMark(row, today);
  if (standing === 'in-force') return;
  if (standing === 'withdrawn') {
    throw new AssayError('not-ready', `Release ${number} was withdrawn: ${row.withdrawReason ?? ''}`, {
      kept: 'The version that it was of is unchanged.',
      next: 'Export the version itself where you need its rows: its files say that it is not released.',
    });
  }
  if (standing === 'lapsed') {
    throw new AssayError('not-ready', `A waiver that release ${number} needs has ended.`, {
      kept: 'What left of it before is unchanged.',
      next: 'Have the waiver renewed by two managers.',
    });
  }
  throw new AssayError('not-ready', `Release ${number} is not approved.`, {
    next: 'Have it approved first, or export the version itself.',
  });
}

const REFUSALS: {
  readonly [R in ReleaseRefusal]: [
    code: 'conflict' | 'not-ready' | 'forbidden' | 'bad-input' | 'not-found',
    message: string,
    next: string,
  ];
} = {
  'not-validated': [
    'not-ready',
    'The final validation of this release is not there.',
    'Wait for it, or try it again where it failed.',
  ],
  decided: ['conflict', 'This release was decided already.', 'Load the page again to see what was decided.'],
  ended: [
    'conflict',
    'This release was rejected or withdrawn, and stays so.',
    'Ask for another release of the version.',
  ],
  blocked: [
    'not-ready',
    'Something stands in the way of this release.',
    'Have it waived by two managers, change the goal or the policy and ask again, or release another version.',
  ],
  committer: [
    'forbidden',
    'Whoever committed a version does not approve its release.',
    'Ask another manager to decide.',
  ],
  'no-such-blocker': [
    'not-found',
    'Nothing of this kind stands in the way of the release.',
    'Load the page again.',
  ],
  'no-such-waiver': ['not-found', 'There is no such waiver of this release.', 'Load the page again.'],
  'waiver-open': [
    'conflict',
    'A waiver of this was proposed already, and waits for a second manager.',
    'Have that one decided.',
  ],
  'waiver-decided': ['conflict', 'This waiver was decided already.', 'Load the page again.'],
  'waiver-shorter': [
    'bad-input',
    'A waiver that lasts as long is in force already.',
    'Choose a later last day.',
  ],
  'same-person': [
    'forbidden',
    'A waiver needs a second manager: whoever proposed it cannot grant it.',
    'Ask another manager to decide about it.',
  ],
  'day-passed': ['bad-input', 'The last day of the waiver is over.', 'Choose a day that is still to come.'],
};

/** A refusal of the state machine as people read it. */
export function releaseRefused(refusal: ReleaseRefusal, blockers: readonly string[] = []): AssayError {
  const [code, message, next] = REFUSALS[refusal];
  const named = blockers.length === 0 ? message : `${message.slice(0, -1)}: ${blockers.join('; ')}.`;
  const field = refusal.startsWith('day') || refusal === 'waiver-shorter' ? { field: 'endsOn' } : {};
  return new AssayError(code, named, { kept: 'Nothing was changed.', next, ...field });
}
