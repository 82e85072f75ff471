/** sRGB to linear light, IEC 61966-2-1. */
const LINEAR = Float64Array.from({ length: 256 }, (_, level) => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** (6 / 29)^3: below it the cube root gives way to a line. */
const KNEE = 216 / 24_389;
const SLOPE = 24_389 / 27;

const f = (value: number): number => (value > KNEE ? Math.cbrt(value) : (SLOPE * value + 16) / 116);

/**
 * CIELAB (CIE 15:2004) of an sRGB colour under D65 (.95047, 1, 1.08883): lightness 0 to 100, then green to red and blue
 * to yellow. Written to `out`, which the caller owns, so that a million colours allocate nothing.
 */
export function labOf(red: number, green: number, blue: number, out: Float64Array): void {
  const [r, g, b] = [LINEAR[red]!, LINEAR[green]!, LINEAR[blue]!];
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  out[0] = 116 * y - 16;
  out[1] = 500 * (x - y);
  out[2] = 200 * (y - z);
}
