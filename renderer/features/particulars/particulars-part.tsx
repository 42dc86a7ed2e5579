import { House, Pencil, Plus, School, Trash2, Truck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { ParticularsPage } from '../../../shared/api/views/particulars.ts';
import {
  ADDRESS_WORDS,
  BUDGET_WORDS,
  careSentence,
  daysWords,
  LOOK_AGAIN_WORDS,
  placementSentence,
  spanWords,
} from '../../../shared/casework/particulars-words.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMiles } from '../../../shared/format/distance.ts';
import {
  LOOK_AGAIN,
  type ClientAddress,
  type ClientCare,
  type ClientMove,
  type ClientPlacement,
} from '../../../shared/model/particulars.ts';
import { LEGS_WORDS, POWER_WORDS, withinSentence } from '../../../shared/model/words.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers, useChannel } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { officerName } from '../../state/officer.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Skeleton } from '../../ui/states.tsx';
import { Part } from '../applications/part.tsx';
import { AddressDialog } from './address-dialog.tsx';
import { CareDialog } from './care-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { PlacementDialog } from './placement-dialog.tsx';
import './particulars.css';

type Open =
  | { readonly what: 'address'; readonly row: ClientAddress | null }
  | { readonly what: 'placement'; readonly row: ClientPlacement | null }
  | { readonly what: 'care'; readonly row: ClientCare | null }
  | { readonly what: 'move' }
  | null;

/** Addresses, settings of education and care beside the record, and moves with their day. */
export function ParticularsPart(props: { readonly page: CasePage }) {
  const { data, error, refetch } = useChannel('particulars/get', {
    client_id: props.page.client.id,
  });
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <Part title="Addresses, settings and care">
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null ? (
        error === null ? (
          <Skeleton height={80} />
        ) : null
      ) : (
        <Body page={data} onOpen={setOpen} />
      )}
      {data !== null && open?.what === 'address' ? (
        <AddressDialog page={data} address={open.row} onClose={close} />
      ) : null}
      {data !== null && open?.what === 'placement' ? (
        <PlacementDialog page={data} placement={open.row} onClose={close} />
      ) : null}
      {data !== null && open?.what === 'care' ? (
        <CareDialog page={data} care={open.row} onClose={close} />
      ) : null}
      {data !== null && open?.what === 'move' ? <MoveDialog page={data} onClose={close} /> : null}
    </Part>
  );
}

function Body(props: { readonly page: ParticularsPage; readonly onOpen: (open: Open) => void }) {
  const { page, onOpen } = props;
  const { addresses, placements, care, moves } = page;
  const isEmpty = addresses.length + placements.length + care.length + moves.length === 0;
  return (
    <>
      {isEmpty ? (
        <p className="soft">
          The home and the school of the record are all that is known. Add another parent’s home, a
          short break, a second school, or care by an authority.
        </p>
      ) : null}
      {page.warnings.map((warning) => (
        <StateMark key={warning} tone="warning">
          {warning}
        </StateMark>
      ))}
      <ul className="particulars">
        {addresses.map((row) => (
          <Row
            key={`address ${row.id}`}
            name={ADDRESS_WORDS[row.kind]}
            page={page}
            what="address"
            id={row.id}
            onEdit={() => {
              onOpen({ what: 'address', row });
            }}
          >
            <AddressLines address={row} distance={page.distances[row.id] ?? null} />
          </Row>
        ))}
        {placements.map((row) => (
          <Row
            key={`placement ${row.id}`}
            name={row.name}
            page={page}
            what="placement"
            id={row.id}
            onEdit={() => {
              onOpen({ what: 'placement', row });
            }}
          >
            <span>{placementSentence(row)}</span>
          </Row>
        ))}
        {care.map((row) => (
          <Row
            key={`care ${row.id}`}
            name={row.authority}
            page={page}
            what="care"
            id={row.id}
            onEdit={() => {
              onOpen({ what: 'care', row });
            }}
          >
            <span>{careSentence(row)}</span>
          </Row>
        ))}
        {moves.map((move) => (
          <Move key={`move ${move.id}`} move={move} page={page} />
        ))}
      </ul>
      {page.planner.length === 0 ? null : (
        <section>
          <h3 className="particulars-heading">What the planner does not use yet</h3>
          <ul className="particulars-said">
            {page.planner.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="life-actions">
        <Button
          size="small"
          icon={House}
          onPress={() => {
            onOpen({ what: 'address', row: null });
          }}
        >
          Add address
        </Button>
        <Button
          size="small"
          icon={School}
          onPress={() => {
            onOpen({ what: 'placement', row: null });
          }}
        >
          Add setting
        </Button>
        <Button
          size="small"
          icon={Plus}
          onPress={() => {
            onOpen({ what: 'care', row: null });
          }}
        >
          Looked after
        </Button>
        <Button
          size="small"
          icon={Truck}
          onPress={() => {
            onOpen({ what: 'move' });
          }}
        >
          Change of address or school
        </Button>
      </div>
    </>
  );
}

async function run(work: Promise<{ readonly ok: boolean }>, done: string): Promise<void> {
  const answer = await work;
  if (answer.ok) notify({ tone: 'good', text: done });
  forgetAnswers();
}

function Row(props: {
  readonly name: string;
  readonly page: ParticularsPage;
  readonly what: 'address' | 'placement' | 'care';
  readonly id: number;
  readonly onEdit: () => void;
  readonly children: ReactNode;
}) {
  const { what, id, page, name } = props;
  const takeOut = async (): Promise<void> => {
    const answer = await call('particulars/take-out', { client_id: page.client_id, what, id });
    if (!answer.ok) notifyFailure(answer.error);
    await run(Promise.resolve(answer), `${name}: taken out. The history keeps it.`);
  };
  return (
    <li className="particulars-row">
      <div className="particulars-text">{props.children}</div>
      <IconButton label={`Change: ${name}`} icon={Pencil} onPress={props.onEdit} />
      <IconButton
        label={`Take out, entered in error: ${name}`}
        icon={Trash2}
        onPress={() => void takeOut()}
      />
    </li>
  );
}

function AddressLines(props: {
  readonly address: ClientAddress;
  readonly distance: number | null;
}) {
  const { address } = props;
  const { kind, legs, power, budget, budget_note, note } = address;
  const where = [address.address, address.postcode].filter((part) => part !== '').join(', ');
  const plain =
    where !== ''
      ? where
      : address.protected || kind !== 'home'
        ? 'address not shown: it is protected'
        : 'the home in the record';
  return (
    <>
      <span>
        <strong>{ADDRESS_WORDS[kind]}</strong>: <bdi>{plain}</bdi>
        {props.distance === null ? '' : `, ${formatMiles(props.distance)} in a straight line`}
      </span>
      <span className="soft">
        {daysWords(address)}, {withinSentence(LEGS_WORDS[legs])}; {POWER_WORDS[power]}; paid by{' '}
        {withinSentence(BUDGET_WORDS[budget])}
        {budget_note === '' ? '' : ` (${budget_note})`}; {spanWords(address)}
        {note === '' ? '' : `. ${note}`}
      </span>
    </>
  );
}

function Move(props: { readonly move: ClientMove; readonly page: ParticularsPage }) {
  const { move, page } = props;
  const done = new Map(move.looked_at.map((each) => [each.what, each]));
  const after = async (what: 'take_in' | (typeof LOOK_AGAIN)[number]): Promise<void> => {
    const answer = await call('particulars/after-move', {
      client_id: page.client_id,
      move_id: move.id,
      signed_by: officerName(),
      what,
    });
    if (!answer.ok) notifyFailure(answer.error);
    await run(Promise.resolve(answer), 'Recorded.');
  };
  const why = officerName() === '' ? 'Give your name in the bar above first.' : null;
  return (
    <li className="particulars-row">
      <div className="particulars-text">
        <span>
          <strong>{move.kind === 'address' ? 'Moves home' : 'Changes school'}</strong> on{' '}
          {formatDate(move.on)}
          {move.after === '' ? '' : ': '}
          <bdi>{move.after}</bdi>
          {move.before === '' ? '' : ', before '}
          <bdi>{move.before}</bdi>
          {move.note === '' ? '' : `. ${move.note}`}
          <span className="soft">
            {' '}
            Signed by <bdi>{move.signed_by}</bdi>.
          </span>
        </span>
        <span className="life-actions">
          {LOOK_AGAIN.map((what) => {
            const looked = done.get(what);
            return looked === undefined ? (
              <Button
                key={what}
                size="small"
                variant="quiet"
                disabledReason={why}
                onPress={() => void after(what)}
              >
                {LOOK_AGAIN_WORDS[what]} looked at again
              </Button>
            ) : (
              <StateMark key={what} tone="good">
                {LOOK_AGAIN_WORDS[what]}, {formatDate(looked.on)}
              </StateMark>
            );
          })}
          {move.taken_in ? null : (
            <Button size="small" disabledReason={why} onPress={() => void after('take_in')}>
              Take it into the record
            </Button>
          )}
        </span>
      </div>
    </li>
  );
}
