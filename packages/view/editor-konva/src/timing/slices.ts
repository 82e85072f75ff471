/** Work that can be left and gone on with: each step is short, the last one ends it. */
export type SlicedWork = Iterator<unknown, void>;

/** Does long work in short slices, between which whatever is waiting gets its turn. */
export type Slices = {
  /** Adds work behind what is waiting. Returns how to give it up. */
  readonly run: (work: SlicedWork) => () => void;
  readonly isIdle: () => boolean;
  readonly stop: () => void;
};

/** How long a slice goes on before it lets others have their turn, in milliseconds: half of a frame. */
const SLICE_MS = 8;

export type SliceClock = {
  readonly now: () => number;
  /** Calls back as a task of its own, after what waits already. */
  readonly later: (work: () => void) => void;
};

export function createSlices({ now, later }: SliceClock): Slices {
  let waiting: SlicedWork[] = [];
  let isOrdered = false;

  const order = () => {
    if (isOrdered || waiting.length === 0) return;
    isOrdered = true;
    later(slice);
  };

  const slice = () => {
    isOrdered = false;
    const end = now() + SLICE_MS;
    try {
      while (waiting.length > 0 && now() < end) {
        const work = waiting[0]!;
        let isDone: boolean | undefined = true;
        try {
          isDone = work.next().done;
        } finally {
          // What fails is not tried again, and keeps nobody else from their turn.
          if (isDone === true) waiting = waiting.filter((each) => each !== work);
        }
      }
    } finally {
      order();
    }
  };

  return {
    run: (work) => {
      waiting.push(work);
      order();
      return () => {
        waiting = waiting.filter((each) => each !== work);
      };
    },
    isIdle: () => waiting.length === 0,
    stop: () => {
      waiting = [];
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
  };
}
