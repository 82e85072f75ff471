import type { NamedEdit } from '../factories/import-csv.ts';
import type { Preparation } from '../factories/prepare-source.ts';
import { publicDataTerms } from './demo-terms.ts';

/**
 * Wildlife strikes reported to the United States Federal Aviation Administration, 1990 to 2002: `birdstrikes.csv`
 * of vega-datasets 3.2.1, 10,000 rows of 14 columns. Its data package names the source (FAA Wildlife Strike
 * Database) and the licence (U.S. Government Dataset).
 */
export const STRIKES_FILE = 'birdstrikes.csv';
export const STRIKES_SOURCE = 'Wildlife strikes 1990-2002 (demo)';
export const STRIKES_DESCRIPTION =
  'Demo data. 10,000 wildlife strikes reported to the Federal Aviation Administration of the United States.';

/** The dictionary of the strikes: what a person would write down on reviewing the import. */
export const STRIKES_COLUMNS: Readonly<Record<string, NamedEdit>> = {
  'Airport Name': {
    type: 'category',
    role: 'feature',
    label: 'Airport',
    meaning: 'Airport at or near which the strike happened, as reported.',
  },
  'Aircraft Make Model': {
    type: 'category',
    role: 'feature',
    label: 'Aircraft',
    meaning: 'Make and model of the aircraft that was struck.',
  },
  'Effect Amount of damage': {
    type: 'category',
    role: 'target',
    label: 'Damage',
    meaning:
      'How much the strike damaged the aircraft. "None" means no damage and is a value, not a gap. The letters B and C stand in 15 rows and are not explained by the source.',
    allowedValues: ['None', 'Minor', 'Medium', 'Substantial', 'B', 'C'],
  },
  'Flight Date': {
    type: 'datetime',
    role: 'feature',
    label: 'Date of flight',
    meaning: 'Day on which the strike happened.',
  },
  'Aircraft Airline Operator': {
    type: 'category',
    role: 'feature',
    label: 'Operator',
    meaning: 'Who operated the aircraft: an airline, "MILITARY", "BUSINESS" or "PRIVATELY OWNED".',
  },
  'Origin State': {
    type: 'category',
    role: 'feature',
    label: 'State',
    meaning: 'State or territory of the airport; "DC" is the District of Columbia.',
  },
  'Phase of flight': {
    type: 'category',
    role: 'feature',
    label: 'Phase of flight',
    meaning: 'What the aircraft was doing when it was struck.',
  },
  'Wildlife Size': {
    type: 'category',
    role: 'feature',
    label: 'Size of the animal',
    meaning: 'Size of the animal as the reporter judged it.',
    allowedValues: ['Small', 'Medium', 'Large'],
  },
  'Wildlife Species': {
    type: 'category',
    role: 'feature',
    label: 'Species',
    meaning: 'Species of the animal, or how much of it could be told ("Unknown bird - small").',
  },
  'Time of day': {
    type: 'category',
    role: 'feature',
    label: 'Time of day',
    meaning: 'Light at the time of the strike.',
    allowedValues: ['Day', 'Night', 'Dusk', 'Dawn'],
  },
  'Cost Other': {
    type: 'integer',
    role: 'feature',
    label: 'Other cost',
    unit: 'USD',
    meaning: 'Cost of the strike other than repair. Zero in most rows: it also stands for "not reported".',
  },
  'Cost Repair': {
    type: 'integer',
    role: 'feature',
    label: 'Repair cost',
    unit: 'USD',
    meaning: 'Cost of repair. Zero in most rows: it also stands for "not reported".',
  },
  'Cost Total $': {
    type: 'integer',
    role: 'feature',
    label: 'Total cost',
    unit: 'USD',
    meaning: 'Repair and other cost together.',
  },
  'Speed IAS in knots': {
    type: 'integer',
    role: 'feature',
    label: 'Airspeed',
    unit: 'knots',
    meaning: 'Indicated airspeed at the strike. Missing in 2,836 of 10,000 reports.',
  },
};

export const STRIKES_PREPARATION: Preparation = {
  decide: () => ({
    status: 'DISMISSED',
    note: 'A public report of a strike: names of airports, operators and species, none of a person.',
  }),
  terms: publicDataTerms({
    licence: {
      name: { kind: 'custom', name: 'U.S. Government work (public domain)' },
      url: 'https://resources.data.gov/open-licenses/',
      attribution:
        'Federal Aviation Administration, FAA Wildlife Strike Database (http://wildlife.faa.gov), as distributed in vega-datasets 3.2.1.',
    },
    evidence: 'Published by the Federal Aviation Administration; the reports name no person.',
    owner: 'Federal Aviation Administration (demo copy)',
    collectedFrom: '1990-01-08',
    collectedTo: '2002-07-25',
  }),
  unit: { kind: 'row' },
  split: {
    method: 'stratified',
    seed: 'demo',
    column: 'Effect Amount of damage',
    shares: { fit: 70, tune: 15, test: 15 },
  },
};
