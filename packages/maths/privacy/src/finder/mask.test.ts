import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { devColumns } from './fixtures/dev-columns.ts';
import { FINDING_KINDS, type FindingKind } from './kinds.ts';
import { mask } from './mask.ts';

describe('mask', () => {
  it.each<[FindingKind, string, string]>([
    ['email', 'jane.doe@mail.example.org', 'j•••@•••.org'],
    ['person-name', 'Thandeka Mokgadi', 'T••• M•••'],
    ['phone', '+1 415 555 0142', '•••42'],
    ['payment-card', '4111 1111 1111 1234', '•••1234'],
    ['iban', 'DE89 3704 0044 0532 0130 00', 'DE•••'],
    ['postal-code', 'SW1A 1AA', 'SW•••'],
    ['birth-date', '1984-03-12', '198•-••-••'],
    ['us-ssn', '123-45-6789', '•••'],
    ['street-address', '12 Garden Street', '•••'],
    ['url', 'https://example.org/jane', 'https://•••'],
    ['email', '', '•••'],
  ])('%s %s', (kind, value, masked) => expect(mask(kind, value)).toBe(masked));

  it('leaves at most five characters of any value, whatever its kind or form', () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...devColumns.flatMap((c) => c.values.filter((v) => v !== null))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...FINDING_KINDS), values, (kind, value) => {
        const shown = mask(kind, value)
          .replace(/[•@.\-/: ]/g, '')
          .replace(/^(?:https?|ftp)$/, '');
        expect(shown.length).toBeLessThanOrEqual(kind === 'email' ? 12 : 5);
        if (value.trim().length >= 3) expect(mask(kind, value)).not.toContain(value.trim());
      }),
    );
  }, 20_000);
});
