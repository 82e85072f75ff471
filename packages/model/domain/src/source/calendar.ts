const DAY_MS = 86_400_000;

/** The calendar day of an instant, in UTC. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** Whether a day has passed: what is valid until it is valid through it. */
export function isPast(day: string, now: Date): boolean {
  return day < dayOf(now);
}

/** The day `days` after an instant's. */
export function dayAfter(instant: Date, days: number): string {
  return dayOf(new Date(instant.getTime() + days * DAY_MS));
}
