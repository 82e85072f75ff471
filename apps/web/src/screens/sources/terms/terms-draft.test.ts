import { NO_TERMS, sourceTerms } from '@assay/contracts';
import { expect, it } from 'vitest';
import { draftErrors, draftOf, termsOf } from './terms-draft.ts';

const { override: _override, ...nothing } = NO_TERMS;
const full = {
  ...nothing,
  licence: {
    name: { kind: 'custom', name: 'Data sharing agreement 7' },
    url: 'https://example.org/licence',
    expiresOn: '2030-01-31',
    permitsSynthesis: false,
    attribution: 'Survey office',
  },
  consent: {
    basis: 'consent',
    scope: ['synthesis', 'research'],
    expiresOn: '2031-01-01',
    withdrawnOn: null,
    evidence: 'Form 12',
  },
  jurisdictions: ['US', 'US-CA'],
  collectedFrom: '2019-01-01',
  collectedTo: '2020-12-31',
  owner: 'Statistics',
  retention: {
    deleteOn: '2040-01-01',
    keepForDays: 900,
    legalHold: { reason: 'Case 4', since: '2026-01-01' },
  },
} as const;

it('comes back as it went into the form', () => {
  expect(termsOf(draftOf(nothing))).toEqual(nothing);
  const terms = sourceTerms.omit({ override: true }).parse(full);
  expect(termsOf(draftOf(terms))).toEqual(terms);
  expect(draftErrors(draftOf(terms))).toEqual([]);
});

it('says where it is wrong', () => {
  const draft = {
    ...draftOf(nothing),
    licence: 'custom',
    url: 'javascript:alert(1)',
    collectedFrom: '2020-01-02',
    collectedTo: '2020-01-01',
    keepForDays: 1.5,
    hold: true,
  };
  expect(draftErrors(draft).map((error) => error.code)).toEqual([
    'custom-name',
    'url',
    'collected-order',
    'keep-days',
    'hold-reason',
    'hold-since',
  ]);
});

it('makes terms that the contract takes whenever there is no error', () => {
  const draft = { ...draftOf(nothing), licence: 'CC0-1.0', basis: 'public-data' as const, keepForDays: 30 };
  expect(draftErrors(draft)).toEqual([]);
  expect(sourceTerms.omit({ override: true }).safeParse(termsOf(draft)).success).toBe(true);
});
