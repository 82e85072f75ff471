/** What is painted on, in a window, in a worker or, by a library with the same interface, in Node. */
export type Context2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Something that can be drawn on a context. */
export type Drawable = Exclude<CanvasImageSource, SVGImageElement | VideoFrame>;
