import type { Size } from '@assay/editor';
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import { createFrames } from '../timing/frames.ts';

/** The four layers, from the lowest. */
export const LAYERS = ['image', 'resting', 'active', 'overlay'] as const;
export type LayerName = (typeof LAYERS)[number];

export type Layers = {
  /** These layers show something else now: they are drawn anew in the next frame. */
  readonly touch: (...names: readonly LayerName[]) => void;
  /** Is everything drawn that was touched? */
  readonly isDrawn: () => boolean;
  /** Draws at once what was touched, so that no frame shows canvases that were emptied. */
  readonly drawNow: () => void;
  /** @param ratio pixels of the device for one of the page: another one when the page is zoomed, or on another screen */
  readonly resize: (size: Size, ratio: number) => void;
  readonly destroy: () => void;
};

export type LayersSettings = {
  readonly container: HTMLElement;
  readonly drawers: Readonly<Record<LayerName, (context: CanvasRenderingContext2D) => void>>;
  /** Called at the beginning of each frame in which something is drawn. */
  readonly beforeFrame: () => void;
  /** What a canvas showed is lost, with all that the graphics card held. */
  readonly onLost: () => void;
};

/** Layers in an element. Each is a canvas of its own, and drawn anew only when it was touched. */
export function createLayers({ container, drawers, beforeFrame, onLost }: LayersSettings): Layers {
  const touched = new Set<LayerName>();
  const stage = new Stage({ container: container as HTMLDivElement, width: 0, height: 0, listening: false });
  // What happens is listened to on the element, and not by the stage.
  stage.content.style.pointerEvents = 'none';
  const layers = new Map(
    LAYERS.map((name) => {
      const layer = layerOf(drawers[name]);
      stage.add(layer);
      layer.getNativeCanvasElement().addEventListener('contextrestored', onLost);
      return [name, layer];
    }),
  );

  const draw = () => {
    for (const [name, layer] of layers) if (touched.delete(name)) layer.drawScene();
  };
  const frames = createFrames(() => {
    beforeFrame();
    draw();
  });

  return {
    touch: (...names) => {
      for (const name of names) touched.add(name);
      frames.ask();
    },
    drawNow: draw,
    isDrawn: () => touched.size === 0,
    resize: (size, ratio) => {
      // Each canvas keeps the ratio that it was made with.
      for (const layer of layers.values()) layer.getCanvas().setPixelRatio(ratio);
      stage.size(size);
    },
    destroy: () => {
      frames.stop();
      stage.destroy();
    },
  };
}

function layerOf(draw: (context: CanvasRenderingContext2D) => void): Layer {
  const layer = new Layer({ listening: false });
  layer.add(
    new Shape({ listening: false, perfectDrawEnabled: false, sceneFunc: ({ _context }) => draw(_context) }),
  );
  return layer;
}
