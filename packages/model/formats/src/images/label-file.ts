/** A file of a folder or an archive, which is read when it is asked for, and again if it must be. */
export type LabelFile = {
  /** With `/` between folders. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Its bytes, each time from the beginning. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
};

/** A file that is written, to be taken before the next one. */
export type WrittenFile = { readonly path: string; readonly chunks: AsyncIterable<Uint8Array> };

export type PictureSize = { readonly width: number; readonly height: number };

/** A picture that is there; its path where that may be another than the one that was asked for. */
export type KnownPicture = PictureSize & { readonly path?: string };

/**
 * What a reader is told besides the files.
 */
export type ReadOptions = {
  /**
   * The upright size of a picture by its path beside the labels, or undefined if there is none of that path. YOLO says
   * no sizes: without this none of it can be read. Other formats ask where a file leaves the size out, and which picture
   * of a split is meant. Whoever takes paths that are not quite the same says what the picture is called itself.
   */
  readonly sizeOf?: (path: string) => KnownPicture | undefined | Promise<KnownPicture | undefined>;
  /**
   * The number of the first pixel of Pascal VOC: 1 as it is defined, with the last pixel included, or 0 as several tools
   * write it, with places instead of pixels. `by-set` looks whether a box of the set begins at 0, for which all files are
   * read twice, and tells it where it is so. Without it, 1.
   */
  readonly vocFirstPixel?: 0 | 1 | 'by-set';
};
