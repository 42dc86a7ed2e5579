/** One occupancy for the names of tiles and our own: tile names give way to our marks, district names to tile names. */
import type { LabelRule } from 'protomaps-leaflet';
import { describe, expect, it } from 'vitest';
import type { MapData } from '../../shared/api/views/map.ts';
import { createLabelPlacer } from '../../renderer/map/label-placer.ts';
import type { MapTheme } from '../../renderer/map/map-theme.ts';
import { worldSize, worldX, worldY } from '../../renderer/map/mercator.ts';
import { layoutDistricts } from '../../renderer/map/paint/ground.ts';
import { prepareScene } from '../../renderer/map/scene.ts';
import { keepingFree } from '../../renderer/map/tiles/keep-free.ts';
import { TileNames } from '../../renderer/map/tiles/tile-names.ts';
import { viewAround, type View } from '../../renderer/map/view.ts';

const MIDDLE = { lat: 51.27, lon: 0.52 };
const ctx = {
  measureText: (text: string) => ({ width: 7 * text.length }),
} as unknown as CanvasRenderingContext2D;
const theme = { of: { place: '#555', halo: '#fff' }, font: 'Inter' } as unknown as MapTheme;
const viewAt = (zoom: number): View =>
  viewAround(ctx, { ...MIDDLE, zoom, width: 800, height: 600 }, theme);

/** A district in the middle; `homes` so many children at one door. */
function data(homes: number): MapData {
  return {
    homes: {
      client_id: Array.from({ length: homes }, (_, i) => i + 1),
      lat: Array.from({ length: homes }, () => MIDDLE.lat),
      lon: Array.from({ length: homes }, () => MIDDLE.lon),
      school_urn: Array.from({ length: homes }, () => 1),
      state: Array.from({ length: homes }, () => 0),
    },
    schools: [],
    districts: [{ code: 'E07000110', name: 'Maidstone', own: true, ...MIDDLE, geometry: null }],
    protected_hidden: 0,
    sources: [],
  } as unknown as MapData;
}

/** A box in world pixels about the middle. */
function aroundMiddle(zoom: number, halfWidth: number, halfHeight: number) {
  const size = worldSize(zoom);
  const [x, y] = [worldX(MIDDLE.lon) * size, worldY(MIDDLE.lat) * size];
  return { minX: x - halfWidth, maxX: x + halfWidth, minY: y - halfHeight, maxY: y + halfHeight };
}

describe('names of tiles', () => {
  it('are told in pixels of the canvas, between two whole zooms too', () => {
    const names = new TileNames();
    names.add(10, aroundMiddle(10, 30, 8));
    names.add(10, aroundMiddle(10, 30, 8));
    expect(names.within(viewAt(10))).toHaveLength(1);
    const [box] = names.within(viewAt(10.25));
    const scale = 2 ** 0.25;
    expect(box?.x).toBeCloseTo(400 - 30 * scale, 3);
    expect(box?.width).toBeCloseTo(60 * scale, 3);
    // Tiles of the next whole zoom are drawn from here on.
    expect(names.within(viewAt(10.5))).toHaveLength(0);
    names.clear();
    expect(names.within(viewAt(10))).toHaveLength(0);
  });

  it('are kept off by the name of a district, which moves', () => {
    const scene = prepareScene(null, data(0));
    const names = new TileNames();
    const place = (): number | undefined => {
      const view = viewAt(10);
      const placer = createLabelPlacer();
      for (const box of names.within(view)) placer.reserve(box);
      return layoutDistricts(view, scene, placer)[0]?.y;
    };
    expect(place()).toBeCloseTo(300, 6);
    names.add(10, aroundMiddle(10, 30, 8));
    const moved = place() ?? 300;
    expect(Math.abs(moved - 300)).toBeGreaterThan(14);
  });
});

describe('a name on a tile', () => {
  /** A rule that places one name in the middle. */
  const rule = (halfHeight: number): LabelRule => ({
    dataLayer: 'places',
    symbolizer: {
      place: (layout) => {
        const box = aroundMiddle(layout.zoom, 30, halfHeight);
        const anchor = { x: 0, y: box.minY, clone: () => ({ x: 0, y: box.minY }) };
        return [{ anchor, bboxes: [box], draw: () => undefined }] as never;
      },
    },
  });
  const placed = (homes: number, zoom: number) => {
    const names = new TileNames();
    const own = { current: { scene: prepareScene(null, data(homes)), names } };
    const [kept] = keepingFree([rule(8)], own);
    const layout = { zoom, order: 0, index: { bboxCollides: () => false } };
    const labels = kept?.symbolizer.place(layout as never, [], {} as never) ?? [];
    return { box: labels[0]?.bboxes[0], told: names.within(viewAt(zoom))[0] };
  };

  it('gives way to homes drawn together, and is told where it went', () => {
    const { box, told } = placed(20, 10);
    const middle = worldY(MIDDLE.lat) * worldSize(10);
    expect(Math.abs(((box?.minY ?? 0) + (box?.maxY ?? 0)) / 2 - middle)).toBe(20);
    expect(told?.y).toBeCloseTo((box?.minY ?? 0) - middle + 300, 6);
  });

  it.each([
    ['no homes', 0, 10],
    ['two homes, which are not drawn together', 2, 10],
    ['homes that are drawn one by one', 20, 13],
  ])('stays with %s', (_what, homes, zoom) => {
    const { box } = placed(homes, zoom);
    const middle = worldY(MIDDLE.lat) * worldSize(zoom);
    expect(((box?.minY ?? 0) + (box?.maxY ?? 0)) / 2).toBeCloseTo(middle, 6);
  });
});
