import type { Overlay } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { overlayBars, overlayEnds } from './overlay-shape.ts';

const missing = { real: 0, synthetic: 0, unseen: null };

describe('overlay bars', () => {
  it('are shares of each side by itself, so that sizes do not matter', () => {
    const overlay: Overlay = {
      column: 'age',
      kind: 'number',
      edges: [0, 10, 20],
      levels: null,
      other: false,
      bars: { real: [1, 3], synthetic: [50, 50], unseen: null },
      missing,
    };
    expect(overlayBars(overlay, 'others')).toEqual([
      { label: '0 – 10', real: 0.25, synthetic: 0.5, unseen: null },
      { label: '10 – 20', real: 0.75, synthetic: 0.5, unseen: null },
    ]);
    expect(overlayEnds(overlay, 'others')).toEqual(['0', '20']);
  });

  it('name the bar that stands for all other categories; a side without values has no shares', () => {
    const overlay: Overlay = {
      column: 'city',
      kind: 'category',
      edges: null,
      levels: ['Bern', 'Basel', ''],
      other: true,
      bars: { real: [2, 1, 1], synthetic: [0, 0, 0], unseen: [0, 0, 4] },
      missing,
    };
    expect(overlayBars(overlay, 'all others').map(({ label, synthetic }) => [label, synthetic])).toEqual([
      ['Bern', 0],
      ['Basel', 0],
      ['all others', 0],
    ]);
    expect(overlayEnds(overlay, 'all others')).toEqual(['Bern', 'all others']);
  });
});
