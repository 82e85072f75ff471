import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText } from './find-in-text.ts';
import { devTexts } from './fixtures/dev-texts.ts';

const found = (text: string) =>
  findInText(text).map((span) => `${span.kind}: ${text.slice(span.start, span.end)}`);

describe('findInText', () => {
  it('gives the stretches, not only the kinds', () => {
    expect(
      found(
        'Spoke with Dr. Okoroafor (MRN 00482913) at 12 Garden Street, DOB 03/12/1978; mail a.b@example.org.',
      ),
    ).toEqual([
      'person-name: Okoroafor',
      'medical-record-number: 00482913',
      'street-address: 12 Garden Street',
      'birth-date: 03/12/1978',
      'email: a.b@example.org',
    ]);
  });

  it.each([
    ['an unknown issuer or a wrong check digit', 'Reference 4111 1111 1111 1112 and 1234 5678 1234 5670.'],
    ['an ssn of the 900 series', 'The form says 923-45-6789.'],
    ['a version', 'Upgraded to version 1.12.3.4 today.'],
    ['a date without a word of birth', 'Shipped on 1984-03-12.'],
    ['a book number', 'ISBN 978-3-16-148410-0'],
    [
      'places and products',
      'The Golden Gate Bridge is in San Francisco; Microsoft Office was installed there.',
    ],
    ['an image for dense screens', 'See icon@2x.png and git@github.example.com:team/app.git'],
    ['dimensions', 'It measures 10-20-3000.'],
  ])('leaves alone %s', (_, text) => expect(found(text)).toEqual([]));

  it('returns spans in order, inside the text, not overlapping', () => {
    const pieces = fc.constantFrom(
      ...devTexts.map((item) => item.text),
      '@',
      '+1',
      ' ',
      '12-',
      '://',
      'www.',
      '\n',
      '😀',
      '1.2.',
      'Mr. ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 }),
        (parts) => {
          const text = parts.join('');
          let reached = 0;
          for (const span of findInText(text)) {
            expect(span.start).toBeGreaterThanOrEqual(reached);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(span.confidence).toBeGreaterThan(0);
            expect(span.confidence).toBeLessThanOrEqual(1);
            reached = span.end;
          }
        },
      ),
    );
  });

  // Each unit would cost a backtracking or rescanning detector quadratic time: 200 kB would then take minutes.
  it.each([
    'a@a',
    '1-1-',
    'www.',
    '://',
    'http://',
    'a.b/',
    '1.1.1.1.',
    'AA00',
    '::',
    'a:',
    'Aa ',
    'De la ',
    'account ',
    'mrn ',
    '(1) ',
    '+',
    '(at)',
    '12 ',
    'Calle ',
    '1.1111 ',
    "1° 1'",
    'a-',
    "a'",
    'born ',
    '.',
    '@',
    'zip ',
  ])(
    'reads 200 kB of %j',
    (unit) =>
      expect(findInText(unit.repeat(Math.ceil(200_000 / unit.length))).length).toBeGreaterThanOrEqual(0),
    20_000,
  );
});
