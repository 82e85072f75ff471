/** A file with its path in the folder that it was chosen or dropped with; its name alone without one. */
export type TreeFile = { path: string; file: File };

const readAll = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A reader gives about a hundred entries at a time, and none at its end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
};

async function* walk(entry: FileSystemEntry): AsyncGenerator<TreeFile> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    yield { path: entry.fullPath.replace(/^\//, ''), file };
  } else if (entry.isDirectory) {
    for (const each of await readAll(entry as FileSystemDirectoryEntry)) yield* walk(each);
  }
}

/**
 * All files that were dropped, those of folders with their paths, and how many entries could not be read. Must be called
 * while the drop is handled.
 */
export async function filesOfDrop(
  transfer: DataTransfer,
): Promise<{ files: TreeFile[]; unreadable: number }> {
  // The list is emptied once the event is over: what is needed of it is taken before anything is awaited.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  if (entries.every((entry) => entry === null)) {
    return { files: plain.map((file) => ({ path: file.name, file })), unreadable: 0 };
  }
  const files: TreeFile[] = [];
  let unreadable = 0;
  for (const entry of entries) {
    if (entry === null) continue;
    try {
      for await (const each of walk(entry)) files.push(each);
    } catch {
      unreadable += 1;
    }
  }
  return { files, unreadable };
}

/** Files of an input, with their paths where a folder was chosen. */
export function filesOfInput(list: FileList | null): TreeFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}
