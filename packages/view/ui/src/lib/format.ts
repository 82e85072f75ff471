/** Localised figures. Every function takes the locale, so that server and browser agree. */

export type NumberStyle = 'plain' | 'compact' | 'percent' | 'signed';

/**
 * A number as text. `digits` is the most fraction digits (plain: 3, percent: 1 when absent).
 * Non-finite values give an em dash, because a figure that does not exist has no digits.
 */
export function formatNumber(
  value: number,
  locale: string,
  style: NumberStyle = 'plain',
  digits?: number,
): string {
  if (!Number.isFinite(value)) return '—';
  const fallback = style === 'percent' || style === 'compact' ? 1 : 3;
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: digits ?? fallback,
    ...(style === 'compact' ? { notation: 'compact' as const } : {}),
    ...(style === 'percent' ? { style: 'percent' as const } : {}),
    ...(style === 'signed' ? { signDisplay: 'exceptZero' as const } : {}),
  }).format(value);
}

/** A share given as numerator and denominator, as a percentage; a zero denominator has no share. */
export function formatShare(numerator: number, denominator: number, locale: string, digits = 1): string {
  return denominator === 0 ? '—' : formatNumber(numerator / denominator, locale, 'percent', digits);
}

/** A closed interval as "low to high" with an en dash. */
export function formatInterval(
  low: number,
  high: number,
  locale: string,
  style: NumberStyle = 'plain',
  digits?: number,
): string {
  return `${formatNumber(low, locale, style, digits)} – ${formatNumber(high, locale, style, digits)}`;
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;

/** A count of bytes in decimal units (1 kB = 1000 bytes). */
export function formatBytes(bytes: number, locale: string): string {
  if (!Number.isFinite(bytes)) return '—';
  const step = bytes === 0 ? 0 : Math.floor(Math.log10(Math.abs(bytes)) / 3);
  let index = Math.min(Math.max(step, 0), BYTE_UNITS.length - 1);
  // 999.95 kB would be shown as "1,000 kB"
  if (index < BYTE_UNITS.length - 1 && Math.abs(bytes) / 1000 ** index >= 999.5) index += 1;
  const scaled = bytes / 1000 ** index;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: BYTE_UNITS[index] ?? 'byte',
    unitDisplay: index === 0 ? 'long' : 'short',
    maximumFractionDigits: index === 0 || Math.abs(scaled) >= 100 ? 0 : 1,
  }).format(scaled);
}

const DURATION_UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A span of milliseconds in its two largest units ("2 hr 5 min"); below a second in milliseconds. */
export function formatDuration(milliseconds: number, locale: string): string {
  if (!Number.isFinite(milliseconds)) return '—';
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  let rest = Math.round(Math.abs(milliseconds));
  if (rest < 1000) return unit(rest, 'millisecond');
  // whole seconds first, so that 59.9 s does not become "60 sec"
  rest = Math.round(rest / 1000) * 1000;
  const parts: string[] = [];
  for (const [name, size] of DURATION_UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(unit(count, name));
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}

const AGO_UNITS = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** The distance from `now` to `then` (both epoch milliseconds) in words; under a minute is "now". */
export function formatRelative(then: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const delta = then - now;
  for (const [unit, size] of AGO_UNITS) {
    if (Math.abs(delta) >= size) return format.format(Math.trunc(delta / size), unit);
  }
  return format.format(0, 'second');
}

export type DateStyle = 'date' | 'time' | 'datetime' | 'full';

/** A moment in a named time zone. Throws RangeError when the zone or the moment is invalid. */
export function formatMoment(
  at: number,
  locale: string,
  timeZone: string,
  style: DateStyle = 'datetime',
): string {
  const parts: Record<DateStyle, Intl.DateTimeFormatOptions> = {
    date: { dateStyle: 'medium' },
    time: { timeStyle: 'short' },
    datetime: { dateStyle: 'medium', timeStyle: 'short' },
    full: { dateStyle: 'full', timeStyle: 'long' },
  };
  return new Intl.DateTimeFormat(locale, { ...parts[style], timeZone }).format(at);
}

/** Up to two initials from a name or e-mail address. */
export function initials(name: string): string {
  const words = (name.split('@')[0] ?? '').split(/[\s._-]+/).filter((w) => w !== '');
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words[words.length - 1] ?? '') : '';
  return (([...first][0] ?? '') + ([...last][0] ?? '')).toLocaleUpperCase();
}
