/** The map's colours and font, read from the style sheet so that light and dark stand in one place (map.css). */

const NAMES = [
  'land',
  'land-edge',
  'beyond',
  'water',
  'river',
  'district',
  'place',
  'halo',
  'home',
  'planned',
  'waiting',
  'cluster',
  'cluster-ink',
  'school',
  'school-edge',
  'school-chosen',
  'school-ink',
  'danger',
  'casing',
  'ink',
  'ink-soft',
  'surface',
  'wood',
  'green',
  'built',
  'building',
  'motorway',
  'trunk',
  'road',
  'street',
  'road-edge',
  'path',
  'rail',
  'water-ink',
  'road-ink',
  'shade',
  'reach',
  'desire',
] as const;

export type ColourName = (typeof NAMES)[number];

export interface MapTheme {
  readonly of: Readonly<Record<ColourName, string>>;
  readonly dark: boolean;
  /** Font family of the screen, for labels. */
  readonly font: string;
}

/** Resolves the custom properties `--map-*` as the element sees them; `light-dark()` needs a probe to come out as a colour. Paper asks for `light`. */
export function readMapTheme(element: HTMLElement, scheme?: 'light'): MapTheme {
  const probe = document.createElement('span');
  probe.style.display = 'none';
  if (scheme !== undefined) probe.style.colorScheme = scheme;
  element.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--map-${name})`;
    return getComputedStyle(probe).color;
  };
  const of = Object.fromEntries(NAMES.map((name) => [name, read(name)])) as Record<
    ColourName,
    string
  >;
  const dark = read('is-dark') === 'rgb(0, 0, 0)';
  probe.remove();
  return { of, dark, font: getComputedStyle(element).fontFamily };
}

/** A colour with another opacity, for canvas: `color-mix` keeps any colour notation. */
export function faded(colour: string, opacity: number): string {
  return `color-mix(in srgb, ${colour} ${Math.round(opacity * 100)}%, transparent)`;
}
