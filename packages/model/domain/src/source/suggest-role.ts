import type { ColumnRole, ColumnType } from '@assay/contracts';
import { isIdName } from './infer-text.ts';
import { hasPhrase, nameWords } from './name-words.ts';

export type RoleFacts = {
  readonly type: ColumnType;
  readonly index: number;
  readonly columns: number;
  readonly rows: number;
  readonly missing: number;
  readonly distinct: number;
};

const DIRECT = [
  'ssn',
  'itin',
  'mrn',
  'email',
  'e mail',
  'phone',
  'telephone',
  'passport',
  'iban',
  'account number',
  'card number',
  'licence number',
  'license number',
  'full name',
  'first name',
  'last name',
  'surname',
  'patient name',
  'customer name',
  'ip address',
  'mac address',
];
const QUASI = [
  'age',
  'sex',
  'gender',
  'zip',
  'zipcode',
  'zip code',
  'postal code',
  'postcode',
  'plz',
  'race',
  'ethnicity',
  'birth date',
  'birthdate',
  'date of birth',
  'dob',
  'birthday',
  'birth year',
  'year of birth',
  'occupation',
  'job',
  'job title',
  'profession',
  'education',
  'marital status',
  'marr',
  'married',
  'nationality',
  'native country',
  'country of birth',
  'citizenship',
  'city',
  'town',
  'county',
  'state',
  'country',
  'region',
  'latitude',
  'longitude',
  'lat',
  'lon',
  'employer',
  'admission date',
  'discharge date',
  'death date',
];
const SENSITIVE = [
  'diagnosis',
  'diagnoses',
  'disease',
  'icd',
  'condition',
  'medication',
  'treatment',
  'hiv',
  'disability',
  'religion',
  'faith',
  'political',
  'party',
  'union',
  'orientation',
  'sexual orientation',
  'criminal',
  'conviction',
  'arrest',
  'genetic',
  'pregnant',
  'pregnancy',
  'mental',
  'alcohol',
  'drug',
  'income',
  'salary',
  'wage',
  'wages',
  'debt',
  'credit score',
  'balance',
];
const TARGET = [
  'target',
  'label',
  'class',
  'outcome',
  'churn',
  'churned',
  'default',
  'defaulted',
  'fraud',
  'is fraud',
  'survived',
  'approved',
  'y',
];

/**
 * A role for a person to confirm, from the name first. Conservative: a target needs a name that says so, or to be
 * the last column of a wider table with two values; what nothing speaks for is a feature. A target's name wins
 * over sensitive, an identifier's over all.
 */
export function suggestRole(name: string, facts: RoleFacts): ColumnRole {
  const words = nameWords(name);
  const n = facts.rows - facts.missing;
  if (facts.type === 'identifier' || hasPhrase(words, DIRECT)) return 'identifier';
  if (isIdName(name) && n > 1 && facts.distinct / n >= 0.95 && facts.type !== 'decimal') return 'identifier';
  const fewValues = facts.distinct >= 2 && facts.distinct <= 20;
  if (hasPhrase(words, TARGET) && fewValues) return 'target';
  if (
    facts.index === facts.columns - 1 &&
    facts.columns >= 4 &&
    facts.distinct === 2 &&
    !hasPhrase(words, QUASI)
  ) {
    return 'target';
  }
  if (hasPhrase(words, SENSITIVE)) return 'sensitive';
  if (hasPhrase(words, QUASI)) return 'quasi-identifier';
  return 'feature';
}
