import { expect, test } from 'vitest';
import { nameWords, suggestDictionary, suggestRole } from '../index.ts';

test.each([
  ['PatientDOB_2', ['patient', 'dob', '2']],
  ['hours-per-week', ['hours', 'per', 'week']],
  ['HTTPStatus', ['http', 'status']],
  ['Größe (cm)', ['größe', 'cm']],
  ['col12', ['col', '12']],
])('words of %s', (name, words) => {
  expect(nameWords(name)).toEqual(words);
});

const number = { frequent: [], numeric: true, numericMin: 1, numericMax: 90 };

test.each([
  ['weight_kg', 'Weight kg', 'kg', null],
  ['speedMPH', 'Speed mph', 'mph', 'Speed at the time of the event.'],
  ['hours_per_week', 'Hours per week', 'hours per week', null],
  ['body_mass_g', 'Body mass g', 'g', null],
  ['degree_perc', 'Degree perc', '%', null],
  ['age', 'Age', 'years', 'Age of the person.'],
  ['date_of_birth', 'Date of birth', null, 'Date of birth.'],
  ['patient_id', 'Patient ID', null, 'Number of the record; has no meaning of its own.'],
  ['Cost Total $', 'Cost total $', 'USD', 'Cost of the event.'],
])('%s', (name, label, unit, meaning) => {
  expect(suggestDictionary(name, number)).toEqual({ label, unit, meaning });
});

test('a unit needs numbers, a percent sign in every value, or a possible age', () => {
  expect(suggestDictionary('weight_kg', { ...number, numeric: false }).unit).toBeNull();
  expect(suggestDictionary('rate', { ...number, numeric: false, frequent: [{ value: '5%' }] }).unit).toBe(
    '%',
  );
  expect(suggestDictionary('age', { ...number, numericMax: 1980 }).unit).toBeNull();
  expect(suggestDictionary('___', number).label).toBe('___');
});

const facts = { type: 'category' as const, index: 2, columns: 8, rows: 100, missing: 0, distinct: 2 };

test.each([
  ['ssn', {}, 'identifier'],
  ['record_id', { distinct: 100 }, 'identifier'],
  ['anything', { type: 'identifier' as const }, 'identifier'],
  ['sex', {}, 'quasi-identifier'],
  ['Zip Code', { distinct: 80 }, 'quasi-identifier'],
  ['birthDate', { distinct: 90 }, 'quasi-identifier'],
  ['primary_diagnosis', { distinct: 40 }, 'sensitive'],
  ['income', { distinct: 90 }, 'sensitive'],
  ['income', { index: 7 }, 'target'],
  ['churned', {}, 'target'],
  ['class', { distinct: 90 }, 'feature'],
  ['flag', { index: 7 }, 'target'],
  ['sex', { index: 7 }, 'quasi-identifier'],
  ['flag', { index: 7, distinct: 3 }, 'feature'],
  ['stage', {}, 'feature'],
])('role of %s with %o', (name, more, role) => {
  expect(suggestRole(name, { ...facts, ...more })).toBe(role);
});
