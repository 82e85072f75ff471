import { AssayError, type BlindOrigin } from '@assay/contracts';
import { createStream, drawInteger, drawSubset, shuffled } from '@assay/random';

type Drawn = { origin: BlindOrigin; row: number };

/**
 * Draws the rows of a blind test: the origin of each by a fair coin, so that counting helps nobody and the test against
 * chance is exact, then one row after the other of a shuffled list of each origin, none of them twice.
 */
export function drawBlindRows(
  seed: string,
  size: number,
  real: readonly number[],
  synthetic: number,
): Drawn[] {
  const coin = createStream(seed, 'origin');
  const origins = Array.from(
    { length: size },
    (_, item): BlindOrigin => (drawInteger(coin, item, 2) === 0 ? 'real' : 'synthetic'),
  );
  const count = (of: BlindOrigin) => origins.filter((origin) => origin === of).length;
  const draw = (of: BlindOrigin, rows: number) =>
    shuffled(createStream(seed, `order of ${of}`), [...drawSubset(createStream(seed, of), rows, count(of))]);
  if (real.length < count('real') || synthetic < count('synthetic')) {
    throw new AssayError('bad-input', 'There are fewer rows by now than this blind test shows.', {
      kept: 'Nothing was drawn.',
      next: 'Make another one.',
    });
  }
  const left = {
    real: draw('real', real.length).map((at) => real[at] as number),
    synthetic: draw('synthetic', synthetic),
  };
  return origins.map((origin) => ({ origin, row: left[origin].pop() as number }));
}
