/** What one person did of the kind of work that is looked ahead to. */
export type MeasuredPerson = {
  personId: string;
  /** Answers, and the time at work on them. */
  answers: number;
  activeMs: number;
  /** Days from their first answer in the window until now, at least one: how much of a day they give is read off it. */
  days: number;
};

/** What stands behind a forecast: answers in this very batch, to the same questions, or any in the project. */
export type ForecastBasis = 'batch' | 'same-questions' | 'project';

export type Forecast =
  | {
      known: true;
      basis: ForecastBasis;
      /** Turns that wait for an answer. */
      tasks: number;
      /** People and answers that were measured. */
      people: number;
      answers: number;
      tasksPerHour: number;
      /** Time at work that is left at the pace of all of them together. */
      leftMs: number;
      /** The same at the pace of the quickest and of the slowest of them; equal when one was measured. */
      quickestMs: number;
      slowestMs: number;
      /** Time at work that they have given in a day, on average. */
      perDayMs: number;
      /** Days until all is answered if they go on so. */
      daysLeft: number;
    }
  | { known: false; reason: 'nothing-left' | 'too-few-answers'; answers: number };

/** A pace from fewer answers says more about the first minutes than about the work. */
export const FEWEST_MEASURED = 5;

/**
 * How long so many turns take, from measured time alone. The pace is all active time over all answers, so that whoever
 * does more weighs more; the range is between the paces of single people with at least `FEWEST_MEASURED` answers.
 */
export function forecastWork(
  tasks: number,
  basis: ForecastBasis,
  measured: readonly MeasuredPerson[],
): Forecast {
  const people = measured.filter((person) => person.answers > 0 && person.activeMs > 0);
  const answers = sum(people.map((person) => person.answers));
  if (tasks === 0) return { known: false, reason: 'nothing-left', answers };
  if (answers < FEWEST_MEASURED) return { known: false, reason: 'too-few-answers', answers };
  const activeMs = sum(people.map((person) => person.activeMs));
  const pace = activeMs / answers;
  const paces = people
    .filter((person) => person.answers >= FEWEST_MEASURED)
    .map((person) => person.activeMs / person.answers);
  const perDayMs = sum(people.map((person) => person.activeMs / Math.max(1, person.days)));
  return {
    known: true,
    basis,
    tasks,
    people: people.length,
    answers,
    tasksPerHour: 3_600_000 / pace,
    leftMs: tasks * pace,
    quickestMs: tasks * Math.min(pace, ...paces),
    slowestMs: tasks * Math.max(pace, ...paces),
    perDayMs,
    daysLeft: (tasks * pace) / perDayMs,
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
