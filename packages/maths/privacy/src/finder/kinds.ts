/** Kinds of personal data that the finder knows; the same members as `personalDataKind` in contracts. */
export const FINDING_KINDS = [
  'person-name',
  'email',
  'phone',
  'street-address',
  'postal-code',
  'us-ssn',
  'us-itin',
  'medical-record-number',
  'payment-card',
  'iban',
  'bank-account',
  'ip-address',
  'url',
  'mac-address',
  'birth-date',
  'coordinates',
  'free-text-personal-data',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** A stretch of a text; `start` and `end` (exclusive) are UTF-16 code-unit offsets; confidence from 0 to 1. */
export interface Span {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}
