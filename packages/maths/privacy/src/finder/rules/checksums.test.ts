import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIban } from './iban.ts';
import { isIpv6, largestOctet } from './ip-address.ts';
import { passesLuhn } from './luhn.ts';
import { isMacAddress } from './mac-address.ts';
import { isPaymentCard } from './payment-card.ts';
import { isItin, isSsn } from './us-tax-numbers.ts';

// Published test numbers: ISO/IEC 7812 example, the card networks' test pages, the IBAN registry's examples.
describe('luhn', () => {
  it.each(['79927398713', '4111111111111111', '378282246310005'])('accepts %s', (digits) =>
    expect(passesLuhn(digits)).toBe(true),
  );
  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = [...'4111111111111111'];
        digits[at] = String((Number(digits[at]) + shift) % 10);
        return !passesLuhn(digits.join(''));
      }),
    );
  });
  it.each(['', '7', '12a4'])('refuses %j', (digits) => expect(passesLuhn(digits)).toBe(false));
});

describe('payment card', () => {
  it.each([
    '4111111111111111',
    '5555555555554444',
    '2223003122003222',
    '378282246310005',
    '6011111111111117',
    '3530111333300000',
    '30569309025904',
  ])('accepts %s', (digits) => expect(isPaymentCard(digits)).toBe(true));
  it.each(['4111111111111112', '1234567812345670', '356938035643809', '0000000000000000', '79927398713'])(
    'refuses %s',
    (digits) => expect(isPaymentCard(digits)).toBe(false),
  );
});

describe('iban', () => {
  it.each([
    'DE89370400440532013000',
    'GB29NWBK60161331926819',
    'FR1420041010050500013M02606',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
  ])('accepts %s', (iban) => expect(isIban(iban)).toBe(true));
  it.each(['DE88370400440532013000', 'DE8937040044053201300', 'XX89370400440532013000', ''])(
    'refuses %j',
    (iban) => expect(isIban(iban)).toBe(false),
  );
});

describe('us tax numbers', () => {
  it.each(['123456789', '001010001', '899999999'])('%s is a possible ssn', (digits) =>
    expect(isSsn(digits)).toBe(true),
  );
  it.each(['000123456', '666123456', '900123456', '999999999', '123006789', '123450000', '12345678'])(
    '%s is no ssn',
    (digits) => expect(isSsn(digits)).toBe(false),
  );
  it.each([50, 65, 70, 88, 90, 92, 94, 99])('group %i is a possible itin', (group) =>
    expect(isItin(`912${group}1234`)).toBe(true),
  );
  it.each(['49', '66', '69', '89', '93'])('group %s is no itin', (group) =>
    expect(isItin(`912${group}1234`)).toBe(false),
  );
  it('never calls a number both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
        const digits = String(n).padStart(9, '0');
        return !(isSsn(digits) && isItin(digits));
      }),
    );
  });
});

describe('network addresses', () => {
  it.each(['2001:db8::1', '::1', 'fe80::1ff:fe23:4567:890a', '1:2:3:4:5:6:7:8', '::ffff:192.0.2.1', '1::'])(
    '%s is IPv6',
    (text) => expect(isIpv6(text)).toBe(true),
  );
  it.each(['1:2:3', '1::2::3', '12345::', ':1:2:3:4:5:6:7', 'g::1', '1:2:3:4:5:6:7:8:9'])(
    '%s is not IPv6',
    (text) => expect(isIpv6(text)).toBe(false),
  );
  it('reads dotted quads', () => {
    expect(largestOctet('192.0.2.1')).toBe(192);
    expect(largestOctet('0.0.0.0')).toBe(0);
    for (const text of ['256.1.1.1', '1.2.3', '01.2.3.4', '1.2.3.4.5', 'a.b.c.d', ''])
      expect(largestOctet(text)).toBe(-1);
  });
  it.each(['00:1a:2b:3c:4d:5e', '00-1A-2B-3C-4D-5E', '001a.2b3c.4d5e', '00:11:22:33:44:55'])(
    '%s is a MAC',
    (text) => expect(isMacAddress(text)).toBe(true),
  );
  it.each(['00:1a:2b:3c:4d', '10-20-30-40-50-60', '00:1a-2b:3c:4d:5e', '0011.2233.4455'])(
    '%s is not a MAC',
    (text) => expect(isMacAddress(text)).toBe(false),
  );
});
