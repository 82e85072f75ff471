import { defined, mapResult, type Result, undefinedBecause } from '@assay/stats';

/**
 * A similarity in [0, 1] where 1 is best, its error `1 - score`, and the noise floor: the score that two samples
 * of these sizes from one distribution would have on average, so that nothing above it can be told from noise.
 */
export type Score = {
  readonly score: Result<number>;
  readonly error: Result<number>;
  readonly floor: Result<number>;
};

/** Two modes: `parity` gives the numbers of SDMetrics, `corrected` the exact ones. See `fidelity`. */
export type FidelityMode = 'parity' | 'corrected';

/** A score with its error. */
export function scoreOf(score: Result<number>, floor: Result<number>): Score {
  return { score, error: mapResult(score, (value) => 1 - value), floor };
}

/** A score that has no value, for one reason. */
export function noScore(reason: Parameters<typeof undefinedBecause>[0]): Score {
  return scoreOf(undefinedBecause(reason), undefinedBecause(reason));
}

/**
 * The mean of the scores that are defined, with the mean floor of the same entries. Undefined: 'empty' when none
 * is. A gate that must not overlook undefined entries asks them themselves.
 */
export function meanScore(entries: readonly Score[]): Score {
  const mean = runningMean();
  for (const entry of entries) mean.add(entry);
  return mean.score();
}

/** `meanScore` of entries that come one by one, summed in that order; `n` counts those that are defined. */
export type RunningMean = { add(entry: Score): void; score(): Score; readonly n: number };

export function runningMean(): RunningMean {
  let sum = 0;
  let floors = 0;
  let n = 0;
  let floorsDefined = 0;
  return {
    add({ score, floor }) {
      if (!score.ok) return;
      sum += score.value;
      n += 1;
      if (!floor.ok) return;
      floors += floor.value;
      floorsDefined += 1;
    },
    score: () =>
      scoreOf(
        n === 0 ? undefinedBecause('empty') : defined(sum / n),
        floorsDefined === 0 ? undefinedBecause('empty') : defined(floors / floorsDefined),
      ),
    get n() {
      return n;
    },
  };
}
