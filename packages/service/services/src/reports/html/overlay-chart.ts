import type { Overlay } from '@assay/contracts';
import { percent } from './figures.ts';
import { html, type Markup } from './markup.ts';

const WIDTH = 320;
const HEIGHT = 120;

const shares = (counts: readonly number[]): number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
};

/** Real and synthetic shares of one column: filled bars for real rows, an outline for synthetic ones. */
export function overlayChart(overlay: Overlay): Markup {
  const real = shares(overlay.bars.real);
  const synthetic = shares(overlay.bars.synthetic);
  const bars = Math.max(1, real.length);
  const top = Math.max(1e-9, ...real, ...synthetic);
  const wide = WIDTH / bars;
  const y = (share: number) => HEIGHT - (share / top) * HEIGHT;
  const filled = real.map(
    (share, at) =>
      html`<rect class="real" x="${(at * wide + 0.5).toFixed(1)}" y="${y(share).toFixed(1)}" width="${Math.max(0.5, wide - 1).toFixed(1)}" height="${(HEIGHT - y(share)).toFixed(1)}"/>`,
  );
  const outline = synthetic
    .map(
      (share, at) =>
        `${at === 0 ? 'M' : 'L'}${(at * wide).toFixed(1)} ${y(share).toFixed(1)}H${((at + 1) * wide).toFixed(1)}`,
    )
    .join('');
  const ends =
    overlay.edges === null
      ? html`<span>${overlay.levels?.[0] ?? ''}</span><span>${overlay.other ? 'all others' : (overlay.levels?.at(-1) ?? '')}</span>`
      : html`<span>${endText(overlay, 0)}</span><span>${endText(overlay, overlay.edges.length - 1)}</span>`;
  return html`<figure>
<figcaption>${overlay.column}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Shares of ${overlay.column}, real and synthetic; the tallest bar is ${percent(top)}" preserveAspectRatio="none">${filled}<path class="synthetic" d="${outline}"/></svg>
<div class="ends">${ends}</div>
</figure>`;
}

function endText(overlay: Overlay, at: number): string {
  const value = overlay.edges?.[at];
  if (value === undefined) return '';
  if (overlay.kind === 'datetime') return new Date(value).toISOString().slice(0, 10);
  return String(Number(value.toPrecision(5)));
}
