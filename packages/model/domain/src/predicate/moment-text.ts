/** A point in time in microseconds since 1970 UTC, and what its text said. */
export type Moment = { readonly micros: bigint; readonly dateOnly: boolean; readonly zoned: boolean };

const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6})\d*)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Reads an ISO date or date and time. Without a zone it is UTC. Null where the text or the date is none. */
export function readMoment(text: string): Moment | null {
  const match = PATTERN.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null;
  date.setUTCHours(Number(hour ?? 0), Number(minute ?? 0) - zoneMinutes(zone), Number(second ?? 0));
  const micros = BigInt(date.getTime()) * 1000n + BigInt((fraction ?? '').padEnd(6, '0') || '0');
  return { micros, dateOnly: hour === undefined, zoned: zone !== undefined };
}

/** `YYYY-MM-DD` of a moment. */
export function dateText(micros: bigint): string {
  return isoText(micros).slice(0, 10);
}

/** `YYYY-MM-DD HH:MM:SS.ffffff` of a moment in UTC. */
export function timestampText(micros: bigint): string {
  return isoText(micros);
}

function isoText(micros: bigint): string {
  const remainder = ((micros % 1000n) + 1000n) % 1000n;
  const iso = new Date(Number((micros - remainder) / 1000n)).toISOString();
  return `${iso.slice(0, -1).replace('T', ' ')}${String(remainder).padStart(3, '0')}`;
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0');
  return zone.startsWith('-') ? -minutes : minutes;
}
