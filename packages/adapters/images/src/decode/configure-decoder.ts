import sharp from 'sharp';

/** What libvips may read: the five formats, and its own, in which pictures lie between two stages. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Heif', 'Tiff', 'Vips'].map((name) => `VipsForeignLoad${name}`);

/**
 * Lets the decoder read no format but those that were decided for, use `threads` threads, and keep nothing in memory
 * once a picture is done: no two pictures share work.
 */
export function configureDecoder(threads: number): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: LOADERS });
  sharp.concurrency(threads);
  sharp.cache(false);
}
