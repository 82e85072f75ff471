import { drawInteger, type Stream } from '@assay/random';

/**
 * Places of control tasks among the items of a batch, ascending from 0: the items are cut into as many stretches of
 * equal length as there are controls, and each has one at a random place, so that everybody meets them at the same
 * rate and nobody can tell where the next one is.
 *
 * @param samples how many ordinary samples there are
 * @param controls how many controls are mixed in
 */
export function placeControls(samples: number, controls: number, stream: Stream): number[] {
  const items = samples + controls;
  return Array.from({ length: controls }, (_, i) => {
    const from = Math.floor((i * items) / controls);
    const to = Math.floor(((i + 1) * items) / controls);
    return from + drawInteger(stream, i, to - from);
  });
}
