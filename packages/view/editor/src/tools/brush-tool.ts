import { capsule, combineRles, emptyRle, pixelRle, type Rle, rleOfRings } from '@assay/geometry';
import { maskInHand, paintMask } from '../document/paint-mask.ts';
import type { StrokeRecord } from '../document/records.ts';
import { type EditorCore, penOf } from '../editor-core.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** Pixels of the screen beyond which a stroke was meant: a pinch begins with less. */
const MEANT = 10;

/**
 * A tool that paints masks with a round brush, or wipes them away; each stroke is one step of the history. It goes on
 * with the mask that is selected alone. The brush begins a new one where there is none; the eraser does nothing there,
 * and a mask of which nothing is left goes. The mask changes when the pointer is released: until then what is covered is
 * a record of the session.
 */
function strokeTool(core: EditorCore, id: string, operation: StrokeRecord['operation']): ToolNode {
  const { store, image } = core;
  const root: ToolNode = { id, on: {} };

  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    on: {
      pointerDown: (start) => {
        const inHand = maskInHand(core);
        return inHand === undefined && operation === 'difference' ? undefined : stroke(start, inHand?.id);
      },
    },
  });

  const stroke = (start: PointerInput, regionId: string | undefined): ToolNode => {
    let covered = emptyRle(image.width, image.height);
    let last = start.point;
    let lastOnScreen = start.screen;
    let travelled = 0;
    const cover = ({ point, screen }: PointerInput) => {
      travelled += Math.hypot(screen.x - lastOnScreen.x, screen.y - lastOnScreen.y);
      lastOnScreen = screen;
      const way = rleOfRings([capsule(last, point, penOf(core).radius)], image.width, image.height);
      // A brush smaller than a pixel may cover the middle of none.
      const pixel = pixelRle(image.width, image.height, point);
      covered = combineRles(combineRles(covered, way, 'union'), pixel, 'union');
      last = point;
    };
    return {
      id: 'stroke',
      parent: root,
      takesEveryMove: true,
      leave: () => store.remove('stroke'),
      on: {
        pointerMove: (input) => {
          cover(input);
          store.put({ id: 'stroke', type: 'stroke', regionId, operation, covered });
          return undefined;
        },
        pointerUp: (input) => {
          cover(input);
          finish(regionId, covered);
          return idle();
        },
        cancel: idle,
        reject: idle,
        // A palm, a call or a menu takes the pointer away: what was painted till then is work, and can be undone.
        interrupt: () => {
          if (travelled > MEANT) finish(regionId, covered);
          return idle();
        },
      },
    };
  };

  const finish = (regionId: string | undefined, covered: Rle) =>
    paintMask(core, { name: id, regionId, covered, operation, draft: 'stroke' });

  return idle();
}

export const brushTool = (core: EditorCore): ToolNode => strokeTool(core, 'brush', 'union');
export const eraserTool = (core: EditorCore): ToolNode => strokeTool(core, 'eraser', 'difference');
