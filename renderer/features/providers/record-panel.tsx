import { Pencil, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { daysBetween, type IsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { fail, type Result } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import type { AssignedRoute } from '../../../shared/api/views/register.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notifyFailure } from '../../state/notices.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { ASSIGNED_WORDS } from './register-words.ts';

/** What is known of the one chosen, beside the list; its changes and its removal start here. */
export function RecordPanel(props: {
  readonly label: string;
  readonly name: string;
  readonly under: ReactNode;
  readonly remove: { readonly kind: 'worker' | 'vehicle'; readonly id: number };
  readonly routes: readonly AssignedRoute[];
  readonly onEdit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const [isRemoving, setRemoving] = useState(false);
  return (
    <section className="providers-panel" aria-label={props.label}>
      <header className="providers-panel-head">
        <h2>{props.name}</h2>
        <IconButton label="Close" icon={X} onPress={props.onClose} />
      </header>
      <p className="soft">{props.under}</p>
      <div className="providers-actions">
        <Button size="small" icon={Pencil} onPress={props.onEdit}>
          Edit
        </Button>
      </div>
      {props.children}
      <section aria-label="Routes">
        <h3>Routes</h3>
        {props.routes.length === 0 ? (
          <p className="soft">On no route. Assign them on the route’s own page, under crew.</p>
        ) : (
          <ul className="providers-lines">
            {props.routes.map(({ route_ref, role }) => (
              <li key={`${route_ref} ${role}`}>
                <span>{route_ref}</span>
                <span className="soft">{ASSIGNED_WORDS[role]}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <p>
        <LinkButton
          onPress={() => {
            setRemoving(true);
          }}
        >
          Take out of the register
        </LinkButton>
      </p>
      {isRemoving ? (
        <RemoveDialog
          name={props.name}
          routes={props.routes.length}
          remove={() => call('register/remove', props.remove)}
          onClose={() => {
            setRemoving(false);
          }}
          onDone={props.onClose}
        />
      ) : null}
    </section>
  );
}

/** Asks before something is taken out of the register. */
export function RemoveDialog(props: {
  readonly name: string;
  readonly routes: number;
  readonly remove: () => Promise<Result<{ readonly removed: boolean }>>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const remove = async (): Promise<void> => {
    const answer = await props.remove();
    const done = answer.ok && !answer.value.removed ? GONE : answer;
    if (!done.ok) {
      notifyFailure(done.error);
      return;
    }
    forgetAnswers();
    props.onClose();
    props.onDone();
  };
  return (
    <Dialog
      title={`Take ${props.name} out?`}
      isOpen
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onClose}>Keep</Button>
          <Button variant="danger" onPress={() => void remove()}>
            Take out
          </Button>
        </>
      }
    >
      <p>
        This is for what was entered by mistake: everything recorded goes
        {props.routes === 0 ? '' : ', and so do the assignments to routes'}. Whoever left keeps
        their record with a last day instead. It can be undone with Ctrl Z.
      </p>
    </Dialog>
  );
}

const GONE = fail('no_such_record', 'It is no longer on the register.', 'Look at the list again.');

/** A fact with a last day: what it is, until when, and how near that is. */
export function DayFact(props: {
  readonly label: string;
  readonly until: IsoDate | null;
  readonly on: IsoDate;
  readonly ahead: number;
  /** Before the day: a number, an authority. */
  readonly what?: string;
  readonly isWanted?: boolean;
}) {
  const { until, on, ahead, what = '' } = props;
  const days = until === null ? null : daysBetween(on, until);
  return (
    <>
      <dt>{props.label}</dt>
      <dd>
        {what === '' ? null : <span className="soft">{what} </span>}
        {until === null || days === null ? (
          <span className="soft">{props.isWanted === false ? 'no last day' : 'not recorded'}</span>
        ) : days < 0 ? (
          <StateMark tone="warning">ran out {formatDate(until)}</StateMark>
        ) : days <= ahead ? (
          <StateMark tone="info">to {formatDate(until)}</StateMark>
        ) : (
          `to ${formatDate(until)}`
        )}
      </dd>
    </>
  );
}
