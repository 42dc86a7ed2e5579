/** The map beside the store, under everything else: vector tiles in the sheet's colours, or pictures as they are. */
import { GridLayer, type Coords } from 'leaflet';
import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import type { TileInfo } from '../../../shared/api/views/map.ts';
import { getTile } from '../../bridge/bridge.ts';
import { toLatLngBounds } from '../map-frame.tsx';
import { readMapTheme } from '../map-theme.ts';
import type { OwnMarks } from './keep-free.ts';

/** Draws one archive; drawn anew when the colours change. */
export function TileLayer(props: {
  readonly info: TileInfo;
  readonly theme: string;
  /** Our own marks, which its names give way to; the same object for the life of the map. */
  readonly own: OwnMarks;
}): null {
  const map = useMap();
  const { info, theme, own } = props;
  useEffect(() => {
    let layer: GridLayer | null = null;
    let gone = false;
    const start = async (): Promise<void> => {
      const made =
        info.format === 'picture'
          ? pictures(info)
          : await vectors(info, map.getContainer(), { theme, own });
      if (gone) return;
      layer = made;
      made.addTo(map);
    };
    void start();
    return () => {
      gone = true;
      layer?.remove();
    };
  }, [map, info, theme, own]);
  return null;
}

/** `theme` names the colours in use, so that a change of them asks for a new layer. */
async function vectors(
  info: TileInfo,
  sheet: HTMLElement,
  { theme, own }: { readonly theme: string; readonly own: OwnMarks },
): Promise<GridLayer> {
  const { vectorLayer } = await import('./vector-layer.ts');
  return vectorLayer(info, readMapTheme(sheet, theme === 'light' ? 'light' : undefined), {
    bounds: toLatLngBounds(info.bounds),
    theme,
    own,
  });
}

/** Tiles that are pictures: each drawn when its bytes are there. */
class PictureLayer extends GridLayer {
  override createTile(coords: Coords, done: (error?: Error, tile?: HTMLElement) => void) {
    const canvas = document.createElement('canvas');
    const { x, y } = this.getTileSize();
    canvas.width = x;
    canvas.height = y;
    void fill(canvas, coords, done);
    return canvas;
  }
}

async function fill(
  canvas: HTMLCanvasElement,
  coords: Coords,
  done: (error?: Error, tile?: HTMLElement) => void,
): Promise<void> {
  let failure: Error | undefined;
  try {
    await draw(canvas, coords);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  }
  done(failure, canvas);
}

async function draw(canvas: HTMLCanvasElement, { x, y, z }: Coords): Promise<void> {
  const bytes = await getTile(z, x, y);
  if (bytes === null) return;
  const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
}

function pictures(info: TileInfo): GridLayer {
  return new PictureLayer({
    minNativeZoom: info.minzoom,
    maxNativeZoom: info.maxzoom,
    bounds: toLatLngBounds(info.bounds),
    className: 'kb-map-pictures',
  });
}
