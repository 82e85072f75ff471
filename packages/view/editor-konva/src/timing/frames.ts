/** Calls back once in each frame for which it was asked, whatever asked how often. */
export type Frames = {
  readonly ask: () => void;
  readonly stop: () => void;
};

export function createFrames(draw: (time: number) => void): Frames {
  let asked: number | undefined;
  let isStopped = false;
  return {
    ask: () => {
      if (isStopped) return;
      asked ??= requestAnimationFrame((time) => {
        asked = undefined;
        draw(time);
      });
    },
    stop: () => {
      isStopped = true;
      if (asked !== undefined) cancelAnimationFrame(asked);
    },
  };
}
