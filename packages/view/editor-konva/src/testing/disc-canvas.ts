import { BEHAVIOUR_DISC, BEHAVIOUR_IMAGE, discPicture } from '@assay/editor/testing';

/** The picture of the behaviours, pixel for pixel as tests without a browser have it. */
export function discCanvas(): HTMLCanvasElement {
  const { width, height } = BEHAVIOUR_IMAGE;
  const { pixels } = discPicture(BEHAVIOUR_IMAGE, BEHAVIOUR_DISC).picture;
  const opaque = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) opaque.set(pixels.subarray(at * 3, at * 3 + 3), at * 4);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext('2d')!.putImageData(new ImageData(opaque, width, height), 0, 0);
  return canvas;
}
