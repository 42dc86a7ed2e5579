/** How routes are told apart: eight colours, repeated with another dash. */
import type { ColourName } from './map-theme.ts';
import type { RouteLook } from './scene.ts';

/**
 * Light map. Least distance between any two in OKLab 0.18 in normal sight and 0.09 under simulated protanopia,
 * deuteranopia and tritanopia (Machado, Oliveira and Fernandes, 2009, severity 1); contrast on land 3:1 or better; none near
 * the red kept for children without transport.
 */
const LIGHT = [
  '#1e20a3',
  '#ba7650',
  '#1590a1',
  '#82456f',
  '#57651a',
  '#5e56de',
  '#203501',
  '#4c0c49',
] as const;

/** Dark map, by the same measures: 0.15 and 0.08. */
const DARK = [
  '#62b289',
  '#edbb64',
  '#9e91e4',
  '#85e9b6',
  '#ae5a84',
  '#d9c6fe',
  '#887b2c',
  '#2382ba',
] as const;

/** Canvas dash patterns in pixels, one for each round through the colours. */
const DASHES: readonly (readonly number[])[] = [[], [9, 5], [2, 5], [12, 4, 2, 4]];

export interface RouteStyle {
  readonly colour: string;
  readonly dash: readonly number[];
}

/** The style of the n-th route of a school, counted from 0 in the order of their references. */
export function routeStyle(index: number, dark: boolean): RouteStyle {
  const colours = dark ? DARK : LIGHT;
  const colour = colours[index % colours.length] ?? colours[0];
  const dash = DASHES[Math.floor(index / colours.length) % DASHES.length] ?? [];
  return { colour, dash };
}

/** What became of a route between two plans: colour by name of the map's theme, and a dash of its own. */
export const LOOKS: Readonly<
  Record<RouteLook, { readonly colour: ColourName; readonly dash: readonly number[] }>
> = {
  gone: { colour: 'ink-soft', dash: [9, 5] },
  new: { colour: 'school-chosen', dash: [] },
  changed: { colour: 'reach', dash: [12, 4, 2, 4] },
  was: { colour: 'ink-soft', dash: [2, 5] },
};

/** Both sets, for the test that measures them. */
export const ROUTE_COLOURS = { light: LIGHT, dark: DARK };
