import { NO_TERMS, type SourceTerms } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { readyToSynthesise, type SourceFacts } from '../source/ready-to-synthesise.ts';
import { whyNotShown } from './may-show-real-rows.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const SHOWN: SourceTerms = {
  ...NO_TERMS,
  licence: {
    name: { kind: 'spdx', id: 'CC0-1.0' },
    url: null,
    expiresOn: null,
    permitsSynthesis: true,
    attribution: null,
  },
  consent: { basis: 'consent', scope: ['synthesis'], expiresOn: null, withdrawnOn: null, evidence: null },
  rowsToLabellers: true,
};
const facts = (terms: Partial<SourceTerms> = {}, of: Partial<SourceFacts> = {}): SourceFacts => ({
  terms: { ...SHOWN, ...terms },
  importedAt: new Date('2026-01-01T00:00:00Z'),
  versionReady: true,
  rows: 100,
  columns: [],
  openFindings: 0,
  hasSplit: true,
  privacyUnit: null,
  ...of,
});
const fields = (of: SourceFacts, personal: readonly string[] = [], naming: readonly string[] = []) =>
  whyNotShown(of, ['age', 'city'], { personal: new Set(personal), naming: new Set(naming) }, NOW).map(
    ({ field }) => field,
  );

describe('real rows', () => {
  it('may be shown where the terms say so and nothing else is in the way', () => {
    expect(fields(facts())).toEqual([]);
    expect(fields(facts({ rowsToLabellers: false }))).toEqual(['terms.rowsToLabellers']);
  });

  it('may not be shown where they may not be synthesised', () => {
    expect(fields(facts({ consent: null, licence: null }))).toEqual(['terms.licence', 'terms.consent']);
    expect(fields(facts({}, { openFindings: 1 }))).toEqual(['findings']);
    expect(fields(facts({}, { versionReady: false, hasSplit: false }))).toEqual(['version', 'split']);
  });

  it('are not shown because a manager lets them be synthesised', () => {
    const override = {
      by: 'm',
      reason: 'We agreed on it by letter.',
      at: '2026-05-01T00:00:00.000Z',
      covers: ['licence-missing' as const],
    };
    const overridden = facts({ licence: null, override });
    expect(readyToSynthesise(overridden, NOW).ready).toBe(true);
    expect(fields(overridden)).toEqual(['terms.licence']);
  });

  it('are not shown once personal data is found in what they show', () => {
    expect(fields(facts(), ['city'])).toEqual(['findings']);
    expect(fields(facts(), ['elsewhere'])).toEqual([]);
  });

  it('are not shown once a column that they show names somebody', () => {
    expect(fields(facts(), [], ['age'])).toEqual(['columns']);
    expect(fields(facts(), [], ['elsewhere'])).toEqual([]);
  });
});
