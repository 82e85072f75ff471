import { logGamma } from './gamma.ts';

/**
 * P(D+ >= d) of the one-sided one-sample Kolmogorov-Smirnov statistic with `n` values, 0 < d < 1: the finite sum
 * of Birnbaum and Tingey (1951), its terms by logarithms.
 */
export function smirnovTail(n: number, d: number): number {
  const last = Math.floor(n * (1 - d));
  const logN = logGamma(n + 1);
  let sum = 0;
  for (let j = 0; j <= last; j += 1) {
    const rest = 1 - d - j / n;
    if (rest <= 0) {
      continue;
    }
    const logTerm =
      logN - logGamma(j + 1) - logGamma(n - j + 1) + (n - j) * Math.log(rest) + (j - 1) * Math.log(d + j / n);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, d * sum);
}
