/**
 * A Leaflet layer of one canvas, padded on all sides: while the map is dragged the painting moves along as it is, and is painted anew when its
 * edge comes near, or the map rests. It is scaled with the map while a zoom is under way.
 */
import {
  DomUtil,
  Layer,
  type LeafletEvent,
  type Map as LeafletMap,
  Point,
  type ZoomAnimEvent,
} from 'leaflet';
import { viewAround, type View } from './view.ts';
import { type MapTheme, readMapTheme } from './map-theme.ts';

/** Canvas beyond each edge of the map, pixels. */
const PADDING = 256;
/** Painted anew once a drag has used so much of it, pixels. */
const USED = 224;

export class CanvasLayer extends Layer {
  readonly #paint: (view: View) => void;
  readonly #pane: 'overlayPane' | 'tilePane';
  readonly #canvas = document.createElement('canvas');
  #frame = 0;
  /** Kept between paintings: reading a style costs more than painting with it. */
  #theme: MapTheme | null = null;
  /** Where the canvas's corner lies in Leaflet's pane, and what it was painted for: its middle and zoom. */
  #corner = new Point(0, 0);
  #painted = { lat: 0, lon: 0, zoom: 0, width: 0, height: 0 };

  /** `pane`: where in Leaflet's stack; tiles lie below what is drawn over them. */
  constructor(paint: (view: View) => void, pane: 'overlayPane' | 'tilePane' = 'overlayPane') {
    super();
    this.#pane = pane;
    this.#paint = paint;
    this.#canvas.className = 'kb-map-canvas leaflet-zoom-animated';
    this.#canvas.setAttribute('aria-hidden', 'true');
    // Leaflet's own sheet lifts every canvas above the tiles.
    if (pane === 'tilePane') this.#canvas.style.zIndex = '0';
  }

  override onAdd(map: LeafletMap): this {
    map.getPane(this.#pane)?.append(this.#canvas);
    this.repaint();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#canvas.remove();
    return this;
  }

  override getEvents(): Record<string, (event: LeafletEvent) => void> {
    return {
      move: () => {
        if (!this.#covers()) this.schedule();
      },
      moveend: () => {
        this.schedule();
      },
      resize: () => {
        this.schedule();
      },
      zoomanim: (event) => {
        this.#follow(event as ZoomAnimEvent);
      },
    };
  }

  /** Paints before the next frame, once however often it is asked. */
  schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.repaint();
    });
  }

  /** Paints in new colours or a font that has come. */
  refreshTheme(): void {
    this.#theme = null;
    this.schedule();
  }

  /** Where a point of the map's box lies on the canvas. */
  toCanvas(x: number, y: number): { x: number; y: number } {
    const at = this._map.containerPointToLayerPoint(new Point(x, y)).subtract(this.#corner);
    return { x: at.x, y: at.y };
  }

  /** Whether the painting still reaches beyond every edge of the map. */
  #covers(): boolean {
    const map = this._map;
    if (map.getZoom() !== this.#painted.zoom) return false;
    const at = this.toCanvas(0, 0);
    return Math.abs(at.x - PADDING) <= USED && Math.abs(at.y - PADDING) <= USED;
  }

  repaint(): void {
    const map: LeafletMap | null = this._map;
    const ctx = this.#canvas.getContext('2d');
    if (map === null || ctx === null) return;
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) return;
    const width = size.x + 2 * PADDING;
    const height = size.y + 2 * PADDING;
    const ratio = window.devicePixelRatio;
    if (this.#canvas.width !== width * ratio || this.#canvas.height !== height * ratio) {
      this.#canvas.width = width * ratio;
      this.#canvas.height = height * ratio;
      this.#canvas.style.width = `${width}px`;
      this.#canvas.style.height = `${height}px`;
    }
    const centre = map.getCenter();
    const zoom = map.getZoom();
    this.#painted = { lat: centre.lat, lon: centre.lng, zoom, width, height };
    this.#corner = map.containerPointToLayerPoint(new Point(-PADDING, -PADDING));
    DomUtil.setTransform(this.#canvas, this.#corner, 1);
    this.#theme ??= readMapTheme(map.getContainer());
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    // What lies under may show through: nothing of the last painting stays.
    ctx.clearRect(0, 0, width, height);
    this.#paint(
      viewAround(
        ctx,
        {
          width,
          height,
          lat: centre.lat,
          lon: centre.lng,
          zoom,
          margin: { x: PADDING, y: PADDING },
        },
        this.#theme,
      ),
    );
  }

  /** Grows or shrinks the old painting along with Leaflet's zoom animation. */
  #follow(event: ZoomAnimEvent): void {
    const map = this._map;
    const scale = map.getZoomScale(event.zoom, this.#painted.zoom);
    const half = new Point(this.#painted.width / 2, this.#painted.height / 2).multiplyBy(scale);
    const was = map.project([this.#painted.lat, this.#painted.lon], event.zoom);
    const willBe = map.project(event.center, event.zoom);
    const pane = DomUtil.getPosition(map.getPane('mapPane') ?? map.getContainer());
    const offset = was
      .subtract(willBe)
      .add(map.getSize().divideBy(2))
      .subtract(half)
      .subtract(pane);
    DomUtil.setTransform(this.#canvas, offset, scale);
  }
}
