/** Somebody who does nothing for so long is taken to be away; the wait until then is not counted either. */
export const IDLE_MS = 60_000;

/** Time at work on one sample. `lastAt` is the last sign of the person; null while the page is hidden or paused. */
export type ActiveTime = { ms: number; lastAt: number | null };

export const noTime: ActiveTime = { ms: 0, lastAt: null };

/** A sign of the person (a key, a click, a movement) at a moment of a clock that only goes forward, in milliseconds. */
export function activeAt(time: ActiveTime, now: number): ActiveTime {
  if (time.lastAt === null) return { ms: time.ms, lastAt: now };
  const passed = Math.max(0, now - time.lastAt);
  return { ms: passed > IDLE_MS ? time.ms : time.ms + passed, lastAt: now };
}

/** The page was hidden, or the person paused: what comes until the next sign does not count. */
export function awayAt(time: ActiveTime, now: number): ActiveTime {
  return time.lastAt === null ? time : { ...activeAt(time, now), lastAt: null };
}
