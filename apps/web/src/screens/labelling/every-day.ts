const DAY_MS = 86_400_000;

export type DayCount = { day: string; answers: number };

/** The days from the first to the last one, those without an answer too: a line would else pass over them. */
export function everyDay(days: readonly DayCount[]): DayCount[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const known = new Map(days.map(({ day, answers }) => [day, answers]));
  const all: DayCount[] = [];
  for (let at = Date.parse(first.day); at <= Date.parse(last.day); at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10);
    all.push({ day, answers: known.get(day) ?? 0 });
  }
  return all;
}
