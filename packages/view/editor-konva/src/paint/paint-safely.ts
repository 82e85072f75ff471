import type { RegionRecord } from '@assay/editor';
import { type Paint, paintRegion } from './paint-region.ts';

/**
 * Paints regions so that one that cannot be painted (its label is gone, say) costs only itself: it is left out and the
 * fault is told once, as one that nobody caught.
 */
export function createSafePainter(): typeof paintRegion {
  const told = new Set<string>();
  return (paint: Paint, region: RegionRecord, isSelected?: boolean) => {
    try {
      paintRegion(paint, region, isSelected);
    } catch (fault) {
      // What was left half set would colour the regions after it.
      paint.context.globalAlpha = 1;
      paint.context.setLineDash([]);
      if (told.has(region.id)) return;
      told.add(region.id);
      reportError(fault);
    }
  };
}
