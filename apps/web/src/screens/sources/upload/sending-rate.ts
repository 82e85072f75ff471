type Sample = { at: number; bytes: number };

const WINDOW_MS = 8000;

/** Keeps what of the last seconds is needed to say how fast bytes go. */
export function addSample(samples: readonly Sample[], sample: Sample): Sample[] {
  return [...samples.filter((each) => sample.at - each.at <= WINDOW_MS), sample];
}

/** Bytes per second over the window; null until there is a second of it, or while nothing goes. */
export function sendingRate(samples: readonly Sample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < 1000) return null;
  const bytes = last.bytes - first.bytes;
  return bytes <= 0 ? null : (bytes * 1000) / (last.at - first.at);
}

export type { Sample };
