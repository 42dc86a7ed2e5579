import './plan-editor.css';
import { useState } from 'react';
import type { ComparisonView, SeatView, UseView } from '../../../shared/api/views/edits.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import type { DisruptionKind } from '../../../shared/planning/disruption.ts';
import { useChannel } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { putInUse } from './plan-deeds.ts';

/** A plan that is to be put in use. */
export interface ToUse {
  readonly id: number;
  readonly name: string;
}

/** Asks before a plan takes the place of the one in use, and says whom that affects. */
export function UseDialog(props: { readonly plan: ToUse | null; readonly onClose: () => void }) {
  const { plan, onClose } = props;
  return (
    <Dialog
      title={plan === null ? 'Put in use' : `Put ${plan.name} in use`}
      isOpen={plan !== null}
      onClose={onClose}
      width={600}
    >
      {plan === null ? null : <Asking key={plan.id} plan={plan} onClose={onClose} />}
    </Dialog>
  );
}

function Asking({ plan, onClose }: { readonly plan: ToUse; readonly onClose: () => void }) {
  const plans = useChannel('edits/plans', {}).data;
  const inUse = plans?.find((each) => each.kind === 'in_use')?.id ?? null;
  const seats = useChannel('edits/use-preview', { plan_id: plan.id });
  const compared = useChannel(
    'edits/compare',
    inUse === null ? null : { a_id: inUse, b_id: plan.id },
  );
  const [releases, setReleases] = useState(true);
  const [isWaiting, setWaiting] = useState(false);
  const failure = seats.error ?? compared.error;
  if (failure !== null) return <FailureNotice failure={failure} onRetry={seats.refetch} />;
  if (seats.data === null || plans === null || (inUse !== null && compared.data === null))
    return <Spinner label="Looking whom it affects" />;
  const use = async (): Promise<void> => {
    setWaiting(true);
    const done = await putInUse(plan.id, releases);
    setWaiting(false);
    if (done) onClose();
  };
  return (
    <form
      className="use-plan"
      onSubmit={(event) => {
        event.preventDefault();
        void use();
      }}
    >
      {compared.data === null ? null : <Affects view={compared.data} />}
      {seats.data.broken === 0 ? (
        <StateMark tone="good">No rule is broken by the records of today</StateMark>
      ) : (
        <StateMark tone="danger">
          {formatQuantity(seats.data.broken, 'broken rule')} by the records of today
        </StateMark>
      )}
      <Seats view={seats.data} releases={releases} onChange={setReleases} />
      <p className="soft">
        The plan in use now is kept as a trial. Ctrl Z takes all of it back. Families, schools and
        providers are not told by this: the list of changes says who has to be.
      </p>
      <div className="k-form-foot">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={isWaiting}>
          Put in use
        </Button>
      </div>
    </form>
  );
}

const KINDS: Readonly<Record<DisruptionKind, string>> = {
  lost_place: 'without a place',
  provider: 'with another provider',
  driver: 'with another driver',
  assistant: 'with another assistant, or one more or less',
  school_run: 'at school at another time',
  pick_up: 'picked up at another time',
  drop_off: 'home at another time',
  companions: 'with other companions',
  vehicle: 'in another vehicle',
};

/** Whom the plan affects, by what changes for them. */
function Affects({ view }: { readonly view: ComparisonView }) {
  const { a, b, children, settled, gained, by_kind } = view;
  const year = b.cost_year_pence - a.cost_year_pence;
  const kinds = (Object.keys(KINDS) as DisruptionKind[]).filter((kind) => by_kind[kind].children > 0); // prettier-ignore
  return (
    <>
      <p className="compare-headline">
        {children.length === 0
          ? 'Nothing changes for any child'
          : `Changes something for ${formatCount(children.length)} of ${formatQuantity(settled, 'child', 'children')}`}
        {gained.length === 0
          ? ''
          : `; ${formatQuantity(gained.length, 'child', 'children')} more on a route`}
        ;{' '}
        {year === 0
          ? 'costs the same'
          : `${formatPounds(Math.abs(year))} a year ${year > 0 ? 'more' : 'less'}`}
        .
      </p>
      {kinds.length === 0 ? null : (
        <ul className="use-kinds">
          {kinds.map((kind) => (
            <li key={kind}>
              {kind === 'lost_place' ? (
                <StateMark tone="danger">
                  {formatCount(by_kind[kind].children)} {KINDS[kind]}
                </StateMark>
              ) : (
                <>
                  <strong className="number">{formatCount(by_kind[kind].children)}</strong>{' '}
                  {KINDS[kind]}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Seats on running contracts that follow the plan, and contracts that carry nobody then. */
function Seats(props: {
  readonly view: UseView;
  readonly releases: boolean;
  readonly onChange: (releases: boolean) => void;
}) {
  const { released, restored, empty } = props.view;
  const [isOpen, setOpen] = useState(false);
  const all = [...released, ...restored];
  return (
    <>
      {all.length === 0 ? null : (
        <>
          <Checkbox isSelected={props.releases} onChange={props.onChange}>
            {[
              released.length === 0
                ? ''
                : `Release ${formatQuantity(released.length, 'child', 'children')} from the contract that the plan takes them off`,
              restored.length === 0
                ? ''
                : `put ${formatQuantity(restored.length, 'child', 'children')} back on theirs`,
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </Checkbox>
          <details
            className="use-seats"
            open={isOpen}
            onToggle={(event) => {
              setOpen(event.currentTarget.open);
            }}
          >
            <summary>Who they are</summary>
            <ul>
              {all.map((seat) => (
                <li key={`${seat.client_id} ${seat.contract_id}`}>
                  <bdi>{seat.name === '' ? seat.ref : seat.name}</bdi> {seatWords(seat, released)}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
      {empty.length === 0 ? null : (
        <p>
          <StateMark tone="warning">Notice to be given</StateMark>{' '}
          {empty
            .slice(0, 8)
            .map(({ contract_ref, provider }) =>
              provider === '' ? contract_ref : `${contract_ref} (${provider})`,
            )
            .join(', ')}
          {empty.length > 8 ? ` and ${formatCount(empty.length - 8)} more` : ''}: nobody is on{' '}
          {empty.length === 1 ? 'it' : 'them'} then. Putting the plan in use ends no contract.
        </p>
      )}
    </>
  );
}

function seatWords(seat: SeatView, released: readonly SeatView[]): string {
  return released.includes(seat)
    ? `leaves contract ${seat.contract_ref} for route ${seat.route_ref}`
    : `back on contract ${seat.contract_ref}`;
}
