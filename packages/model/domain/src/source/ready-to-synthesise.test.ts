import { NO_TERMS, type ReadinessCode, type SourceTerms, sourceTerms } from '@assay/contracts';
import { expect, test } from 'vitest';
import { overridableCodes, readyToSynthesise, type SourceFacts } from '../index.ts';

const NOW = new Date('2026-03-10T12:00:00Z');

const TERMS: SourceTerms = {
  ...NO_TERMS,
  licence: {
    name: { kind: 'spdx', id: 'CC-BY-4.0' },
    url: null,
    expiresOn: null,
    permitsSynthesis: true,
    attribution: null,
  },
  consent: { basis: 'consent', scope: ['synthesis'], expiresOn: null, withdrawnOn: null, evidence: 'Form 7' },
  jurisdictions: ['FR', 'US-CA'],
  owner: 'Data office',
  retention: { deleteOn: '2030-01-01', keepForDays: null, legalHold: null },
};

const FACTS: SourceFacts = {
  terms: TERMS,
  importedAt: new Date('2026-01-01T00:00:00Z'),
  versionReady: true,
  rows: 100,
  columns: [{ name: 'person', roleConfirmed: true }],
  openFindings: 0,
  hasSplit: true,
  privacyUnit: { kind: 'entity', column: 'person' },
};

const withTerms = (change: Partial<SourceTerms>): SourceFacts => ({
  ...FACTS,
  terms: { ...TERMS, ...change },
});
const blockers = (facts: SourceFacts): string[] =>
  readyToSynthesise(facts, NOW)
    .missing.filter((item) => item.severity === 'blocker' && !item.overridden)
    .map((item) => item.code);

test('a source with everything said is ready, and its terms fit their schema', () => {
  expect(sourceTerms.parse(TERMS)).toEqual(TERMS);
  expect(readyToSynthesise(FACTS, NOW)).toEqual({ ready: true, missing: [] });
});

const licence = TERMS.licence!;
const consent = TERMS.consent!;

test.each<[SourceFacts, ReadinessCode[]]>([
  [withTerms({ licence: null }), ['licence-missing']],
  [withTerms({ licence: { ...licence, expiresOn: '2026-03-09' } }), ['licence-expired']],
  [withTerms({ licence: { ...licence, expiresOn: '2026-03-10' } }), []],
  [withTerms({ licence: { ...licence, permitsSynthesis: null } }), ['licence-unread']],
  [withTerms({ licence: { ...licence, permitsSynthesis: false } }), ['licence-excludes-synthesis']],
  [withTerms({ consent: null }), ['consent-missing']],
  [withTerms({ consent: { ...consent, expiresOn: '2026-03-09' } }), ['consent-expired']],
  [withTerms({ consent: { ...consent, withdrawnOn: '2026-03-10' } }), ['consent-withdrawn']],
  [withTerms({ consent: { ...consent, withdrawnOn: '2026-03-11' } }), []],
  [withTerms({ consent: { ...consent, scope: ['research'] } }), ['consent-excludes-synthesis']],
  [withTerms({ consent: { ...consent, basis: 'contract', scope: [] } }), ['consent-excludes-synthesis']],
  [withTerms({ consent: { ...consent, basis: 'public-data', scope: [] } }), []],
  [
    withTerms({ retention: { deleteOn: '2026-03-10', keepForDays: null, legalHold: null } }),
    ['retention-due'],
  ],
  [{ ...FACTS, versionReady: false }, ['version-not-ready']],
  [{ ...FACTS, rows: 0 }, ['no-rows']],
  [{ ...FACTS, openFindings: 2 }, ['findings-undecided']],
  [{ ...FACTS, hasSplit: false }, ['split-missing']],
  [withTerms({ licence: null, consent: null }), ['licence-missing', 'consent-missing']],
])('blockers, case %#', (facts, codes) => {
  expect(blockers(facts)).toEqual(codes);
  expect(readyToSynthesise(facts, NOW).ready).toBe(codes.length === 0);
});

test('advice does not stop a run', () => {
  const facts: SourceFacts = {
    ...withTerms({
      jurisdictions: [],
      owner: null,
      retention: null,
      consent: { ...consent, evidence: null },
    }),
    privacyUnit: null,
    columns: [{ name: 'x', roleConfirmed: false }],
  };
  const result = readyToSynthesise(facts, NOW);
  expect(result.ready).toBe(true);
  expect(result.missing.map((item) => item.code)).toEqual([
    'evidence-missing',
    'retention-missing',
    'privacy-unit-missing',
    'roles-unconfirmed',
    'jurisdiction-missing',
    'owner-missing',
  ]);
});

test('an override lifts what it names, and nothing that comes later', () => {
  const override = {
    by: 'u',
    reason: 'Agreed with counsel.',
    at: '2026-03-01T00:00:00Z',
    covers: ['licence-expired' as const],
  };
  const expired = { ...licence, expiresOn: '2026-01-01' };
  const lifted = readyToSynthesise(withTerms({ licence: expired, override }), NOW);
  expect(lifted.ready).toBe(true);
  expect(lifted.missing).toMatchObject([{ code: 'licence-expired', overridden: true }]);
  expect(blockers(withTerms({ licence: expired, consent: null, override }))).toEqual(['consent-missing']);
});

test('a withdrawn consent and undecided findings cannot be overridden', () => {
  const covers: ReadinessCode[] = [
    'consent-withdrawn',
    'findings-undecided',
    'split-missing',
    'retention-due',
  ];
  const override = { by: 'u', reason: 'Because I say so.', at: '2026-03-01T00:00:00Z', covers };
  const facts: SourceFacts = {
    ...withTerms({ consent: { ...consent, withdrawnOn: '2026-01-01' }, override }),
    openFindings: 1,
    hasSplit: false,
  };
  expect(blockers(facts)).toEqual(['consent-withdrawn', 'findings-undecided', 'split-missing']);
  expect(overridableCodes(readyToSynthesise(facts, NOW))).toEqual([]);
  expect(overridableCodes(readyToSynthesise(withTerms({ licence: null }), NOW))).toEqual(['licence-missing']);
});
