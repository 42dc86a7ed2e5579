/** Tiles of the map beside the store, fetched by the bridge, in the shape that the drawing library asks for. */
import type { LeafletLayerOptions } from 'protomaps-leaflet';
import { getTile } from '../../bridge/bridge.ts';

/** The archive of the drawing library's own reader, of which it asks one thing. */
type Archive = Exclude<NonNullable<LeafletLayerOptions['url']>, string>;

const bridged: Pick<Archive, 'getZxy'> = {
  getZxy: async (z, x, y) => {
    const bytes = await getTile(z, x, y);
    if (bytes === null) return undefined;
    const data = new Uint8Array(bytes.byteLength);
    data.set(bytes);
    return { data: data.buffer };
  },
};

/** An archive to draw from. The library names the whole class in its types and uses this much of it. */
export function bridgedArchive(): Archive {
  return bridged as Archive;
}
