import { describe, expect, it } from 'vitest';
import { findInText } from '../find-in-text.ts';

const found = (text: string, kind: string) =>
  findInText(text)
    .filter((span) => span.kind === kind)
    .map((span) => text.slice(span.start, span.end));

describe('names by their surroundings', () => {
  it.each([
    ['two unknown words', 'We met Wiremu Tamihana outside the library.', 'Wiremu Tamihana'],
    ['a role', 'Our waiter Muthu was attentive.', 'Muthu'],
    ['a label', 'Surname: Stonehouse-Pike', 'Stonehouse-Pike'],
    ['a signature', 'Thanks again\nBrecht', 'Brecht'],
    ['what only people do', 'Fiachra mentioned that the door sticks.', 'Fiachra'],
    ['what is theirs', "Bishnu Thapaliya's laptop was replaced.", 'Bishnu Thapaliya'],
    ['a passive', 'Translated by Solveig Wexcombe', 'Solveig Wexcombe'],
    ['family name first', 'Employee: Leavasa, Faleolo', 'Leavasa, Faleolo'],
    ['a row of values', 'Fairbrass,Nestan,nestan.f@example.ge', 'Fairbrass,Nestan'],
    ['a citation', 'Gossamere, T. (2014). Notes on tides.', 'Gossamere, T'],
    ['a ticket', 'NAME: OZOLNIECE/DACE MS', 'OZOLNIECE/DACE MS'],
    ['capitals', 'TENANT RADKA ZEDNICEK REPORTED A BROKEN LOCK', 'RADKA ZEDNICEK'],
    ['small letters', 'spoke to mrs. quispe about it', 'quispe'],
    ['a label in Korean', '고객명: 남궁민수', '남궁민수'],
  ])('finds a name by %s', (_, text, name) => expect(found(text, 'person-name')).toEqual([name]));

  it.each([
    'Lake Peipus froze in January.',
    'PLEASE KEEP THIS DOOR CLOSED',
    'hi all, quick reminder about the survey',
    'Das Wetter in Bremen bleibt schön.',
    'Merriweather LLP advised the seller.',
    'The Kestrell Bridge was closed for repairs.',
  ])('takes no name from %j', (text) => expect(found(text, 'person-name')).toEqual([]));
});

describe('addresses by their surroundings', () => {
  it.each([
    ['27 Wairere Quay, Hamilton 3210', '27 Wairere Quay', '3210'],
    ['Am Anger 7, 99084 Erfurt', 'Am Anger 7', '99084'],
    ['88 Rundle Mall, Adelaide SA 5000', '88 Rundle Mall', '5000'],
  ])('reads %j by its postal code', (text, address, code) => {
    expect(found(text, 'street-address')).toEqual([address]);
    expect(found(text, 'postal-code')).toEqual([code]);
  });

  it('reads addresses in Japanese and Chinese', () => {
    expect(found('住所：東京都渋谷区神南1-19-11', 'street-address')).toHaveLength(1);
    expect(found('北京市海淀区中关村大街27号', 'street-address')).toHaveLength(1);
  });

  it('reads a stated address without a word for a street', () => {
    expect(found('La señora reside en Jirón Ayacucho 415.', 'street-address')).toEqual([
      'Jirón Ayacucho 415',
    ]);
    expect(found('Meeting moved to Room 4 at noon.', 'street-address')).toEqual([]);
  });
});

describe('positions and dates', () => {
  it('reads ISO 6709 and a hemisphere before the degrees', () => {
    expect(found('+40.6894-074.0447/', 'coordinates')).toHaveLength(1);
    expect(found("N 47° 22.123' E 008° 32.456'", 'coordinates')).toHaveLength(1);
  });

  it('reads a birth date in Japanese', () => {
    expect(found('生年月日：1985年4月12日', 'birth-date')).toHaveLength(1);
  });

  it('reads texts made to be slow', () => {
    for (const unit of [
      'AA ',
      'Aa, ',
      'Aa 1234 ',
      '1 Aa, Aa 1234 Aa ',
      '"@',
      '\nAa',
      'hi aa ',
      'aa ed ',
      '+40.1',
      '東京都',
    ])
      expect(findInText(unit.repeat(Math.ceil(100_000 / unit.length))).length).toBeGreaterThanOrEqual(0);
  }, 20_000);
});
