/** Walks through an extract block by block, giving way to other work between blocks. */
import { setImmediate } from 'node:timers/promises';
import { BadExtract, corrupted } from './bad-extract.ts';
import { orCorrupted, readBlobs } from './blobs.ts';
import { readHeaderBlock, type ExtractHeader } from './header-block.ts';
import { readBlock, type Held, type OsmVisitor } from './primitive-block.ts';

/** What a walk learns besides what it tells its visitor. */
export interface Visited {
  readonly header: ExtractHeader;
  /** Where the blocks begin that hold nodes. */
  readonly nodeBlocks: readonly number[];
}

/** What a walk asks of whoever started it: progress from 0 to 1, and whether to go on. */
export interface Walk {
  readonly progress: (share: number) => void;
  readonly cancelled: () => boolean;
}

/** Raised between two blocks once a person pressed cancel. */
export function cancelledReading(): BadExtract {
  return new BadExtract(
    'cancelled',
    'Reading the extract was cancelled; the network before is still in use.',
    'Import it again when you are ready.',
  );
}

/** Tells the visitor of everything in the file, or in the blocks that begin at `places`. Throws `BadExtract`. */
export async function visitExtract(
  path: string,
  visitor: OsmVisitor,
  walk: Walk,
  places: readonly number[] | null,
): Promise<Visited> {
  let header: ExtractHeader | null = null;
  const nodeBlocks: number[] = [];
  for (const blob of readBlobs(path, places)) {
    if (walk.cancelled()) throw cancelledReading();
    if (blob.type === 'OSMHeader')
      header = orCorrupted('the header', () => readHeaderBlock(blob.bytes));
    else if (header === null && places === null) throw corrupted('no header');
    else if (blob.type === 'OSMData') {
      const held: Held = { nodes: false, ways: false, relations: false };
      orCorrupted('a block of data', () => {
        readBlock(blob.bytes, visitor, held);
      });
      if (held.nodes) nodeBlocks.push(blob.at);
    }
    walk.progress(blob.at / blob.size);
    await setImmediate();
  }
  return { header: header ?? { map_on: '' }, nodeBlocks };
}
