import { ListFilter, Search } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { TextField } from '../../ui/field.tsx';
import { PanelButton } from '../../ui/menu.tsx';
import { FilterPanel } from './filter-panel.tsx';
import type { Filter, ListQuery } from './list-query.ts';
import { ViewsMenu } from './views-menu.tsx';

/** The questions asked most, one press each. */
export const QUICK: readonly { readonly label: string; readonly part: Partial<Filter> }[] = [
  { label: 'Without transport', part: { without_transport: true } },
  { label: 'Requests', part: { has_application: true } },
  { label: 'Late', part: { late: true } },
  { label: 'Provisional', part: { provisional: true } },
  { label: 'Held', part: { held: true } },
];

/** Search, the quick filters, all filters, and the saved views. */
export function FilterBar(props: {
  readonly query: ListQuery;
  readonly onQuery: (query: ListQuery) => void;
  readonly onFilter: (filter: Filter) => void;
  readonly searchRef: React.RefObject<HTMLInputElement | null>;
}) {
  const { filter } = props.query;
  return (
    <div className="apps-bar">
      <div className="apps-search">
        <TextField
          label="Search children, references, schools and postcodes"
          hideLabel
          icon={Search}
          placeholder="Name, reference, school or postcode"
          value={filter.text ?? ''}
          onChange={(text) => {
            props.onFilter({ ...filter, text });
          }}
          inputRef={props.searchRef}
        />
      </div>
      <div className="apps-quick">
        {QUICK.map(({ label, part }) => {
          const [name = '', value] = Object.entries(part)[0] ?? [];
          const on = new Map(Object.entries(filter)).get(name) === value;
          return (
            <ToggleButton
              key={label}
              className="apps-chip"
              isSelected={on}
              onChange={(selected) => {
                props.onFilter({ ...filter, [name]: selected ? value : undefined });
              }}
            >
              {label}
            </ToggleButton>
          );
        })}
      </div>
      <span className="apps-bar-space" />
      <PanelButton label="Filters" title="Filters" icon={ListFilter}>
        <FilterPanel filter={filter} onFilter={props.onFilter} />
      </PanelButton>
      <ViewsMenu query={props.query} onQuery={props.onQuery} />
    </div>
  );
}
