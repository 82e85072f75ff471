import type { MakeCanvas } from './hatches.ts';

/** Canvases of the browser that are used again: those of a whole screen are dear to make. */
export type CanvasStock = {
  readonly take: MakeCanvas;
  /** They are needed no more. */
  readonly put: (canvases: readonly ReturnType<MakeCanvas>[]) => void;
};

/** Two are painted on in turns. */
const MOST_KEPT = 2;

/** @param onLost told when what a canvas showed is lost */
export function createCanvasStock(onLost: () => void): CanvasStock {
  let kept: ReturnType<MakeCanvas>[] = [];
  return {
    take: (width, height) => {
      const found = kept.find(({ pixels }) => pixels.width === width && pixels.height === height);
      if (found === undefined) return makeCanvas(width, height, onLost);
      kept = kept.filter((each) => each !== found);
      return found;
    },
    put: (canvases) => {
      kept = [...canvases, ...kept].slice(0, MOST_KEPT);
    },
  };
}

function makeCanvas(width: number, height: number, onLost: () => void): ReturnType<MakeCanvas> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  canvas.addEventListener('contextrestored', onLost);
  const release = () => {
    [canvas.width, canvas.height] = [0, 0];
  };
  return { pixels: canvas, context: canvas.getContext('2d')!, release };
}
