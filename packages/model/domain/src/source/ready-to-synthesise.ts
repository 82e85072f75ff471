import type { Consent, Licence, PrivacyUnit, ReadinessCode, SourceTerms } from '@assay/contracts';
import { isPast } from './calendar.ts';
import { retentionDue } from './retention-due.ts';

/** All that decides whether a source version may be synthesised. */
export type SourceFacts = {
  readonly terms: SourceTerms;
  readonly importedAt: Date;
  /** The version is committed and scanned for personal data. */
  readonly versionReady: boolean;
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly roleConfirmed: boolean }[];
  /** Findings of personal data that nobody has confirmed or dismissed. */
  readonly openFindings: number;
  readonly hasSplit: boolean;
  readonly privacyUnit: PrivacyUnit | null;
};

export type MissingItem = {
  readonly code: ReadinessCode;
  /** A blocker stops a run; advice does not. */
  readonly severity: 'blocker' | 'advice';
  /** A blocker that a manager's recorded override lifts. */
  readonly overridden: boolean;
  readonly sentence: string;
  /** Where it is set: a path in the source's settings. */
  readonly field: string;
};

export type Readiness = { readonly ready: boolean; readonly missing: readonly MissingItem[] };

/** What a manager may override: the terms. A withdrawn consent, a due erasure and missing work are not theirs. */
const OVERRIDABLE: ReadonlySet<ReadinessCode> = new Set([
  'licence-missing',
  'licence-unread',
  'licence-expired',
  'licence-excludes-synthesis',
  'consent-missing',
  'consent-expired',
  'consent-excludes-synthesis',
]);

/**
 * The one rule on whether a run may start on a source version. Blockers are: licence or consent missing, expired,
 * withdrawn or excluding synthesis; a version that is not ready or empty; undecided findings of personal data; no
 * split; retention that is due. The rest is advice. An override lifts those terms that it names and no others.
 */
export function readyToSynthesise(facts: SourceFacts, now: Date): Readiness {
  const found = [
    ...licenceItems(facts.terms.licence, now),
    ...consentItems(facts.terms.consent, now),
    ...workItems(facts),
    ...retentionItems(facts, now),
    ...adviceItems(facts),
  ];
  const covered = new Set<ReadinessCode>(facts.terms.override?.covers ?? []);
  const missing = found.map((item) => ({
    ...item,
    overridden: item.severity === 'blocker' && OVERRIDABLE.has(item.code) && covered.has(item.code),
  }));
  return { ready: missing.every((item) => item.severity === 'advice' || item.overridden), missing };
}

/** Of what is missing, the codes that an override by a manager could cover now. */
export function overridableCodes(readiness: Readiness): ReadinessCode[] {
  return readiness.missing.map((item) => item.code).filter((code) => OVERRIDABLE.has(code));
}

type Item = Omit<MissingItem, 'overridden'>;

const blocker = (code: ReadinessCode, field: string, sentence: string): Item => ({
  code,
  severity: 'blocker',
  field,
  sentence,
});
const advice = (code: ReadinessCode, field: string, sentence: string): Item => ({
  code,
  severity: 'advice',
  field,
  sentence,
});

function licenceItems(licence: Licence | null, now: Date): Item[] {
  if (licence === null)
    return [blocker('licence-missing', 'terms.licence', 'State the licence of the data.')];
  const items: Item[] = [];
  if (licence.expiresOn !== null && isPast(licence.expiresOn, now)) {
    items.push(
      blocker('licence-expired', 'terms.licence.expiresOn', `The licence expired on ${licence.expiresOn}.`),
    );
  }
  if (licence.permitsSynthesis === null) {
    items.push(
      blocker(
        'licence-unread',
        'terms.licence.permitsSynthesis',
        'Say whether the licence permits synthesis.',
      ),
    );
  } else if (!licence.permitsSynthesis) {
    items.push(
      blocker(
        'licence-excludes-synthesis',
        'terms.licence.permitsSynthesis',
        'The licence does not permit making synthetic data.',
      ),
    );
  }
  return items;
}

function consentItems(consent: Consent | null, now: Date): Item[] {
  if (consent === null) {
    return [blocker('consent-missing', 'terms.consent', 'State on what ground the data may be processed.')];
  }
  const items: Item[] = [];
  if (consent.withdrawnOn !== null && consent.withdrawnOn <= now.toISOString().slice(0, 10)) {
    items.push(
      blocker(
        'consent-withdrawn',
        'terms.consent.withdrawnOn',
        `Consent was withdrawn on ${consent.withdrawnOn}.`,
      ),
    );
  }
  if (consent.expiresOn !== null && isPast(consent.expiresOn, now)) {
    items.push(
      blocker('consent-expired', 'terms.consent.expiresOn', `The consent expired on ${consent.expiresOn}.`),
    );
  }
  const needsScope = consent.basis !== 'public-data' && consent.basis !== 'not-personal';
  if (needsScope && !consent.scope.includes('synthesis')) {
    items.push(
      blocker(
        'consent-excludes-synthesis',
        'terms.consent.scope',
        'The consent does not name synthesis among its purposes.',
      ),
    );
  }
  if (consent.evidence === null || consent.evidence === '') {
    items.push(
      advice(
        'evidence-missing',
        'terms.consent.evidence',
        'Note where the ground for processing is documented.',
      ),
    );
  }
  return items;
}

function workItems(facts: SourceFacts): Item[] {
  const items: Item[] = [];
  if (!facts.versionReady) {
    items.push(
      blocker('version-not-ready', 'version', 'Wait until the import and the search for personal data end.'),
    );
  } else if (facts.rows === 0) {
    items.push(blocker('no-rows', 'version', 'The version has no rows.'));
  }
  if (facts.openFindings > 0) {
    const findings = facts.openFindings === 1 ? 'finding' : 'findings';
    items.push(
      blocker(
        'findings-undecided',
        'findings',
        `Confirm or dismiss ${facts.openFindings} ${findings} of personal data.`,
      ),
    );
  }
  if (!facts.hasSplit)
    items.push(blocker('split-missing', 'split', 'Split the rows into fit, tune and test.'));
  return items;
}

function retentionItems(facts: SourceFacts, now: Date): Item[] {
  const retention = retentionDue(facts.terms, facts.importedAt, now);
  if (retention.due || retention.heldBy !== null) {
    const why =
      retention.heldBy === null ? 'The data is to be erased' : 'The data is only kept for a legal hold';
    return [blocker('retention-due', 'terms.retention', `${why} since ${retention.on}.`)];
  }
  if (retention.on !== null) return [];
  return [advice('retention-missing', 'terms.retention', 'Say how long the data may be kept.')];
}

function adviceItems(facts: SourceFacts): Item[] {
  const { terms, columns, privacyUnit } = facts;
  const items: Item[] = [];
  if (privacyUnit === null) {
    items.push(
      advice(
        'privacy-unit-missing',
        'privacyUnit',
        'Say whether a person is one row or several; a private fit needs it.',
      ),
    );
  } else if (privacyUnit.kind === 'entity' && !columns.some(({ name }) => name === privacyUnit.column)) {
    items.push(
      advice(
        'privacy-unit-unknown-column',
        'privacyUnit',
        `The privacy unit names a column that is not there: "${privacyUnit.column}".`,
      ),
    );
  }
  const unconfirmed = columns.filter((column) => !column.roleConfirmed).length;
  if (unconfirmed > 0) {
    items.push(
      advice(
        'roles-unconfirmed',
        'columns',
        `Confirm the roles of ${unconfirmed} of ${columns.length} columns.`,
      ),
    );
  }
  if (terms.jurisdictions.length === 0) {
    items.push(
      advice(
        'jurisdiction-missing',
        'terms.jurisdictions',
        'Name the jurisdictions that the data falls under.',
      ),
    );
  }
  if (terms.owner === null || terms.owner === '') {
    items.push(advice('owner-missing', 'terms.owner', 'Name who answers for the data.'));
  }
  return items;
}
