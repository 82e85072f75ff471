import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatDuration,
  formatInterval,
  formatMoment,
  formatNumber,
  formatRelative,
  formatShare,
  initials,
} from './format.ts';

describe('numbers', () => {
  test('follow the locale', () => {
    expect(formatNumber(1234567.8912, 'en')).toBe('1,234,567.891');
    expect(formatNumber(1234567.8912, 'de')).toBe('1.234.567,891');
    expect(formatNumber(0.08249, 'en', 'percent')).toBe('8.2%');
    expect(formatNumber(148_200, 'en', 'compact')).toBe('148.2K');
    expect(formatNumber(2, 'en', 'signed')).toBe('+2');
    expect(formatNumber(0, 'en', 'signed')).toBe('0');
  });
  test('that do not exist are a dash', () => {
    expect(formatNumber(Number.NaN, 'en')).toBe('—');
    expect(formatNumber(Number.POSITIVE_INFINITY, 'en')).toBe('—');
    expect(formatShare(1, 0, 'en')).toBe('—');
  });
  test('shares and intervals', () => {
    expect(formatShare(1, 3, 'en')).toBe('33.3%');
    expect(formatInterval(0.37, 0.45, 'en', 'percent', 0)).toBe('37% – 45%');
  });
});

describe('bytes', () => {
  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1500, '1.5 kB'],
    [999_960, '1 MB'],
    [2_000_000_000, '2 GB'],
    [431_002_112, '431 MB'],
  ])('%d is %s', (value, text) => {
    expect(formatBytes(value, 'en')).toBe(text);
  });
});

describe('time', () => {
  test.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1000, '1 sec'],
    [59_900, '1 min'],
    [61_000, '1 min 1 sec'],
    [3_600_000, '1 hr'],
    [7_512_000, '2 hr 5 min'],
    [90_000_000, '1 day 1 hr'],
  ])('%d ms is %s', (value, text) => {
    expect(formatDuration(value, 'en')).toBe(text);
  });
  test.each([
    [-30_000, 'now'],
    [-60_000, '1 minute ago'],
    [-3 * 3_600_000, '3 hours ago'],
    [-86_400_000, 'yesterday'],
    [2 * 86_400_000, 'in 2 days'],
    [-400 * 86_400_000, 'last year'],
  ])('%d ms away is %s', (delta, text) => {
    const now = Date.UTC(2025, 5, 1);
    expect(formatRelative(now + delta, now, 'en')).toBe(text);
  });
  test('a moment is written in its zone', () => {
    const at = Date.UTC(2025, 0, 1, 23, 30);
    expect(formatMoment(at, 'en-GB', 'UTC', 'date')).toBe('1 Jan 2025');
    expect(formatMoment(at, 'en-GB', 'Europe/Berlin', 'date')).toBe('2 Jan 2025');
    expect(() => formatMoment(at, 'en', 'Nowhere/None')).toThrow(RangeError);
  });
});

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['first.last@example.org', 'FL'],
  ['Jean Luc de la Tour', 'JT'],
  ['', ''],
])('initials of "%s"', (name, text) => {
  expect(initials(name)).toBe(text);
});
