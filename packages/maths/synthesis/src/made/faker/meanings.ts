import type { Faker } from '@faker-js/faker';

/**
 * What a made-up value can mean. E-mail addresses and links are on domains reserved for examples, so that nothing
 * reaches anybody; that a made-up name or address is also somebody's cannot be ruled out.
 */
export const MEANINGS = [
  'person-name',
  'given-name',
  'family-name',
  'email',
  'user-name',
  'phone',
  'street-address',
  'city',
  'postal-code',
  'region',
  'country',
  'company',
  'job-title',
  'us-ssn',
  'payment-card',
  'iban',
  'bank-account',
  'ip-address',
  'mac-address',
  'url',
  'birth-date',
  'coordinates',
  'medical-record-number',
  'product',
  'colour',
  'sentence',
] as const;

export type Meaning = (typeof MEANINGS)[number];

/** Ages are counted from here, so that a value does not change with the day. */
const REFERENCE = new Date('2025-01-01T00:00:00Z');

/** How each meaning is made. */
export const MAKERS: Readonly<Record<Meaning, (faker: Faker) => string>> = {
  'person-name': (f) => `${f.person.firstName()} ${f.person.lastName()}`,
  'given-name': (f) => f.person.firstName(),
  'family-name': (f) => f.person.lastName(),
  email: (f) => f.internet.exampleEmail().toLowerCase(),
  'user-name': (f) => f.internet.username(),
  phone: (f) => f.phone.number({ style: 'national' }),
  'street-address': (f) => f.location.streetAddress(),
  city: (f) => f.location.city(),
  'postal-code': (f) => f.location.zipCode('#####'),
  region: (f) => f.location.state(),
  country: (f) => f.location.country(),
  company: (f) => f.company.name(),
  'job-title': (f) => f.person.jobTitle(),
  // Numbers that begin with 9 are never given out as social security numbers.
  'us-ssn': (f) => f.helpers.replaceSymbols('9##-##-####'),
  'payment-card': (f) => f.finance.creditCardNumber(),
  iban: (f) => f.finance.iban({ formatted: true }),
  'bank-account': (f) => f.finance.accountNumber(10),
  'ip-address': (f) => f.internet.ipv4(),
  'mac-address': (f) => f.internet.mac(),
  url: (f) => `https://${f.helpers.slugify(f.company.name()).toLowerCase()}.example`,
  'birth-date': (f) =>
    f.date.birthdate({ mode: 'age', min: 18, max: 90, refDate: REFERENCE }).toISOString().slice(0, 10),
  coordinates: (f) => `${f.location.latitude()}, ${f.location.longitude()}`,
  'medical-record-number': (f) => `MRN${f.string.numeric(8)}`,
  product: (f) => f.commerce.productName(),
  colour: (f) => f.color.human(),
  sentence: (f) => f.lorem.sentence(),
};

/** The day from which ages are counted. */
export function referenceDate(): Date {
  return new Date(REFERENCE);
}
