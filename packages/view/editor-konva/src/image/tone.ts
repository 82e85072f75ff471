/** How a picture is shown: all neutral at 0, 1 and 1. */
export type Tone = {
  /** Added to each channel, as a share of the whole range: -1 to 1. */
  readonly brightness: number;
  /** By how much values are moved apart about the middle of the range. */
  readonly contrast: number;
  /** The exponent is 1 / gamma: above 1 dark parts become lighter, and black and white stay. */
  readonly gamma: number;
};

export const NEUTRAL_TONE: Tone = { brightness: 0, contrast: 1, gamma: 1 };

export const isNeutral = ({ brightness, contrast, gamma }: Tone): boolean =>
  brightness === 0 && contrast === 1 && gamma === 1;

export const isSameTone = (a: Tone, b: Tone): boolean =>
  a.brightness === b.brightness && a.contrast === b.contrast && a.gamma === b.gamma;

/** What each of the 256 values of a channel becomes: gamma first, then contrast, then brightness. */
export function toneTable({ brightness, contrast, gamma }: Tone): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 256 }, (_, value) => {
    const lifted = (value / 255) ** (1 / gamma);
    return 255 * ((lifted - 0.5) * contrast + 0.5 + brightness);
  });
}

/** Gives pixels (red, green, blue and opacity of each in turn) another tone, in place; opacity stays. */
export function tonePixels(pixels: Uint8ClampedArray, table: Uint8ClampedArray): void {
  for (let at = 0; at < pixels.length; at += 4) {
    pixels[at] = table[pixels[at]!]!;
    pixels[at + 1] = table[pixels[at + 1]!]!;
    pixels[at + 2] = table[pixels[at + 2]!]!;
  }
}
