/** The painted scene inside a react-leaflet map: repaints on new data, hands on what is pointed at. */
import type { LeafletMouseEvent } from 'leaflet';
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { CanvasLayer } from './canvas-layer.ts';
import type { Layers } from './layers.ts';
import { createHitList, type Hit } from './hits.ts';
import { paintScene, type Ground } from './paint-scene.ts';
import type { Emphasis, Scene } from './scene.ts';
import type { TileNames } from './tiles/tile-names.ts';

export interface Pointed {
  readonly hit: Hit;
  /** Pixels within the map's box. */
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly scene: Scene;
  readonly emphasis: Emphasis;
  readonly layers: Layers;
  readonly ground: Ground;
  readonly names: TileNames;
  /** Changes whenever colours do, to paint anew. */
  readonly theme: string;
  readonly onPick: (hit: Hit | null) => void;
  readonly onPoint: (pointed: Pointed | null) => void;
}

/** One canvas, kept for the life of the map. */
export function SceneLayer({
  scene,
  emphasis,
  layers,
  ground,
  names,
  theme,
  onPick,
  onPoint,
}: Props): null {
  const map = useMap();
  const shown = useRef({ scene, emphasis, layers, ground, names, onPick, onPoint });
  const layer = useRef<CanvasLayer | null>(null);

  useEffect(() => {
    shown.current = { scene, emphasis, layers, ground, names, onPick, onPoint };
    layer.current?.schedule();
  }, [scene, emphasis, layers, ground, names, onPick, onPoint]);

  useEffect(() => {
    names.listen(() => layer.current?.schedule());
  }, [names]);

  useEffect(() => {
    if (theme !== '') layer.current?.refreshTheme();
  }, [theme]);

  useEffect(() => {
    let hits = createHitList();
    const own = new CanvasLayer((view) => {
      hits = paintScene(view, shown.current);
    });
    layer.current = own;
    own.addTo(map);
    const find = (event: LeafletMouseEvent): Hit | null => {
      const at = own.toCanvas(event.containerPoint.x, event.containerPoint.y);
      return hits.at(at.x, at.y);
    };
    const click = (event: LeafletMouseEvent): void => {
      shown.current.onPick(find(event));
    };
    const move = (event: LeafletMouseEvent): void => {
      const hit = find(event);
      map.getContainer().style.cursor = hit === null ? '' : 'pointer';
      const { x, y } = event.containerPoint;
      shown.current.onPoint(hit === null ? null : { hit, x, y });
    };
    const leave = (): void => {
      shown.current.onPoint(null);
    };
    map.on('click', click);
    map.on('mousemove', move);
    map.on('mouseout movestart', leave);
    const repaint = (): void => {
      own.refreshTheme();
    };
    document.fonts.addEventListener('loadingdone', repaint);
    return () => {
      map.off('click', click);
      map.off('mousemove', move);
      map.off('mouseout movestart', leave);
      document.fonts.removeEventListener('loadingdone', repaint);
      own.remove();
      layer.current = null;
    };
  }, [map]);

  return null;
}
