import type { PixelWindow } from '../index.ts';

/** A disc of one colour on another, soft at its border as a camera's, with a little noise. */
export function discPicture(
  size: { readonly width: number; readonly height: number },
  disc: { readonly x: number; readonly y: number; readonly radius: number },
): PixelWindow {
  const { width, height } = size;
  const [inside, outside] = [
    [200, 90, 60],
    [60, 80, 120],
  ] as const;
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const away = Math.hypot((at % width) + 0.5 - disc.x, Math.floor(at / width) + 0.5 - disc.y);
    const share = Math.min(1, Math.max(0, disc.radius - away + 0.5));
    const noise = ((at * 7919) % 7) - 3;
    for (let channel = 0; channel < 3; channel += 1) {
      pixels[at * 3 + channel] = share * inside[channel]! + (1 - share) * outside[channel]! + noise;
    }
  }
  return { picture: { pixels, width, height }, left: 0, top: 0 };
}
