import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Metadata } from 'sharp';
import { type Decoded, decode } from './decode/decode.ts';
import { fromRaster } from './decode/turn-upright.ts';
import type { Header } from './header/header.ts';
import { readHeader } from './header/read-header.ts';
import { type PictureLimits, PREVIEW_SIDE, THUMBNAIL_SIDE } from './limits.ts';
import { measurePicture } from './measure-picture.ts';
import { hasPlaceInXmp } from './metadata/has-place-in-xmp.ts';
import { profileName } from './metadata/profile-name.ts';
import { readExif } from './metadata/read-exif.ts';
import type { PictureFormat, PictureNotice, PictureResult, Rendition } from './picture.ts';
import { Refused } from './refused.ts';
import { fitInto } from './render/fit-into.ts';
import { greyKept, writePyramid } from './render/write-pyramid.ts';
import { writeRendition } from './render/write-rendition.ts';

export type ReadRequest = { file: string; name: string; workDir: string; limits: PictureLimits };

/**
 * Reads one picture in this process: what it is, what was done to show it, and the files to show it with.
 *
 * @throws what is not the file's fault, such as a full disk
 */
export async function readPicture(request: ReadRequest): Promise<PictureResult> {
  try {
    return await read(request);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function read({ file, name, workDir, limits }: ReadRequest): Promise<PictureResult> {
  const header = await readHeader(file, limits);
  const sha256 = await hashOf(file);
  const decoded = await decode(file, workDir, header, limits);
  const { raster, metadata } = decoded;
  const exif = readExif(metadata.exif);
  const preview = await previewOf(decoded, header.lossless, workDir);
  const small = fitInto(raster, THUMBNAIL_SIDE);
  const thumbnail = await writeRendition(
    greyKept(fromRaster(raster).resize({ ...small, fit: 'fill', kernel: 'linear' }), raster),
    'small',
    join(workDir, 'thumbnail'),
  );
  const large = Math.max(raster.width, raster.height) > PREVIEW_SIDE;
  const measured = await measurePicture(raster, fitInto(raster, PREVIEW_SIDE));
  const pyramid = large ? await writePyramid(raster, header.lossless, workDir) : null;
  await rm(raster.path);
  return {
    ok: true,
    facts: {
      format: header.format,
      bytes: header.bytes,
      sha256,
      width: raster.width,
      height: raster.height,
      orientation: decoded.orientation,
      bitDepth: header.bitDepth ?? metadata.bitsPerSample ?? 8,
      colourSpace: decoded.colourSpace,
      channels: metadata.channels,
      alpha: metadata.hasAlpha,
      profile: metadata.icc === undefined ? null : profileName(metadata.icc),
      pages: metadata.pages ?? 1,
      lossless: header.lossless,
      takenAt: exif.takenAt,
      ...measured,
      notices: [
        ...noticesOf(header, name, metadata, decoded),
        ...(exif.place || hasPlaceInXmp(metadata.xmp) ? [{ code: 'place-found' as const }] : []),
        ...decoded.notices,
      ],
    },
    thumbnail,
    preview,
    pyramid,
  };
}

/** Not made smaller, a lossless picture is shown without loss. */
function previewOf({ raster }: Decoded, lossless: boolean, workDir: string): Promise<Rendition> {
  const whole = fromRaster(raster);
  const fits = Math.max(raster.width, raster.height) <= PREVIEW_SIDE;
  const size = fitInto(raster, PREVIEW_SIDE);
  // A kernel without negative weights: bright and dark rims along edges would look like a generator's artefacts.
  const picture = fits ? whole : whole.resize({ ...size, fit: 'fill', kernel: 'linear' });
  return writeRendition(
    greyKept(picture, raster),
    fits && lossless ? 'every pixel' : 'close',
    join(workDir, 'preview'),
  );
}

function noticesOf(header: Header, name: string, metadata: Metadata, decoded: Decoded): PictureNotice[] {
  const notices: PictureNotice[] = [];
  const extension = extname(name).slice(1).toLowerCase();
  if (extension !== '' && !ENDINGS[header.format].includes(extension)) {
    notices.push({ code: 'looks-like', format: header.format, extension });
  }
  if (decoded.colourSpace === 'cmyk') notices.push({ code: 'cmyk-converted' });
  const profile = metadata.icc === undefined ? null : profileName(metadata.icc);
  if (metadata.icc !== undefined && !/sRGB/i.test(profile ?? '')) {
    notices.push({ code: 'profile-converted', profile: profile ?? '' });
  }
  if (decoded.orientation !== 1) notices.push({ code: 'turned', orientation: decoded.orientation });
  if (metadata.hasAlpha) notices.push({ code: 'alpha-flattened' });
  if (header.further || (metadata.pages ?? 1) > 1) notices.push({ code: 'further-pictures' });
  return notices;
}

const ENDINGS: Readonly<Record<PictureFormat, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif', 'mpo'],
  png: ['png'],
  webp: ['webp'],
  avif: ['avif', 'avifs'],
  tiff: ['tif', 'tiff'],
};

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
