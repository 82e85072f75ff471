/** Lists of six shares, for which reference values were computed elsewhere: ((7i + 3k^2 + shift k) mod 11) + 1, scaled. */
export function featureSet(count: number, shift: number): Float64Array[] {
  return Array.from({ length: count }, (_, i) => {
    const values = Float64Array.from({ length: 6 }, (_, k) => ((i * 7 + k * k * 3 + shift * k) % 11) + 1);
    const total = values.reduce((sum, value) => sum + value, 0);
    return values.map((value) => value / total);
  });
}
