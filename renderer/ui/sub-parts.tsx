import './sub-parts.css';
import { classNames } from './class-names.ts';

/** The row of links to the pages of one part of a place. */
export function SubParts<Id extends string>(props: {
  readonly label: string;
  readonly parts: readonly { readonly id: Id; readonly label: string }[];
  readonly current: Id;
  readonly hrefOfPart: (id: Id) => string;
  /** A bar of its own under the row of parts; otherwise within the page. */
  readonly isBar?: boolean;
}) {
  return (
    <nav
      className={classNames('k-sub-parts', props.isBar === true && 'k-sub-parts-bar')}
      aria-label={props.label}
    >
      {props.parts.map(({ id, label }) => (
        <a
          key={id}
          href={props.hrefOfPart(id)}
          {...(id === props.current ? { 'aria-current': 'page' as const } : {})}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
