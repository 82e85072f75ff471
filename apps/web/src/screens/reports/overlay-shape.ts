import type { Overlay } from '@assay/contracts';

export type OverlayBar = { label: string; real: number; synthetic: number; unseen: number | null };

const shares = (counts: readonly number[]): number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
};

const datum = (kind: Overlay['kind'], value: number): string =>
  kind === 'datetime' ? new Date(value).toISOString().slice(0, 10) : String(Number(value.toPrecision(4)));

/** Bars of one column as shares of the known values of each side; `others` names the last of merged categories. */
export function overlayBars(overlay: Overlay, others: string): OverlayBar[] {
  const real = shares(overlay.bars.real);
  const synthetic = shares(overlay.bars.synthetic);
  const unseen = overlay.bars.unseen === null ? null : shares(overlay.bars.unseen);
  return real.map((share, at) => ({
    label:
      overlay.edges !== null
        ? `${datum(overlay.kind, overlay.edges[at] ?? 0)} – ${datum(overlay.kind, overlay.edges[at + 1] ?? 0)}`
        : overlay.other && at === real.length - 1
          ? others
          : (overlay.levels?.[at] ?? ''),
    real: share,
    synthetic: synthetic[at] ?? 0,
    unseen: unseen === null ? null : (unseen[at] ?? 0),
  }));
}

/** What stands under the two ends of the picture. */
export function overlayEnds(overlay: Overlay, others: string): readonly [string, string] {
  const { edges, levels } = overlay;
  if (edges !== null) return [datum(overlay.kind, edges[0] ?? 0), datum(overlay.kind, edges.at(-1) ?? 0)];
  const last = overlay.other ? others : (levels?.at(-1) ?? '');
  return [levels?.[0] ?? '', levels !== null && levels.length < 2 ? '' : last];
}
