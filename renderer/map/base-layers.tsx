/** What lies under a scene: the built-in coast, and over it the map beside the store where there is one. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { TileInfo } from '../../shared/api/views/map.ts';
import { useChannel } from '../state/channel.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { paintGround } from './paint/ground.ts';
import type { Scene } from './scene.ts';
import { TileLayer } from './tiles/tile-layer.tsx';
import type { TileNames } from './tiles/tile-names.ts';

/** The map beside the store; null where the built-in map is drawn, or until that is known. */
export function useTiles(): TileInfo | null {
  return useChannel('map/tiles', {}).data;
}

/** Whose map is drawn, for the corner of every map and picture. */
export function tileSource(tiles: TileInfo | null): string {
  if (tiles === null) return '';
  const whose = tiles.attribution === '' ? tiles.name : tiles.attribution;
  return whose === '' ? '' : `Map: ${whose}`;
}

/** The built-in ground by itself, then the tiles: nothing where the scene paints its own ground. */
export function BaseLayers(props: {
  readonly scene: Scene;
  readonly tiles: TileInfo | null;
  readonly theme: string;
  /** Where the names of the tiles are told, for the scene to keep off. */
  readonly names: TileNames;
}): ReactNode {
  const { scene, tiles, theme, names } = props;
  const own = useRef({ scene, names });
  useEffect(() => {
    own.current = { scene, names };
  }, [scene, names]);
  if (tiles === null) return null;
  return (
    <>
      <GroundLayer scene={scene} mapped={tiles.bounds} theme={theme} />
      <TileLayer info={tiles} theme={theme} own={own} />
    </>
  );
}

function GroundLayer(props: {
  readonly scene: Scene;
  readonly mapped: TileInfo['bounds'];
  readonly theme: string;
}): null {
  const { scene, mapped, theme } = props;
  const map = useMap();
  const shown = useRef({ scene, mapped });
  const layer = useRef<CanvasLayer | null>(null);
  useEffect(() => {
    shown.current = { scene, mapped };
    layer.current?.schedule();
  }, [scene, mapped]);
  useEffect(() => {
    if (theme !== '') layer.current?.refreshTheme();
  }, [theme]);
  useEffect(() => {
    const own = new CanvasLayer((view) => {
      paintGround(view, shown.current.scene, shown.current.mapped);
    }, 'tilePane');
    layer.current = own;
    own.addTo(map);
    return () => {
      own.remove();
      layer.current = null;
    };
  }, [map]);
  return null;
}
