import { MapPinned, SearchX, SpellCheck, Users } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { formatQuantity } from '../../../shared/format/number.ts';
import { useCommands, type Command } from '../../state/commands.ts';
import { go, hrefOf, stay, usePlace } from '../../state/place.ts';
import { useSelectedId } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { NewApplicationButton } from '../new-application/new-application-button.tsx';
import { ApplicationList } from './application-list.tsx';
import { COLUMNS } from './columns.tsx';
import { FilterBar, QUICK } from './filter-bar.tsx';
import { FilterChips } from './filter-chips.tsx';
import { hrefOfQuery, queryOf, tidy, type Filter, type ListQuery } from './list-query.ts';
import { useRows } from './use-rows.ts';
import { useSlash } from './use-slash.ts';

/** A list of any length that is searched and filtered as one types. */
export function ListScreen() {
  const params = usePlace((place) => place.params);
  const query = useMemo(() => queryOf(params), [params]);
  const rows = useRows(query);
  const selected = useSelectedId('client');
  const search = useRef<HTMLInputElement | null>(null);

  const show = (next: ListQuery): void => {
    stay(hrefOfQuery(next));
  };
  const setFilter = (filter: Filter): void => {
    show({ ...query, filter: tidy(filter) });
  };
  useSlash(search);
  useCommands(
    'applications',
    useMemo(() => listCommands(selected, query), [selected, query]),
  );
  const filtered = Object.keys(query.filter).length > 0;
  // The words beside the count are those of the rows shown, which are the last query's until the new ones come.
  const shownFilter = rows.loading ? {} : (JSON.parse(rows.shownKey) as ListQuery).filter;
  const isShownFiltered = Object.keys(shownFilter).length > 0;
  const shownText = shownFilter.text?.trim() ?? '';

  return (
    <div className="apps">
      <header className="apps-head">
        <h1>Applications</h1>
        <span className="apps-count" aria-live="polite">
          {rows.loading ? '' : formatQuantity(rows.total, 'child', 'children')}
          {isShownFiltered ? (rows.total === 1 ? ' matches' : ' match') : ''}
        </span>
        <span className="apps-bar-space" />
        <Button
          size="small"
          icon={MapPinned}
          disabledReason={rows.total === 0 ? 'nobody is in this list.' : null}
          onPress={() => {
            go(hrefOf('map', [], { filter: JSON.stringify(query.filter) }));
          }}
        >
          Show on the map
        </Button>
        <NewApplicationButton />
      </header>
      <FilterBar query={query} onQuery={show} onFilter={setFilter} searchRef={search} />
      <FilterChips filter={query.filter} onFilter={setFilter} />
      {rows.similar ? (
        <output className="apps-similar">
          <SpellCheck size={14} aria-hidden="true" />
          No exact match for “{shownText}”: showing similar names.
        </output>
      ) : null}
      <ApplicationList
        label="Applications and clients"
        query={query}
        rows={rows}
        columns={COLUMNS}
        onQuery={show}
        empty={<Nothing filtered={filtered} />}
      />
      <p className="apps-hint soft">
        Arrows move, Enter opens the case, Space marks, Ctrl A marks all, / searches, Esc closes the
        inspector.
      </p>
    </div>
  );
}

function Nothing(props: { readonly filtered: boolean }) {
  if (!props.filtered) {
    return (
      <EmptyState icon={Users} title="No applications are loaded yet">
        Import the summer’s applications or the contract register under Data.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title="No child fits this search and these filters"
      action={
        <Button
          onPress={() => {
            stay('#/applications');
          }}
        >
          Clear search and filters
        </Button>
      }
    />
  );
}

/** The palette is closed by then and gives the caret to whoever takes it next. */
function toSearch(): void {
  window.setTimeout(() => {
    document.querySelector<HTMLInputElement>('.apps-search input')?.focus();
  }, 50);
}

function listCommands(selected: number | null, query: ListQuery): readonly Command[] {
  return [
    {
      id: 'open-case',
      label: 'Open the selected child’s case',
      shortcut: 'Enter',
      isEnabled: () => selected !== null || 'Select a child in the list first.',
      run: () => {
        if (selected !== null) go(hrefOfQuery(query, ['case', selected]));
      },
    },
    {
      id: 'clear-filters',
      label: 'Clear search and filters',
      isEnabled: () => Object.keys(query.filter).length > 0 || 'No search or filter is on.',
      run: () => {
        stay('#/applications');
      },
    },
    {
      id: 'search-list',
      label: 'Search this list',
      keywords: 'find name reference postcode',
      shortcut: '/',
      isEnabled: () => true,
      run: toSearch,
    },
    ...QUICK.map(({ label, part }): Command => {
      const on = Object.keys(part).every((name) => name in query.filter);
      return {
        id: `quick-${label}`,
        label: on ? `Show all again, not only: ${label}` : `Show only: ${label}`,
        keywords: 'filter narrow',
        isEnabled: () => true,
        run: () => {
          const filter = { ...query.filter, ...part };
          const off = Object.fromEntries(Object.keys(part).map((name) => [name, undefined]));
          stay(hrefOfQuery({ ...query, filter: tidy(on ? { ...filter, ...off } : filter) }));
        },
      };
    }),
  ];
}
