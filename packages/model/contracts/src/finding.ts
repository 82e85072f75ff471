import { z } from 'zod';

/** Kinds of personal data that the finder knows. */
export const personalDataKind = z.enum([
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
]);
export type PersonalDataKind = z.infer<typeof personalDataKind>;
