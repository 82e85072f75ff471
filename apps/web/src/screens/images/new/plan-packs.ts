import { IMAGE_MAX_BYTES, MOST_IMAGE_UPLOADS, UPLOAD_MAX_BYTES } from '@assay/contracts';
import { isLeftBySystem } from '@assay/domain';
import type { TreeFile } from '@assay/ui';

/** Files that travel together as one archive; an archive of one's own travels as it is. */
export type Pack = { name: string; files: TreeFile[]; bytes: number };

/** What is sent, what is too large to be, and whether it is too much for one import. */
export type PackPlan = { packs: Pack[]; tooLarge: TreeFile[]; tooMany: boolean };

/** Pictures travel in archives of about so many bytes, so that little is sent again when a connection breaks. */
const PACK_BYTES = 96 * 1024 ** 2;
const PACK_FILES = 2000;

const isArchive = (path: string): boolean => /\.zip$/i.test(path);

/** Does a file travel as it is? Alone it keeps no path, and nothing cannot be sent. */
export const isSentBare = ({ files }: Pack): boolean => {
  const only = files.length === 1 ? files[0] : undefined;
  return only !== undefined && only.file.size > 0 && (isArchive(only.path) || !only.path.includes('/'));
};

/** Which files travel together: archives as they are, pictures in packs, in the order of their paths. */
export function planPacks(files: readonly TreeFile[]): PackPlan {
  const wanted = files
    .filter(({ path }) => !isLeftBySystem(path))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const isTooLarge = ({ path, file }: TreeFile) =>
    file.size > (isArchive(path) ? UPLOAD_MAX_BYTES : IMAGE_MAX_BYTES);
  const packs: Pack[] = [];
  let open: Pack | null = null;
  for (const each of wanted) {
    const { path, file } = each;
    if (isTooLarge(each)) continue;
    if (isArchive(path) && file.size > 0) {
      packs.push({ name: path, files: [each], bytes: file.size });
      continue;
    }
    const fits: boolean =
      open !== null && open.files.length < PACK_FILES && open.bytes + file.size <= PACK_BYTES;
    if (open === null || !fits) {
      open = { name: path, files: [], bytes: 0 };
      packs.push(open);
    }
    open.files.push(each);
    open.bytes += file.size;
  }
  const named = packs.map((pack, at) =>
    isSentBare(pack) ? pack : { ...pack, name: `pictures-${at + 1}.zip` },
  );
  return { packs: named, tooLarge: wanted.filter(isTooLarge), tooMany: packs.length > MOST_IMAGE_UPLOADS };
}
