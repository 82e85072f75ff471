import { smirnovTail } from './smirnov-tail.ts';

/**
 * P(D >= d) of the two-sided one-sample Kolmogorov-Smirnov statistic with `n` values, for n >= 1: exact by the
 * matrix power of Marsaglia, Tsang and Wang for small n or small d, twice the one-sided tail where D+ and D- can
 * hardly both be large, and the expansion of Pelz and Good between. Regions as in the source.
 *
 * Source: Simard and L'Ecuyer, Journal of Statistical Software 39 (2011).
 */
export function kolmogorovTail(d: number, n: number): number {
  if (d >= 1) return 0;
  const t = n * d;
  if (t <= 0.5) return 1;
  const scaled = t * d;
  if (d >= 0.5 || (n <= 140 ? scaled > 4 : scaled >= 2.2)) {
    return scaled >= 370 ? 0 : Math.min(1, 2 * smirnovTail(n, d));
  }
  if (n <= 140 || (n <= 100_000 && n * d ** 1.5 <= 1.4)) return 1 - matrixCdf(n, d);
  return Math.min(1, Math.max(0, 1 - pelzGoodCdf(n, d)));
}

/** Marsaglia, Tsang and Wang, Journal of Statistical Software 8 (2003). */
function matrixCdf(n: number, d: number): number {
  const k = Math.floor(n * d) + 1;
  const size = 2 * k - 1;
  const h = k - n * d;
  const base = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= Math.min(size - 1, row + 1); column += 1) base[row * size + column] = 1;
  }
  for (let index = 0; index < size; index += 1) {
    base[index * size] = base[index * size]! - h ** (index + 1);
    base[(size - 1) * size + index] = base[(size - 1) * size + index]! - h ** (size - index);
  }
  if (2 * h > 1) base[(size - 1) * size] = base[(size - 1) * size]! + (2 * h - 1) ** size;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= Math.min(size - 1, row); column += 1) {
      for (let factor = 2; factor <= row - column + 1; factor += 1) {
        base[row * size + column] = base[row * size + column]! / factor;
      }
    }
  }
  const power = matrixPower({ values: base, exponent: 0 }, size, n);
  let result = power.values[(k - 1) * size + k - 1]!;
  let exponent = power.exponent;
  for (let index = 1; index <= n; index += 1) {
    result *= index / n;
    if (result < 1e-140) {
      result *= 1e140;
      exponent -= 140;
    }
  }
  return Math.min(1, result * 10 ** exponent);
}

/** A matrix times a power of ten, so that high powers neither overflow nor vanish. */
type Scaled = { values: Float64Array; exponent: number };

function matrixPower(base: Scaled, size: number, n: number): Scaled {
  if (n === 1) return base;
  const half = matrixPower(base, size, Math.floor(n / 2));
  const square = multiply(half, half, size);
  return n % 2 === 0 ? square : multiply(base, square, size);
}

function multiply(a: Scaled, b: Scaled, size: number): Scaled {
  const values = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let inner = 0; inner < size; inner += 1) {
      const factor = a.values[row * size + inner]!;
      if (factor === 0) continue;
      for (let column = 0; column < size; column += 1) {
        values[row * size + column] =
          values[row * size + column]! + factor * b.values[inner * size + column]!;
      }
    }
  }
  let exponent = a.exponent + b.exponent;
  const middle = (size - 1) / 2;
  if (values[middle * size + middle]! > 1e140) {
    for (let index = 0; index < values.length; index += 1) values[index] = values[index]! * 1e-140;
    exponent += 140;
  }
  return { values, exponent };
}

/** Pelz and Good, Journal of the Royal Statistical Society B 38 (1976), terms to n^(-3/2). */
function pelzGoodCdf(n: number, d: number): number {
  const z = Math.sqrt(n) * d;
  const z2 = z * z;
  const z4 = z2 * z2;
  const z6 = z4 * z2;
  const pi2 = Math.PI ** 2;
  const pi4 = pi2 * pi2;
  const terms = Math.ceil((16 * z) / Math.PI) + 1;
  let k0 = 0;
  let k1 = 0;
  let k2 = 0;
  let k3 = 0;
  let extra2 = 0;
  let extra3 = 0;
  for (let k = terms; k >= 1; k -= 1) {
    const half2 = (k - 0.5) ** 2;
    const weight = 2 * Math.exp((-pi2 * half2) / (2 * z2));
    k0 += weight;
    k1 += weight * (pi2 * half2 - z2);
    k2 += weight * (6 * z6 + 2 * z4 + pi2 * (2 * z4 - 5 * z2) * half2 + pi4 * (1 - 2 * z2) * half2 ** 2);
    k3 +=
      weight *
      (-30 * z6 -
        90 * z4 * z4 +
        pi2 * (135 * z4 - 96 * z6) * half2 +
        pi4 * (212 * z4 - 60 * z2) * half2 ** 2 +
        pi4 * pi2 * (5 - 30 * z2) * half2 ** 3);
    const whole = 2 * Math.exp((-pi2 * k * k) / (2 * z2));
    extra2 += whole * pi2 * k * k;
    extra3 += whole * (3 * pi2 * k * k * z2 - pi4 * k ** 4);
  }
  const root = Math.sqrt(Math.PI / 2);
  const first = (root / z) * k0;
  const second = (root / (6 * z4)) * k1;
  const third = root * (k2 / (72 * z6 * z) - extra2 / (36 * z2 * z));
  const fourth = root * (k3 / (6480 * z6 * z4) + extra3 / (216 * z6));
  return first + second / Math.sqrt(n) + third / n + fourth / n ** 1.5;
}
