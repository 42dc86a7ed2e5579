import { hrefOf, usePlace } from '../state/place.ts';
import { PLACE_LIST } from './places.ts';

/** The seven places, always there. */
export function Rail() {
  const here = usePlace((place) => place.name);
  return (
    <nav className="app-rail" aria-label="Places">
      {PLACE_LIST.map(({ name, label, icon: Icon }, index) => (
        <a
          key={name}
          className="app-rail-link"
          href={hrefOf(name)}
          title={`${label} (Ctrl ${index + 1})`}
          aria-keyshortcuts={`Control+${index + 1}`}
          {...(here === name ? { 'aria-current': 'page' as const } : {})}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
          <span>{label}</span>
        </a>
      ))}
    </nav>
  );
}
