import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { configureDecoder } from '../decode/configure-decoder.ts';
import { PICTURE_LIMITS, type PictureLimits } from '../limits.ts';
import type { PictureRead, PictureRefusal, PictureResult, RefusalCode } from '../picture.ts';
import { readPicture } from '../read-picture.ts';

/** A folder for pictures of tests, and readings of them in this process. */
export type PictureFolder = {
  path: string;
  /** Writes a file and reads it as a picture. */
  read(name: string, content: Uint8Array, limits?: Partial<PictureLimits>): Promise<PictureResult>;
  /** As `read`, of a picture that must be taken. */
  taken(name: string, content: Uint8Array): Promise<PictureRead>;
  /** As `read`, of a file that must be refused. */
  refused(name: string, content: Uint8Array, limits?: Partial<PictureLimits>): Promise<PictureRefusal>;
  /** Reads a file, and leaves nothing of it behind: for tests that read thousands. */
  outcome(content: Uint8Array): Promise<'taken' | RefusalCode>;
  remove(): void;
};

export function pictureFolder(): PictureFolder {
  configureDecoder(2);
  const path = mkdtempSync(join(tmpdir(), 'assay-images-'));
  let count = 0;
  const read: PictureFolder['read'] = async (name, content, limits) => {
    count += 1;
    const workDir = join(path, String(count));
    await mkdir(workDir);
    const file = join(path, `upload-${count}`);
    await writeFile(file, content);
    return readPicture({ file, name, workDir, limits: { ...PICTURE_LIMITS, ...limits } });
  };
  return {
    path,
    read,
    taken: async (name, content) => {
      const result = await read(name, content);
      if (!result.ok) throw new Error(`${name} was refused: ${result.code}: ${result.message}`);
      return result;
    },
    refused: async (name, content, limits) => {
      const result = await read(name, content, limits);
      if (result.ok) throw new Error(`${name} was taken.`);
      return result;
    },
    outcome: async (content) => {
      const result = await read('a', content);
      await rm(join(path, String(count)), { recursive: true });
      await rm(join(path, `upload-${count}`));
      return result.ok ? 'taken' : result.code;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Samples of a file that a browser could show: always three colours. */
export async function samplesOf(path: string): Promise<{ pixels: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(await readFile(path))
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}
