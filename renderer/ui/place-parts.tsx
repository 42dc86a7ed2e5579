import { Suspense } from 'react';
import { go, hrefOf, type PlaceName } from '../state/place.ts';
import { MenuButton } from './menu.tsx';
import './place-parts.css';
import { useFitting } from './use-fitting.ts';

/** One part of a place: its address under the place's own, its name, and the screen. */
export interface PlacePart {
  /** '' for the first. */
  readonly path: string;
  readonly label: string;
  /** The task it belongs to, in a place of many parts; parts of one task stand together. */
  readonly group?: string;
  readonly Screen: React.ComponentType;
}

/** One part of a place under the row that leads to the others; the first where the address names none. Many parts stand in groups, a row more. */
export function PlaceParts(props: {
  readonly place: PlaceName;
  readonly label: string;
  readonly parts: readonly PlacePart[];
  readonly name: string;
}) {
  const { place, parts } = props;
  const part = parts.find(({ path }) => path === props.name) ?? parts[0];
  if (part === undefined) return null;
  const { Screen, group } = part;
  const hrefOfPart = (path: string): string => hrefOf(place, path === '' ? [] : [path]);
  const toLink = ({ path, label }: PlacePart): Link => ({
    key: path,
    label,
    href: hrefOfPart(path),
    current: path === part.path ? 'page' : null,
  });
  const together = group === undefined ? parts : parts.filter((each) => each.group === group);
  return (
    <div className="app-parts">
      {parts.length === 1 ? null : (
        <nav className="app-parts-nav" aria-label={props.label}>
          {group === undefined ? null : (
            <Links links={groupLinks(parts, group, hrefOfPart)} className="app-parts-row" />
          )}
          <Links
            key={group ?? ''}
            links={together.map(toLink)}
            className={group === undefined ? 'app-parts-row' : 'app-parts-row app-parts-of-group'}
          />
        </nav>
      )}
      <Suspense fallback={<div className="app-loading" aria-busy="true" />}>
        <Screen />
      </Suspense>
    </div>
  );
}

interface Link {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly current: 'page' | 'true' | null;
}

/** A group leads to the first of its parts. */
function groupLinks(
  parts: readonly PlacePart[],
  chosen: string,
  hrefOfPart: (path: string) => string,
): readonly Link[] {
  const firsts = parts.filter(
    (each, at) => parts.findIndex(({ group }) => group === each.group) === at,
  );
  return firsts.map(({ group = '', path }) => ({
    key: group,
    label: group,
    href: hrefOfPart(path),
    current: group === chosen ? 'true' : null,
  }));
}

/** A row of links; those that it has no room for stand under More. */
function Links(props: { readonly links: readonly Link[]; readonly className: string }) {
  const { links } = props;
  const { ref, shown } = useFitting(
    links.map(({ label }) => label),
    links.findIndex(({ current }) => current !== null),
  );
  const hidden = links.filter((_, at) => !shown.includes(at));
  return (
    <div className={props.className} ref={ref}>
      {links
        .filter((_, at) => shown.includes(at))
        .map(({ key, label, href, current }) => (
          <a
            key={key}
            className="app-parts-link"
            href={href}
            data-fit
            {...(current === null ? {} : { 'aria-current': current })}
          >
            {label}
          </a>
        ))}
      {hidden.length === 0 ? null : (
        <MenuButton
          label="More"
          variant="quiet"
          lines={hidden.map(({ key, label, href }) => ({
            id: key === '' ? 'first' : key,
            label,
            run: () => {
              go(href);
            },
          }))}
        />
      )}
    </div>
  );
}
