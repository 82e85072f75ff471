/** Work that can be left and gone on with: each step is short, the last one ends it. */
export type SlicedWork = Iterator<unknown, void>;

/** Does long work in short slices, between which whatever is waiting gets its turn. */
export type Slices = {
  /** Adds work behind what is waiting; what is urgent, before all that is not. Returns how to give it up. */
  readonly run: (work: SlicedWork, isUrgent?: boolean) => () => void;
  readonly isIdle: () => boolean;
  readonly stop: () => void;
};

/** How long a slice goes on before it lets others have their turn, in milliseconds: half of a frame. */
const SLICE_MS = 8;

export type SliceClock = {
  readonly now: () => number;
  /** Calls back as a task of its own, after what waits already. */
  readonly later: (work: () => void) => void;
  /** Nothing is asked for any more. */
  readonly stop: () => void;
};

export function createSlices({ now, later, stop }: SliceClock): Slices {
  let urgent: SlicedWork[] = [];
  let waiting: SlicedWork[] = [];
  let isOrdered = false;

  const isIdle = () => urgent.length + waiting.length === 0;

  const drop = (work: SlicedWork) => {
    urgent = urgent.filter((each) => each !== work);
    waiting = waiting.filter((each) => each !== work);
  };

  const order = () => {
    if (isOrdered || isIdle()) return;
    isOrdered = true;
    later(slice);
  };

  const slice = () => {
    isOrdered = false;
    const end = now() + SLICE_MS;
    try {
      while (!isIdle() && now() < end) {
        const work = (urgent[0] ?? waiting[0])!;
        let isDone: boolean | undefined = true;
        try {
          isDone = work.next().done;
        } finally {
          // What fails is not tried again, and keeps nobody else from their turn.
          if (isDone === true) drop(work);
        }
      }
    } finally {
      order();
    }
  };

  return {
    run: (work, isUrgent = false) => {
      (isUrgent ? urgent : waiting).push(work);
      order();
      return () => drop(work);
    },
    isIdle,
    stop: () => {
      [urgent, waiting] = [[], []];
      stop();
    },
  };
}

/** Tasks by a message channel: unlike timers they are not held back when they follow one another. */
export function browserClock(): SliceClock {
  const { port1, port2 } = new MessageChannel();
  const queue: (() => void)[] = [];
  port1.onmessage = () => queue.shift()?.();
  return {
    now: () => performance.now(),
    later: (work) => {
      queue.push(work);
      port2.postMessage(undefined);
    },
    stop: () => port1.close(),
  };
}
