import type { ReadinessCode } from '@assay/contracts';

/** Ids of what is filled in on the terms page, so that a sentence of the readiness panel can lead right to it. */
export const TERM_IDS = {
  licence: 'licence',
  permits: 'licence-permits',
  licenceExpires: 'licence-expires',
  basis: 'consent-basis',
  scope: 'consent-scope',
  consentExpires: 'consent-expires',
  withdrawn: 'consent-withdrawn',
  evidence: 'consent-evidence',
  jurisdictions: 'jurisdictions',
  collectedTo: 'collected-to',
  owner: 'data-owner',
  retention: 'retention-days',
  privacyUnit: 'privacy-unit',
  rowsToLabellers: 'rows-to-labellers',
} as const;

const places: Record<ReadinessCode, string> = {
  'licence-missing': `/terms#${TERM_IDS.licence}`,
  'licence-unread': `/terms#${TERM_IDS.permits}`,
  'licence-expired': `/terms#${TERM_IDS.licenceExpires}`,
  'licence-excludes-synthesis': `/terms#${TERM_IDS.permits}`,
  'consent-missing': `/terms#${TERM_IDS.basis}`,
  'consent-expired': `/terms#${TERM_IDS.consentExpires}`,
  'consent-withdrawn': `/terms#${TERM_IDS.withdrawn}`,
  'consent-excludes-synthesis': `/terms#${TERM_IDS.scope}`,
  'version-not-ready': '/versions',
  'no-rows': '/versions',
  'findings-undecided': '/findings',
  'split-missing': '/splits',
  'privacy-unit-missing': `/terms#${TERM_IDS.privacyUnit}`,
  'privacy-unit-unknown-column': `/terms#${TERM_IDS.privacyUnit}`,
  'roles-unconfirmed': '/columns',
  'evidence-missing': `/terms#${TERM_IDS.evidence}`,
  'jurisdiction-missing': `/terms#${TERM_IDS.jurisdictions}`,
  'owner-missing': `/terms#${TERM_IDS.owner}`,
  'retention-missing': `/terms#${TERM_IDS.retention}`,
  'retention-due': `/terms#${TERM_IDS.retention}`,
};

/** Where what is missing is set: a path below the source's own. */
export function readinessPlace(code: ReadinessCode): string {
  return places[code];
}
