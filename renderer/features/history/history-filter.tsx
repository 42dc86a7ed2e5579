import { Search } from 'lucide-react';
import type {
  HistoryChoice,
  HistoryFacets,
  HistoryFilter,
} from '../../../shared/api/views/history.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

const ANY = ' any';

function Facet(props: {
  readonly label: string;
  readonly choices: readonly HistoryChoice[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  return (
    <Select
      label={props.label}
      options={[{ id: ANY, label: 'Any' }, ...props.choices]}
      value={props.value ?? ANY}
      isActive={props.value !== undefined}
      onChange={(id) => {
        props.onChange(id === ANY ? undefined : id);
      }}
    />
  );
}

/** Every way to narrow the history. */
export function HistoryFilterBar(props: {
  readonly filter: HistoryFilter;
  readonly facets: HistoryFacets | null;
  readonly onChange: (filter: HistoryFilter) => void;
}) {
  const { filter, facets, onChange } = props;
  const set = (part: HistoryFilter): void => {
    onChange({ ...filter, ...part });
  };
  const isOn = Object.values(filter).some((value) => value !== undefined && value !== '');
  return (
    <search className="history-filter" aria-label="Narrow the history">
      <TextField
        label="Child or reference"
        type="search"
        icon={Search}
        value={filter.ref ?? ''}
        onChange={(ref) => {
          set({ ref: ref === '' ? undefined : ref, client_id: undefined });
        }}
      />
      <TextField
        label="Value or field"
        type="search"
        value={filter.text ?? ''}
        onChange={(text) => {
          set({ text: text === '' ? undefined : text });
        }}
      />
      <Facet
        label="Person"
        choices={facets?.people ?? []}
        value={filter.who}
        onChange={(who) => {
          set({ who });
        }}
      />
      <Facet
        label="Kind of record"
        choices={facets?.entities ?? []}
        value={filter.entity}
        onChange={(entity) => {
          set({ entity });
        }}
      />
      <Facet
        label="Field"
        choices={facets?.fields ?? []}
        value={filter.field}
        onChange={(field) => {
          set({ field });
        }}
      />
      <Facet
        label="Reason"
        choices={facets?.reasons ?? []}
        value={filter.why}
        onChange={(why) => {
          set({ why });
        }}
      />
      <DateField
        label="From"
        value={filter.from_on ?? ''}
        onChange={(from_on) => {
          set({ from_on: from_on === '' ? undefined : (from_on as IsoDate) });
        }}
      />
      <DateField
        label="To"
        value={filter.to_on ?? ''}
        onChange={(to_on) => {
          set({ to_on: to_on === '' ? undefined : (to_on as IsoDate) });
        }}
      />
      {isOn ? (
        <div className="history-clear">
          <Button
            variant="quiet"
            onPress={() => {
              onChange({});
            }}
          >
            Show everything
          </Button>
        </div>
      ) : null}
    </search>
  );
}
