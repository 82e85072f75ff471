/** A file as it was chosen: with the path in its folder where it was chosen with one. */
export type ChosenFile = { path: string; file: File };

/** Files that travel together as one archive; one alone travels as it is. */
export type Pack = { name: string; files: ChosenFile[]; bytes: number };

/** Pictures travel in archives of about so many bytes, so that little is sent again when a connection breaks. */
const PACK_BYTES = 96 * 1024 ** 2;
const PACK_FILES = 2000;
/** What systems leave in folders beside what people do. */
const OF_SYSTEMS = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;

const isArchive = (path: string): boolean => /\.zip$/i.test(path);

/** Which files travel together: archives as they are, pictures in packs, in the order of their paths. */
export function planPacks(files: readonly ChosenFile[]): Pack[] {
  const wanted = files
    .filter(({ path, file }) => !OF_SYSTEMS.test(path) && file.size > 0)
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const packs: Pack[] = [];
  let open: Pack | null = null;
  for (const each of wanted) {
    const { path, file } = each;
    if (isArchive(path)) {
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
  return packs.map((pack, at) =>
    pack.files.length === 1 ? pack : { ...pack, name: `pictures-${at + 1}.zip` },
  );
}
