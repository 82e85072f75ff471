import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`. What is valid until a day is valid through it, in UTC. */
export const calendarDay = z.iso.date();

/** Under which licence the data came. `permitsSynthesis` is null until somebody has read it. */
export const licence = z.object({
  name: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('spdx'), id: z.string().trim().min(1).max(64) }),
    z.object({ kind: z.literal('custom'), name: z.string().trim().min(1).max(256) }),
  ]),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .nullable(),
  expiresOn: calendarDay.nullable(),
  permitsSynthesis: z.boolean().nullable(),
  attribution: z.string().max(2000).nullable(),
});
export type Licence = z.infer<typeof licence>;

/** On what ground the data may be processed. The last two say that there is no personal data to protect. */
export const consentBasis = z.enum([
  'consent',
  'contract',
  'legal-obligation',
  'legitimate-interest',
  'public-task',
  'public-data',
  'not-personal',
]);
export type ConsentBasis = z.infer<typeof consentBasis>;

/** What the data may be used for. */
export const purpose = z.enum([
  'synthesis',
  'research',
  'model-training',
  'analytics',
  'product-improvement',
  'testing',
]);
export type Purpose = z.infer<typeof purpose>;

export const consent = z.object({
  basis: consentBasis,
  scope: z.array(purpose).max(16),
  expiresOn: calendarDay.nullable(),
  withdrawnOn: calendarDay.nullable(),
  /** Where the ground is documented: a record, a clause, a link. */
  evidence: z.string().trim().max(2000).nullable(),
});
export type Consent = z.infer<typeof consent>;

/** When the data must go. The earlier of the two dates holds; a legal hold stops both. */
export const retention = z.object({
  deleteOn: calendarDay.nullable(),
  /** Counted from the import. */
  keepForDays: z.number().int().min(1).max(36_525).nullable(),
  legalHold: z.object({ reason: z.string().trim().min(1).max(2000), since: calendarDay }).nullable(),
});
export type Retention = z.infer<typeof retention>;

/** What can keep a source from being synthesised; `blocker` stops a run, `advice` does not. */
export const readinessCode = z.enum([
  'licence-missing',
  'licence-unread',
  'licence-expired',
  'licence-excludes-synthesis',
  'consent-missing',
  'consent-expired',
  'consent-withdrawn',
  'consent-excludes-synthesis',
  'version-not-ready',
  'no-rows',
  'findings-undecided',
  'split-missing',
  'privacy-unit-missing',
  'privacy-unit-unknown-column',
  'roles-unconfirmed',
  'evidence-missing',
  'jurisdiction-missing',
  'owner-missing',
  'retention-missing',
  'retention-due',
]);
export type ReadinessCode = z.infer<typeof readinessCode>;

/** A manager's decision to go on although the terms say no: it covers the reasons that were shown, and no later one. */
export const termsOverride = z.object({
  by: z.string().min(1).max(64),
  reason: z.string().trim().min(10).max(2000),
  at: z.iso.datetime(),
  covers: z.array(readinessCode).min(1).max(20),
});
export type TermsOverride = z.infer<typeof termsOverride>;

/** Where a source comes from and what may be done with it. Null means that nobody has said yet. */
export const sourceTerms = z.object({
  type: z.literal('assay.source-terms'),
  version: z.literal(1),
  licence: licence.nullable(),
  consent: consent.nullable(),
  /** ISO 3166-1 alpha-2, or ISO 3166-2 for a part of a country. */
  jurisdictions: z.array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)).max(50),
  collectedFrom: calendarDay.nullable(),
  collectedTo: calendarDay.nullable(),
  owner: z.string().trim().max(256).nullable(),
  retention: retention.nullable(),
  /** May whoever labels be shown single real rows, as a blind test needs? */
  rowsToLabellers: z.boolean().default(false),
  override: termsOverride.nullable(),
});
export type SourceTerms = z.infer<typeof sourceTerms>;

/** The terms of a source that was just created. */
export const NO_TERMS: SourceTerms = {
  type: 'assay.source-terms',
  version: 1,
  licence: null,
  consent: null,
  jurisdictions: [],
  collectedFrom: null,
  collectedTo: null,
  owner: null,
  retention: null,
  rowsToLabellers: false,
  override: null,
};
