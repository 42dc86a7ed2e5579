import { hrefOf, usePlace } from '../../state/place.ts';
import { BurnUpPage } from './burn-up-page.tsx';
import { RenewalsPage } from './renewals-page.tsx';
import { QueuesPage } from './queues-page.tsx';
import './work.css';

/** One page of the team's work: its address under `#/applications/work`, its name, and what is drawn. */
interface WorkPage {
  readonly path: string;
  readonly label: string;
  readonly Page: React.ComponentType;
}

const PAGES: readonly WorkPage[] = [
  { path: '', label: 'Queues', Page: QueuesPage },
  { path: 'burn-up', label: 'Burn-up and team', Page: BurnUpPage },
  { path: 'renewals', label: 'Renewals', Page: RenewalsPage },
];

/** The team's work: what to do next, for whom, how fast it goes, and what next year brings. */
export function WorkScreen() {
  const path = usePlace((place) => place.path[1] ?? '');
  const page = PAGES.find((one) => one.path === path) ?? PAGES[0];
  if (page === undefined) return null;
  const { Page } = page;
  return (
    <div className="work">
      <header className="work-head">
        <h1>Work</h1>
        {PAGES.length === 1 ? null : (
          <nav className="work-pages" aria-label="Pages of work">
            {PAGES.map((one) => (
              <a
                key={one.path}
                className="work-page-link"
                href={hrefOf('applications', one.path === '' ? ['work'] : ['work', one.path])}
                {...(one === page ? { 'aria-current': 'page' } : {})}
              >
                {one.label}
              </a>
            ))}
          </nav>
        )}
      </header>
      <Page />
    </div>
  );
}
