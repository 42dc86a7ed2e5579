/** A map whose ground, homes and schools are for orientation and choose nothing; what is done on it a screen lays over. */
import { useMemo, useState, type ReactNode } from 'react';
import type { BaseMap, MapData } from '../../shared/api/views/map.ts';
import { useChannel } from '../state/channel.ts';
import { useSession } from '../state/session.ts';
import { useTheme } from '../state/theme.ts';
import { BaseLayers, tileSource, useTiles } from './base-layers.tsx';
import { NO_LAYERS } from './layers.ts';
import { MapFrame } from './map-frame.tsx';
import { SceneLayer } from './scene-layer.tsx';
import { NO_EMPHASIS, prepareScene } from './scene.ts';
import { TileNames } from './tiles/tile-names.ts';
import type { Bounds } from './view.ts';

interface Props {
  readonly label: string;
  /** What is shown first. */
  readonly home: Bounds;
  readonly homeLabel?: string;
  /** Homes and schools to draw; null: the ground alone. */
  readonly data: MapData | null;
  /** What is laid over it. */
  readonly children: ReactNode;
}

export function GroundMap({ data, children, ...frame }: Props): ReactNode {
  const base: BaseMap | null = useChannel('map/base', {}).data;
  const scene = useMemo(() => prepareScene(base, data), [base, data]);
  const theme = useTheme((state) => state.shown);
  const tiles = useTiles();
  const [names] = useState(() => new TileNames());
  const invented = useSession((state) => state.info?.store?.demo ?? false);
  return (
    <MapFrame
      {...frame}
      source={[tileSource(tiles), base?.sources ?? ''].filter((part) => part !== '').join('. ')}
      invented={invented}
      layers={
        <>
          <BaseLayers scene={scene} tiles={tiles} theme={theme} names={names} />
          <SceneLayer
            scene={scene}
            emphasis={NO_EMPHASIS}
            layers={NO_LAYERS}
            ground={tiles === null ? 'built_in' : 'drawn'}
            names={names}
            theme={theme}
            onPick={ignore}
            onPoint={ignore}
          />
          {children}
        </>
      }
    />
  );
}

function ignore(): void {
  // Homes and schools are for orientation here.
}
