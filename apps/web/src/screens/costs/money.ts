/** How many digits of a currency stand behind the point. */
export function digitsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** A whole number of parts of ten as a decimal, digit by digit: 1234 with two digits is 12.34. */
function decimal(parts: number, digits: number): `${number}` {
  const text = String(parts).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return (digits === 0 ? whole : `${whole}.${text.slice(-digits)}`) as `${number}`;
}

/** Money in the smallest unit of its currency, in words of the reader's language. */
export function formatMoney(units: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
    decimal(units, digitsOf(currency)),
  );
}

/** The same in thousandths of the smallest unit, with as many digits as are worth reading. */
export function formatFineMoney(thousandths: number, currency: string, locale: string): string {
  const digits = digitsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    // Below ten of the smallest unit, parts of it tell one label from another.
    maximumFractionDigits: thousandths < 10_000 ? digits + 3 : digits,
  }).format(decimal(thousandths, digits + 3));
}

/** An amount as it was typed, in smallest units; null where nothing was. */
export function unitsOfTyped(typed: number | null, currency: string): number | null {
  return typed === null || typed < 0 ? null : Math.round(typed * 10 ** digitsOf(currency));
}

/** Smallest units as a field shows them. */
export function typedOfUnits(units: number | null, currency: string): number | null {
  return units === null ? null : Number(decimal(units, digitsOf(currency)));
}
