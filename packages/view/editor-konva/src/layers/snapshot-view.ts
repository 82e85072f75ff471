import { type Camera, type Size, visibleBounds } from '@assay/editor';
import { type Bounds, boundsContain, intersectBounds } from '@assay/geometry';

/** Which part of the image a bitmap shows, and how large. */
export type SnapshotView = {
  /** The image point in the bitmap's upper left corner, and pixels of the screen for each pixel of the image. */
  readonly camera: Camera;
  /** Pixels of the device for each pixel of the screen. */
  readonly ratio: number;
  /** In pixels of the device. */
  readonly width: number;
  readonly height: number;
  /** The same in pixels of the image. */
  readonly bounds: Bounds;
};

/** What a bitmap shows beyond the screen on each side, as a share of the screen: room for panning. */
const MARGIN = 0.25;

/** A view of what the screen shows, with a margin. */
export function snapshotView(camera: Camera, screen: Size, ratio: number): SnapshotView {
  const [marginX, marginY] = [screen.width, screen.height].map((side) => Math.ceil(side * MARGIN));
  const size = { width: screen.width + 2 * marginX!, height: screen.height + 2 * marginY! };
  const moved = {
    x: camera.x - marginX! / camera.zoom,
    y: camera.y - marginY! / camera.zoom,
    zoom: camera.zoom,
  };
  return {
    camera: moved,
    ratio,
    width: Math.round(size.width * ratio),
    height: Math.round(size.height * ratio),
    bounds: visibleBounds(moved, size),
  };
}

/** Where a bitmap lies on the screen under another camera, in pixels of the device. */
export function placeSnapshot(
  { camera, ratio, width, height }: SnapshotView,
  now: Camera,
): { x: number; y: number; width: number; height: number } {
  const scale = now.zoom / camera.zoom;
  const [x, y] = [(camera.x - now.x) * now.zoom * ratio, (camera.y - now.y) * now.zoom * ratio];
  // On whole pixels the same size is copied as it is, and stays sharp.
  return scale === 1
    ? { x: Math.round(x), y: Math.round(y), width, height }
    : { x, y, width: width * scale, height: height * scale };
}

/** Does a bitmap show all of the image that the screen does? */
export function coversScreen(view: SnapshotView, camera: Camera, screen: Size, image: Bounds): boolean {
  const seen = intersectBounds(visibleBounds(camera, screen), image);
  return seen === undefined || boundsContain(view.bounds, seen);
}

/** Is it drawn for exactly this camera? */
export const isSharpFor = (view: SnapshotView, camera: Camera, screen: Size, ratio: number): boolean => {
  const wanted = snapshotView(camera, screen, ratio);
  return (
    view.camera.x === wanted.camera.x &&
    view.camera.y === wanted.camera.y &&
    view.camera.zoom === wanted.camera.zoom &&
    view.width === wanted.width &&
    view.height === wanted.height
  );
};
