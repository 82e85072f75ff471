import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decideRelease,
  newRelease,
  openBlockers,
  type ReleaseCommand,
  type ReleaseState,
  releaseStandingOn,
  releaseStatusOn,
  waiverHolds,
} from './release-state.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK === '1' ? 50_000 : 500 };
const people = fc.constantFrom('ann', 'ben', 'eve');
const keys = fc.constantFrom('gate:r:one', 'gate:r:two', 'goal:g');
const ids = fc.constantFrom('w1', 'w2', 'w3', 'w4', 'w5');
const days = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04');

const commands: fc.Arbitrary<ReleaseCommand> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('begin' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('finish' as const), blockers: fc.uniqueArray(keys) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('propose-waiver' as const),
      id: ids,
      key: keys,
      personId: people,
      endsOn: days,
      today: days,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('decide-waiver' as const),
      id: ids,
      personId: people,
      grant: fc.boolean(),
      today: days,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('approve' as const), personId: people, today: days }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reject' as const), personId: people }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const) }) },
);

/** Most of what can go wrong comes after the validation: so that it is reached, it is among the commands. */
const validated = fc
  .uniqueArray(keys, { maxLength: 2 })
  .map((blockers): ReleaseCommand[] => [{ kind: 'begin' }, { kind: 'finish', blockers }]);

test('whatever is asked of a release, it is approved only past every blocker, by somebody who did not commit it', () => {
  let approved = 0;
  fc.assert(
    fc.property(
      fc.array(commands, { maxLength: 10 }),
      validated,
      fc.array(commands, { maxLength: 60 }),
      (before, middle, after) => {
        const list = [...before, ...middle, ...after];
        let release: ReleaseState = newRelease('ann');
        const proposed = new Set<string>();
        for (const command of list) {
          // Ids are given once.
          if (command.kind === 'propose-waiver' && proposed.has(command.id)) continue;
          const was = release;
          const next = decideRelease(was, command);
          if (typeof next === 'string') continue;
          release = next;
          if (command.kind === 'propose-waiver') proposed.add(command.id);
          // What is over stays over.
          expect(['REJECTED', 'WITHDRAWN']).not.toContain(was.status);
          if (release.status === 'APPROVED' && was.status !== 'APPROVED') {
            approved += 1;
            expect(command).toMatchObject({ kind: 'approve' });
            if (command.kind !== 'approve') continue;
            expect(['READY', 'BLOCKED']).toContain(was.status);
            expect(command.personId).not.toBe('ann');
            for (const key of was.blockers) {
              const covers = was.waivers.filter(
                (waiver) => waiver.key === key && waiverHolds(waiver, command.today),
              );
              expect(covers.length).toBeGreaterThan(0);
            }
          }
          // An approved release is decided no more: it can only be withdrawn.
          if (was.status === 'APPROVED') expect(['APPROVED', 'WITHDRAWN']).toContain(release.status);
          // What the validation found stays found.
          if (command.kind !== 'finish') expect(release.blockers).toEqual(was.blockers);
          for (const waiver of release.waivers) {
            if (waiver.status === 'GRANTED') expect(waiver.decidedBy).not.toBe(waiver.proposedBy);
            expect(waiver.decidedBy === null).toBe(waiver.status === 'PROPOSED');
            const known = was.waivers.find((each) => each.id === waiver.id);
            // A decision about a waiver is made once.
            if (known !== undefined && known.status !== 'PROPOSED') expect(waiver).toEqual(known);
          }
          for (const key of release.blockers) {
            const open = release.waivers.filter((each) => each.key === key && each.status === 'PROPOSED');
            expect(open.length).toBeLessThanOrEqual(1);
          }
        }
      },
    ),
    RUNS,
  );
  // The commands do come as far as what is claimed about them.
  expect(approved).toBeGreaterThan(10);
}, 120_000);

const stopped: ReleaseState = { ...newRelease('ann'), status: 'BLOCKED', blockers: ['goal:g'] };
const propose = { kind: 'propose-waiver', id: 'w1', key: 'goal:g', personId: 'ben' } as const;

test('a waiver needs a second person and holds until its last day is over', () => {
  const asked = decideRelease(stopped, { ...propose, endsOn: '2026-01-02', today: '2026-01-01' });
  if (typeof asked === 'string') throw new Error(asked);
  const grant = { kind: 'decide-waiver', id: 'w1', grant: true } as const;
  expect(decideRelease(asked, { ...grant, personId: 'ben', today: '2026-01-01' })).toBe('same-person');
  expect(decideRelease(asked, { ...grant, personId: 'eve', today: '2026-01-03' })).toBe('day-passed');
  const granted = decideRelease(asked, { ...grant, personId: 'eve', today: '2026-01-02' });
  if (typeof granted === 'string') throw new Error(granted);
  expect(granted.status).toBe('READY');
  expect(releaseStatusOn(granted, '2026-01-03')).toBe('BLOCKED');
  expect(decideRelease(granted, { kind: 'approve', personId: 'eve', today: '2026-01-03' })).toBe('blocked');
  expect(decideRelease(granted, { kind: 'approve', personId: 'ann', today: '2026-01-02' })).toBe('committer');
  const approved = decideRelease(granted, { kind: 'approve', personId: 'eve', today: '2026-01-02' });
  if (typeof approved === 'string') throw new Error(approved);
  expect(releaseStandingOn(approved, '2026-01-02')).toBe('in-force');
  expect(releaseStandingOn(approved, '2026-01-03')).toBe('lapsed');
  expect(openBlockers(approved, '2026-01-03')).toEqual(['goal:g']);
  // It is renewed by another waiver, with both people again.
  const renewed = decideRelease(approved, {
    ...propose,
    id: 'w2',
    endsOn: '2026-02-01',
    today: '2026-01-03',
  });
  if (typeof renewed === 'string') throw new Error(renewed);
  const again = decideRelease(renewed, {
    kind: 'decide-waiver',
    id: 'w2',
    grant: true,
    personId: 'eve',
    today: '2026-01-03',
  });
  if (typeof again === 'string') throw new Error(again);
  expect([again.status, releaseStandingOn(again, '2026-01-03')]).toEqual(['APPROVED', 'in-force']);
});

test('a waiver is of a blocker, is proposed once, and ends later than the one it follows', () => {
  const day = { endsOn: '2026-01-05', today: '2026-01-01' };
  expect(decideRelease(stopped, { ...propose, ...day, key: 'goal:other' })).toBe('no-such-blocker');
  expect(decideRelease(stopped, { ...propose, endsOn: '2025-12-31', today: '2026-01-01' })).toBe(
    'day-passed',
  );
  const asked = decideRelease(stopped, { ...propose, ...day });
  if (typeof asked === 'string') throw new Error(asked);
  expect(decideRelease(asked, { ...propose, ...day, id: 'w2' })).toBe('waiver-open');
  const back = decideRelease(asked, {
    kind: 'decide-waiver',
    id: 'w1',
    personId: 'ben',
    grant: false,
    today: '2026-01-01',
  });
  expect(back).toMatchObject({ status: 'BLOCKED', waivers: [{ status: 'REFUSED' }] });
  expect(decideRelease(newRelease('ann'), { ...propose, ...day })).toBe('not-validated');
});

test('nothing is decided before the validation is there, and a failed one can be tried again', () => {
  const asked = newRelease('ann');
  expect(decideRelease(asked, { kind: 'approve', personId: 'ben', today: '2026-01-01' })).toBe(
    'not-validated',
  );
  const failed = decideRelease(asked, { kind: 'fail' });
  if (typeof failed === 'string') throw new Error(failed);
  expect(decideRelease(failed, { kind: 'begin' })).toMatchObject({ status: 'VALIDATING' });
  expect(decideRelease(failed, { kind: 'reject', personId: 'ben' })).toMatchObject({ status: 'REJECTED' });
  expect(decideRelease(failed, { kind: 'finish', blockers: [] })).toBe('not-validated');
});
