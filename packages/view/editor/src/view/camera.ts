import {
  addPoints,
  type Bounds,
  centreOf,
  distance,
  heightOf,
  type Point,
  scalePoint,
  subtractPoints,
  widthOf,
} from '@assay/geometry';

/**
 * Which part of the image the screen shows: the image point in its upper left corner, and how many pixels of the screen
 * a pixel of the image takes.
 */
export type Camera = { readonly x: number; readonly y: number; readonly zoom: number };

/** A size in pixels. */
export type Size = { readonly width: number; readonly height: number };

/** From 100,000 pixels on a small screen to single pixels as large squares. */
export const ZOOM_LIMITS = { least: 1 / 256, most: 64 } as const;

export const screenToImage = ({ x, y, zoom }: Camera, point: Point): Point => ({
  x: x + point.x / zoom,
  y: y + point.y / zoom,
});

export const imageToScreen = ({ x, y, zoom }: Camera, point: Point): Point => ({
  x: (point.x - x) * zoom,
  y: (point.y - y) * zoom,
});

/** What of the image a screen of a size shows. */
export const visibleBounds = ({ x, y, zoom }: Camera, { width, height }: Size): Bounds => ({
  minX: x,
  minY: y,
  maxX: x + width / zoom,
  maxY: y + height / zoom,
});

/** The camera when what is shown is pushed by so many pixels of the screen. */
export const panCamera = (camera: Camera, by: Point): Camera => ({
  ...camera,
  x: camera.x - by.x / camera.zoom,
  y: camera.y - by.y / camera.zoom,
});

/** The camera at another zoom, within limits: what lies at a point of the screen (the cursor) stays there. */
export function zoomCamera(camera: Camera, zoom: number, at: Point): Camera {
  const within = clampZoom(zoom);
  const fixed = screenToImage(camera, at);
  return { x: fixed.x - at.x / within, y: fixed.y - at.y / within, zoom: within };
}

/** The camera after two fingers moved on the screen: what lay in the middle between them still does. */
export function pinchCamera(
  camera: Camera,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
): Camera {
  const [from, to] = [midpoint(...before), midpoint(...after)];
  const [away, apart] = [distance(...before), distance(...after)];
  const moved = panCamera(camera, subtractPoints(to, from));
  return away > 0 && apart > 0 ? zoomCamera(moved, (moved.zoom * apart) / away, to) : moved;
}

const midpoint = (a: Point, b: Point): Point => scalePoint(addPoints(a, b), 1 / 2);

/**
 * The camera that shows bounds in the middle of a screen, as large as they fit with `padding` pixels of the screen left
 * free on each side; undefined while the screen is too small to have room for anything.
 */
export function fitCamera(bounds: Bounds, screen: Size, padding = 0): Camera | undefined {
  const [width, height] = [screen.width - 2 * padding, screen.height - 2 * padding];
  if (!(width > 0 && height > 0)) return undefined;
  const zoom = clampZoom(Math.min(width / widthOf(bounds), height / heightOf(bounds)));
  const centre = centreOf(bounds);
  return { x: centre.x - screen.width / 2 / zoom, y: centre.y - screen.height / 2 / zoom, zoom };
}

/** Bounds of a single point fit at any zoom; the division by 0 then asks for an infinite one, or for none. */
const clampZoom = (zoom: number): number =>
  Number.isNaN(zoom) ? 1 : Math.min(ZOOM_LIMITS.most, Math.max(ZOOM_LIMITS.least, zoom));
