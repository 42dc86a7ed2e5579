import { create } from 'zustand';
import type { ApplicationFilter } from '../../shared/api/views/applications.ts';

export const PLACES = [
  'today',
  'applications',
  'map',
  'routes',
  'providers',
  'costs',
  'data',
] as const;
/** The seven places of the rail, in its order. */
export type PlaceName = (typeof PLACES)[number];

/** Where a person stands: `#/applications/case/12?filter={...}` is place, path and parameters. */
export interface Place {
  readonly name: PlaceName;
  readonly path: readonly string[];
  readonly params: Readonly<Record<string, string>>;
}

function isPlace(text: string | undefined): text is PlaceName {
  return PLACES.some((place) => place === text);
}

function read(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [name, ...rest] = path.split('/').filter((part) => part !== '');
  const params = Object.fromEntries(new URLSearchParams(query));
  return { name: isPlace(name) ? name : 'today', path: rest.map(decodeURIComponent), params };
}

/** The address of a place, for links. */
export function hrefOf(
  name: PlaceName,
  path: readonly (string | number)[] = [],
  params: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(params).toString();
  const parts = [name, ...path.map((part) => encodeURIComponent(String(part)))];
  return `#/${parts.join('/')}${query === '' ? '' : `?${query}`}`;
}

/** The address of the applications list under a filter: what stands behind a number. */
export function hrefOfList(filter: ApplicationFilter): string {
  return hrefOf('applications', [], { filter: JSON.stringify(filter) });
}

/** The sections of a case page after the summary, as its address names them. */
export const CASE_SECTIONS = ['eligibility', 'tif', 'places', 'letters', 'history'] as const;
export type CaseSection = (typeof CASE_SECTIONS)[number];

/** The address of a client's case page, or of one section of it. */
export function hrefOfCase(clientId: number, section?: CaseSection): string {
  return hrefOf('applications', ['case', clientId, ...(section === undefined ? [] : [section])]);
}

/** Where a person stands, read from the address. */
export const usePlace = create<Place>(() => read(window.location.hash));

window.addEventListener('hashchange', () => {
  // Only addresses of ours: browser mode's token may stand there for a moment.
  if (window.location.hash === '' || window.location.hash.startsWith('#/')) {
    usePlace.setState(read(window.location.hash), true);
  }
});

/** Goes to a place; the browser's Back returns. */
export function go(href: string): void {
  window.location.hash = href;
}

/** Changes the address without a step in the history: for a filter that is being typed. */
export function stay(href: string): void {
  window.history.replaceState(null, '', href);
  usePlace.setState(read(href), true);
}
