import type { Geometry } from '@assay/contracts';
import { type Bounds, boundsOfCorners, heightOf, type Point, widthOf } from '@assay/geometry';
import { select } from '../document/selection.ts';
import { cameraOf, type EditorCore, makeRegion, penOf } from '../editor-core.ts';
import { boxOfBounds } from '../shapes/box.ts';
import { boundsOfGeometry } from '../shapes/shapes.ts';
import { gesture } from './gesture.ts';
import { isDrag } from './reach.ts';
import { snapPoint } from './snapping.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** The least width and height of what is drawn, in pixels of the screen: less was a slip. */
const LEAST_SIDE = 2;

/**
 * A tool that draws a shape from one corner to the opposite one: by a drag, or by a click on each. With Shift width and
 * height are the same. The tool stays for the next shape.
 */
export function dragTool(core: EditorCore, id: string, shapeOf: (bounds: Bounds) => Geometry): ToolNode {
  const root: ToolNode = { id, on: {} };

  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    on: { pointerDown: pointing },
  });

  const pointing = (start: PointerInput): ToolNode => ({
    id: 'pointing',
    parent: root,
    on: {
      pointerMove: (input) => (isDrag(start, input) ? drawing(start) : undefined),
      // Without a drag: the second click sets the opposite corner.
      pointerUp: () => drawing(start),
      cancel: idle,
      interrupt: idle,
    },
  });

  const drawing = (start: PointerInput): ToolNode => {
    const first = snapPoint(core, start).point;
    let region = makeRegion(core, shapeOf(boundsOfCorners(first, first)));
    return gesture(core, {
      id: 'drawing',
      parent: root,
      next: idle,
      update: (input) => {
        const to = snapPoint(core, input, new Set([region.id])).point;
        const second = input.shift ? squareCorner(core, first, to) : to;
        // The label may be chosen while it is drawn.
        const { label } = penOf(core);
        region = { ...region, label, geometry: shapeOf(boundsOfCorners(first, second)) };
        core.store.put(region);
      },
      keep: () => {
        const bounds = boundsOfGeometry(region.geometry);
        const least = LEAST_SIDE / cameraOf(core).zoom;
        const isKept = bounds !== undefined && widthOf(bounds) >= least && heightOf(bounds) >= least;
        if (isKept) select(core.store, [region.id]);
        return isKept;
      },
    });
  };

  return idle();
}

/** The corner of the square that reaches as far as the pointer on its longer side, if the image has room for it. */
function squareCorner({ image }: EditorCore, first: Point, to: Point): Point {
  const [right, down] = [to.x < first.x ? -1 : 1, to.y < first.y ? -1 : 1];
  const side = Math.min(
    Math.max(Math.abs(to.x - first.x), Math.abs(to.y - first.y)),
    right < 0 ? first.x : image.width - first.x,
    down < 0 ? first.y : image.height - first.y,
  );
  return { x: first.x + right * side, y: first.y + down * side };
}

export const boxTool = (core: EditorCore): ToolNode => dragTool(core, 'box', boxOfBounds);

export const rotatedBoxTool = (core: EditorCore): ToolNode =>
  dragTool(core, 'rotated-box', (bounds) => ({
    kind: 'rotated-box',
    version: 1,
    cx: (bounds.minX + bounds.maxX) / 2,
    cy: (bounds.minY + bounds.maxY) / 2,
    width: widthOf(bounds),
    height: heightOf(bounds),
    rotation: 0,
  }));

export const ellipseTool = (core: EditorCore): ToolNode =>
  dragTool(core, 'ellipse', (bounds) => ({
    kind: 'ellipse',
    version: 1,
    cx: (bounds.minX + bounds.maxX) / 2,
    cy: (bounds.minY + bounds.maxY) / 2,
    rx: widthOf(bounds) / 2,
    ry: heightOf(bounds) / 2,
    rotation: 0,
  }));
