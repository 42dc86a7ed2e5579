import { NEEDS } from '../../../shared/model/client.ts';
import { STAGES } from '../../../shared/model/life.ts';
import { TRANSPORT_STATES } from '../../../shared/api/views/applications.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { GAP_WORDS, REASON_WORDS, TRANSPORT_WORDS } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { Select, type Option } from '../../ui/select.tsx';
import { SchoolChoice } from './school-choice.tsx';
import type { Filter } from './list-query.ts';

const ANY = 'any';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

/** A select whose first line takes the filter away. */
function Facet(props: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const options: readonly Option<string>[] = [
    { id: ANY, label: 'Any' },
    ...props.choices.map(({ value, label, count }) => ({
      id: value,
      label,
      ...(count === undefined ? {} : { detail: formatCount(count) }),
    })),
  ];
  return (
    <Select
      label={props.label}
      options={options}
      value={props.value ?? ANY}
      isActive={props.value !== undefined}
      onChange={(value) => {
        props.onChange(value === ANY ? undefined : value);
      }}
    />
  );
}

const TIF_CHOICES: readonly Choice[] = [
  { value: 'complete', label: 'Complete, the council’s claim' },
  { value: 'checked_complete', label: 'Complete, Kerbside’s check' },
  { value: 'incomplete', label: 'Incomplete' },
  { value: 'none', label: 'None received' },
];

function choicesOf(words: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** Every filter of the list, with how many children each choice has. */
export function FilterPanel(props: {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}) {
  const { filter, onFilter } = props;
  const { data } = useChannel('applications/facets', {});
  return (
    <>
      <Facet
        label="Transport"
        choices={TRANSPORT_STATES.map((value) => ({ value, label: TRANSPORT_WORDS[value] }))}
        value={filter.transport?.[0]}
        onChange={(value) => {
          const state = TRANSPORT_STATES.find((name) => name === value);
          onFilter({ ...filter, transport: state === undefined ? undefined : [state] });
        }}
      />
      <Facet
        label="Reason for being unallocated"
        choices={choicesOf(REASON_WORDS)}
        value={filter.reason}
        onChange={(reason) => {
          onFilter({ ...filter, reason });
        }}
      />
      <Facet
        label="State of the request"
        choices={data?.statuses ?? []}
        value={filter.status?.[0]}
        onChange={(value) => {
          onFilter({ ...filter, status: value === undefined ? undefined : [value] });
        }}
      />
      <Facet
        label="Stage of the request"
        choices={data?.stages ?? []}
        value={filter.stage?.[0]}
        onChange={(value) => {
          const stage = STAGES.find((name) => name === value);
          onFilter({ ...filter, stage: stage === undefined ? undefined : [stage] });
        }}
      />
      <Facet
        label="Type of request"
        choices={data?.types ?? []}
        value={filter.type}
        onChange={(type) => {
          onFilter({ ...filter, type });
        }}
      />
      <Facet
        label="TIF"
        choices={TIF_CHOICES}
        value={filter.tif}
        onChange={(value) => {
          const tif = (['complete', 'checked_complete', 'incomplete', 'none'] as const).find(
            (name) => name === value,
          );
          onFilter({ ...filter, tif });
        }}
      />
      <Facet
        label="Gap in the data"
        choices={choicesOf(GAP_WORDS)}
        value={filter.gap}
        onChange={(gap) => {
          onFilter({ ...filter, gap });
        }}
      />
      <Facet
        label="Need"
        choices={data?.needs ?? []}
        value={filter.need}
        onChange={(value) => {
          onFilter({ ...filter, need: NEEDS.find((need) => need === value) });
        }}
      />
      <Facet
        label="District"
        choices={data?.districts ?? []}
        value={filter.district}
        onChange={(district) => {
          onFilter({ ...filter, district });
        }}
      />
      <SchoolChoice
        label="School"
        urn={filter.school_urn ?? null}
        name={data?.schools.find(({ value }) => value === filter.school_urn)?.label ?? ''}
        onChange={(school_urn) => {
          onFilter({ ...filter, school_urn: school_urn ?? undefined });
        }}
      />
    </>
  );
}
