import { type Licence, NO_TERMS, type SourceTerms } from '@assay/contracts';

/** Kept this long by the demo, so that it shows a retention without ever acting on it during a trial. */
const KEEP_DAYS = 3650;

/** Terms of public data from the United States that the demo may keep and synthesise. */
export function publicDataTerms(given: {
  licence: Pick<Licence, 'name' | 'url' | 'attribution'>;
  evidence: string;
  owner: string;
  collectedFrom: string | null;
  collectedTo: string | null;
}): Omit<SourceTerms, 'override'> {
  const { override: _none, ...base } = NO_TERMS;
  return {
    ...base,
    licence: { ...given.licence, expiresOn: null, permitsSynthesis: true },
    consent: {
      basis: 'public-data',
      scope: ['synthesis', 'research', 'testing'],
      expiresOn: null,
      withdrawnOn: null,
      evidence: given.evidence,
    },
    jurisdictions: ['US'],
    collectedFrom: given.collectedFrom,
    collectedTo: given.collectedTo,
    owner: given.owner,
    retention: { deleteOn: null, keepForDays: KEEP_DAYS, legalHold: null },
    // It was published: whoever labels may see it.
    rowsToLabellers: true,
  };
}
