import type { ReportFidelity } from '@assay/contracts';
import { percent } from './figures.ts';
import { html, type Markup } from './markup.ts';

const CELL = 18;

/** The trend error of every pair as a square map: the darker, the more of the dependence was lost. */
export function pairMap(trends: ReportFidelity['trends'], columns: readonly string[]): Markup {
  const place = new Map(columns.map((name, at) => [name, at]));
  const size = columns.length * CELL;
  const cells = trends.pairs.flatMap((pair) => {
    const [a, b] = [place.get(pair.left), place.get(pair.right)];
    if (a === undefined || b === undefined || pair.score === null) return [];
    const error = 1 - pair.score;
    const noise = Math.max(0, 1 - (pair.real ?? pair.floor ?? 1));
    // Beyond noise only: what equally drawn rows also show is no fault.
    const strength = Math.min(1, Math.max(0, error - noise) / 0.2);
    const title = `${pair.left} and ${pair.right}: error ${percent(error)}, noise ${percent(noise)}`;
    return [
      html`<rect class="pair" x="${Math.max(a, b) * CELL}" y="${Math.min(a, b) * CELL}" width="${CELL - 1}" height="${CELL - 1}" fill-opacity="${(0.06 + 0.94 * strength).toFixed(2)}"><title>${title}</title></rect>`,
    ];
  });
  return html`<svg class="map" viewBox="0 0 ${size} ${size}" width="${Math.min(640, size)}" role="img" aria-label="Trend error of each pair of columns beyond noise">${cells}</svg>`;
}
