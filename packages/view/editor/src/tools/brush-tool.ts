import { regionOf, regionView } from '../document/document.ts';
import type { RegionRecord } from '../document/records.ts';
import { select, selectedRegions } from '../document/selection.ts';
import { type EditorCore, makeRegion, penOf } from '../editor-core.ts';
import { capsule } from '../geometry/capsule.ts';
import { emptyRle } from '../rle/rle.ts';
import { rleArea } from '../rle/rle-measures.ts';
import { combineRles } from '../rle/rle-merge.ts';
import { rleOfRings } from '../rle/rle-of-rings.ts';
import { maskOfRle, rleOfMask } from '../shapes/mask.ts';
import { gesture } from './gesture.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/**
 * A tool that paints masks with a round brush, or wipes them away; each stroke is one step of the history. It goes on
 * with the mask that is selected alone. The brush begins a new one where there is none; the eraser does nothing there,
 * and a mask of which nothing is left goes.
 */
function strokeTool(core: EditorCore, id: string, operation: 'union' | 'difference'): ToolNode {
  const root: ToolNode = { id, on: {} };

  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    on: {
      pointerDown: (start) => {
        const region = maskInHand(core) ?? (operation === 'union' ? newMask(core) : undefined);
        return region === undefined ? undefined : stroke(start, region);
      },
    },
  });

  const stroke = (start: PointerInput, begun: RegionRecord): ToolNode => {
    const { width, height } = core.image;
    let mask = begun.geometry.kind === 'mask' ? rleOfMask(begun.geometry) : emptyRle(width, height);
    let last = start.point;
    return gesture(core, {
      id: 'stroke',
      parent: root,
      next: idle,
      update: ({ point }) => {
        const covered = rleOfRings([capsule(last, point, penOf(core).radius)], width, height);
        mask = combineRles(mask, covered, operation);
        last = point;
        // Others may have changed its label meanwhile.
        const now = regionOf(core.store, begun.id) ?? begun;
        core.store.put({ ...now, geometry: maskOfRle(mask) });
      },
      keep: () => {
        const isEmpty = rleArea(mask) === 0;
        if (isEmpty && operation === 'difference') core.store.remove(begun.id);
        else if (!isEmpty) select(core.store, [begun.id]);
        return !isEmpty || operation === 'difference';
      },
    });
  };

  return idle();
}

export const brushTool = (core: EditorCore): ToolNode => strokeTool(core, 'brush', 'union');
export const eraserTool = (core: EditorCore): ToolNode => strokeTool(core, 'eraser', 'difference');

/** The mask of this image that is selected alone and may be changed. */
function maskInHand({ store, image }: EditorCore): RegionRecord | undefined {
  const [region, ...others] = selectedRegions(store);
  if (region?.geometry.kind !== 'mask' || others.length > 0 || regionView(store, region.id).locked) {
    return undefined;
  }
  const { width, height } = region.geometry;
  return width === image.width && height === image.height ? region : undefined;
}

const newMask = (core: EditorCore): RegionRecord =>
  makeRegion(core, maskOfRle(emptyRle(core.image.width, core.image.height)));
