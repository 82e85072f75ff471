import type { FindingKind } from './kinds.ts';

const DOTS = '•••';

function first(text: string): string {
  const letter = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return /[\p{L}\p{N}]/u.test(letter) ? letter : '';
}

function maskEmail(value: string): string {
  const at = value.lastIndexOf('@');
  const dot = value.lastIndexOf('.');
  if (at < 1 || dot < at || value.length - dot > 12) return DOTS;
  const local = value.slice(0, at);
  return `${local.length > 2 && !/\s/.test(local) ? first(local) : ''}${DOTS}@${DOTS}${/^\.[\p{L}]+$/u.test(value.slice(dot)) ? value.slice(dot) : ''}`;
}

/** The last digits of a number, shown only where they are the smaller part of it. */
function lastDigits(value: string, shown: number): string {
  const digits = value.replace(/\D/g, '');
  return digits.length >= shown * 3 ? `${DOTS}${digits.slice(-shown)}` : DOTS;
}

function maskUrl(value: string): string {
  const scheme = /^(https?|ftp):\/\//i.exec(value);
  return scheme === null ? DOTS : `${scheme[0].toLowerCase()}${DOTS}`;
}

/**
 * What may be shown of a value of a kind: initials of a name, the last label of an e-mail's host, the last two digits
 * of a telephone, four of a card, the country of an IBAN, the first two characters of a postal code, a year's decade.
 * Texts, streets, record numbers and positions show nothing. The result never holds more of the value than that, for
 * values of any form, and is a fixed text for empty ones.
 */
export function mask(kind: FindingKind, value: string): string {
  const text = value.trim();
  if (text === '') return DOTS;
  switch (kind) {
    case 'person-name': {
      const parts = text.split(/[\s,]+/).filter((part) => /^\p{L}{2}/u.test(part));
      if (parts.length === 0 || parts.length > 5 || /\d/.test(text)) return DOTS;
      return parts.map((part) => `${first(part)}${DOTS}`).join(' ');
    }
    case 'email':
      return maskEmail(text);
    case 'phone':
      return lastDigits(text, 2);
    case 'payment-card':
      return lastDigits(text, 4);
    case 'iban':
      return /^[A-Za-z]{2}\d{2}/.test(text) && text.length >= 15
        ? `${text.slice(0, 2).toUpperCase()}${DOTS}`
        : DOTS;
    case 'bank-account':
      return lastDigits(text, 2);
    case 'postal-code':
      return text.length >= 5 && text.length <= 10 && /^[\p{L}\p{N}]{2}/u.test(text)
        ? `${text.slice(0, 2)}${DOTS}`
        : DOTS;
    case 'url':
      return maskUrl(text);
    case 'birth-date': {
      const year = /(?:^|\D)((?:19|20)\d)\d(?:\D|$)/.exec(text);
      return year === null ? DOTS : `${year[1]}•-••-••`;
    }
    default:
      return DOTS;
  }
}
