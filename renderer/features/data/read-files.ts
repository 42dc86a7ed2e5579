/** A file as the person gave it: its name, with the folder inside a chosen folder where there is one. */
export interface GivenFile {
  readonly name: string;
  readonly file: File;
}

/** In a folder only these can be data; pictures and licences beside them are left. */
const DATA = /\.(?:csv|txt|tsv|xlsx|xls|ods|zip|json|geojson)$/iu;
/** What systems leave in folders. */
const LEFT_BY_SYSTEMS = /(?:^|\/)(?:\.|__MACOSX|Thumbs\.db|~\$)/u;

function isWanted(name: string): boolean {
  return DATA.test(name) && !LEFT_BY_SYSTEMS.test(name);
}

/** The files of a file chooser; a chosen folder's files carry their path within it. */
export function fromChooser(list: FileList): readonly GivenFile[] {
  return Array.from(list, (file) => ({ name: file.webkitRelativePath || file.name, file })).filter(
    ({ name }) => !name.includes('/') || isWanted(name),
  );
}

function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });
}

async function allEntries(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    // The reader gives a hundred at a time and then none.
    const some = await entriesOf(reader);
    if (some.length === 0) return found;
    found.push(...some);
  }
}

async function filesOf(
  entry: FileSystemEntry,
  path: string,
  top: boolean,
): Promise<readonly GivenFile[]> {
  const name = path + entry.name;
  if (entry.isDirectory) {
    const inside = await allEntries(entry as FileSystemDirectoryEntry);
    const lists = await Promise.all(inside.map((one) => filesOf(one, `${name}/`, false)));
    return lists.flat();
  }
  if (!top && !isWanted(name)) return [];
  const file = await new Promise<File>((resolve, reject) => {
    (entry as FileSystemFileEntry).file(resolve, reject);
  });
  return [{ name, file }];
}

/** The files of a drop, folders opened. Must be called in the drop event itself: the items die with it. */
export async function fromDrop(transfer: DataTransfer): Promise<readonly GivenFile[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  );
  if (entries.length === 0)
    return Array.from(transfer.files, (file) => ({ name: file.name, file }));
  const lists = await Promise.all(entries.map((entry) => filesOf(entry, '', true)));
  return lists.flat();
}
