import { SearchX, Users } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { APPLICATION_SORTS } from '../../../shared/api/views/applications.ts';
import type { ApplicationRow } from '../../../shared/api/views/applications.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { useCommands, type Command } from '../../state/commands.ts';
import { go, stay, usePlace } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { EmptyState, FailureNotice } from '../../ui/states.tsx';
import { COLUMNS } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterChips } from './filter-chips.tsx';
import { hrefOfQuery, queryOf, tidy, type Filter, type ListQuery } from './list-query.ts';
import { positionIn, rememberPosition } from './list-position.ts';
import { useRows } from './use-rows.ts';

const keyOf = (row: ApplicationRow): number => row.client_id;

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
  const onSort = (id: string): void => {
    const sort = APPLICATION_SORTS.find((name) => name === id);
    if (sort !== undefined) {
      show({ ...query, sort, descending: query.sort === sort ? !query.descending : false });
    }
  };
  const open = useCallback(
    (row: ApplicationRow, index: number) => {
      rememberPosition(query, index);
      go(hrefOfQuery(query, ['case', row.client_id]));
    },
    [query],
  );
  useSlash(search);
  useCommands(
    'applications',
    useMemo(() => listCommands(selected, query), [selected, query]),
  );
  const filtered = Object.keys(query.filter).length > 0;
  // The words beside the count are those of the rows shown, which are the last query's until the new ones come.
  const isShownFiltered =
    !rows.loading && Object.keys((JSON.parse(rows.shownKey) as ListQuery).filter).length > 0;

  return (
    <div className="apps">
      <header className="apps-head">
        <h1>Applications</h1>
        <span className="apps-count" aria-live="polite">
          {rows.loading ? '' : formatQuantity(rows.total, 'child', 'children')}
          {isShownFiltered ? (rows.total === 1 ? ' matches' : ' match') : ''}
        </span>
      </header>
      <FilterBar query={query} onQuery={show} onFilter={setFilter} searchRef={search} />
      <FilterChips filter={query.filter} onFilter={setFilter} />
      {rows.error === null ? null : <FailureNotice failure={rows.error} />}
      <DataList
        label="Applications and clients"
        columns={COLUMNS}
        count={rows.total}
        rowAt={rows.rowAt}
        keyOf={keyOf}
        selectedKey={selected}
        onSelect={(row, index) => {
          rememberPosition(query, index);
          select({ kind: 'client', id: row.client_id });
        }}
        onOpen={open}
        sort={{ id: query.sort, descending: query.descending }}
        onSort={onSort}
        onRange={rows.onRange}
        resetKey={rows.shownKey}
        startAt={positionIn(query)}
        empty={rows.loading ? null : <Nothing filtered={filtered} />}
      />
      <p className="apps-hint soft">
        Arrows move, Enter opens the case, / searches, Esc closes the inspector.
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

/** The key / puts the caret in the search field, unless one is typing already. */
function useSlash(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null;
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [field]);
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
  ];
}
