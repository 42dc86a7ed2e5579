import { Suspense } from 'react';
import { hrefOf, type PlaceName } from '../state/place.ts';
import './place-parts.css';

/** One part of a place: its address under the place's own, its name, and the screen. */
export interface PlacePart {
  /** '' for the first. */
  readonly path: string;
  readonly label: string;
  readonly Screen: React.ComponentType;
}

/** One part of a place under the row that leads to the others; the first where the address names none. */
export function PlaceParts(props: {
  readonly place: PlaceName;
  readonly label: string;
  readonly parts: readonly PlacePart[];
  readonly name: string;
}) {
  const { place, parts } = props;
  const part = parts.find(({ path }) => path === props.name) ?? parts[0];
  if (part === undefined) return null;
  const { Screen } = part;
  return (
    <div className="app-parts">
      {parts.length === 1 ? null : (
        <nav className="app-parts-nav" aria-label={props.label}>
          {parts.map(({ path, label }) => (
            <a
              key={path}
              className="app-parts-link"
              href={hrefOf(place, path === '' ? [] : [path])}
              {...(path === part.path ? { 'aria-current': 'page' } : {})}
            >
              {label}
            </a>
          ))}
        </nav>
      )}
      <Suspense fallback={<div className="app-loading" aria-busy="true" />}>
        <Screen />
      </Suspense>
    </div>
  );
}
