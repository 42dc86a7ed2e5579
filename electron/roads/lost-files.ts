/** What a store had beside it and has no longer: whoever moves a store by hand forgets its companions. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { LostFile } from '../../shared/api/views/roads.ts';
import type { Store } from '../../db/store.ts';
import { mapPathOf } from '../files/map-beside.ts';
import { roadsPath } from './roads-file.ts';

/** Road network and map that were taken in, were not given up, and do not lie where they are looked for. */
export function lostOf(store: Store): readonly LostFile[] {
  const places = [
    ['roads', roadsPath(store.path)],
    ['map', mapPathOf(store.path)],
  ] as const;
  return places.flatMap(([kind, path]) => {
    const made_from = store.meta.beside(kind);
    if (made_from === '' || existsSync(path)) return [];
    const what = kind === 'roads' ? 'road network' : 'map';
    return [
      {
        kind,
        words: `The ${what} of this store is not beside it. It was made from ${made_from}: copy ${basename(path)} from where the store was, or take that file in again.`,
      },
    ];
  });
}
