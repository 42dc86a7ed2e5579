import type { JoinableRoute } from '../../../shared/api/views/edits.ts';
import { useChannel } from '../../state/channel.ts';
import { Select } from '../../ui/select.tsx';

/** A route that children of some schools may join: those that call there, then those that may call there as well. */
export function RouteChoice(props: {
  readonly label: string;
  /** null: not known yet. */
  readonly school_urns: readonly number[] | null;
  readonly plan_id: number;
  /** A route that is no choice. */
  readonly without: number | null;
  readonly value: string | null;
  readonly onChange: (route_id: number) => void;
}) {
  const { school_urns, plan_id, value } = props;
  const { data } = useChannel(
    'edits/joinable',
    school_urns === null ? null : { plan_id, school_urns: [...school_urns] },
  );
  const options = (data ?? [])
    .filter((route) => route.id !== props.without)
    .map((route) => ({ id: String(route.id), label: labelOf(route), detail: detailOf(route) }));
  return (
    <Select
      label={props.label}
      options={options}
      value={options.some((each) => each.id === value) ? value : null}
      placeholder={placeholderOf(data === null, options.length)}
      onChange={(id) => {
        props.onChange(Number(id));
      }}
    />
  );
}

function labelOf({ ref, schools, calls_there }: JoinableRoute): string {
  return calls_there && schools.length < 2 ? ref : `${ref}, ${schools.join(' and ')}`;
}

function detailOf({ vehicle, clients, places, calls_there }: JoinableRoute): string {
  const room = `${vehicle}, ${clients} of ${places}`;
  return calls_there ? room : `${room}, would be shared`;
}

function placeholderOf(isReading: boolean, count: number): string {
  if (isReading) return 'Reading the routes';
  return count === 0 ? 'No other route may take them' : 'Choose a route';
}
