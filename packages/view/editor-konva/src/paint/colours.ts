import type { LabelColour } from '@assay/contracts';

/**
 * How the colours of labels are drawn on pictures. Each has a relative luminance of at least .4, and lines of it lie on
 * wider ones in `HALO`: whatever is behind them, one of the two has a contrast of 3 to 1 with it (WCAG 2.2, 1.4.11).
 */
export const PICTURE_COLOURS: Readonly<Record<LabelColour, string>> = {
  teal: '#2dd4bf',
  orange: '#ffa94d',
  indigo: '#a9b8ff',
  olive: '#c3d24a',
  magenta: '#ff94ea',
  green: '#62e37c',
  brown: '#e3ab87',
  grey: '#d6d6db',
};

/** Nearly black: what lies below lines, so that light pictures do not swallow them. */
export const HALO = '#0a0a0c';

/** Relative luminance of a colour in hexadecimal digits, 0 to 1, as WCAG 2.2 defines it. */
export function luminanceOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** Contrast of two luminances, 1 to 21, as WCAG 2.2 defines it. */
export const contrastOf = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
