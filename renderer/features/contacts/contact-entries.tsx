import './contacts.css';
import { useState } from 'react';
import type { ContactRow } from '../../../shared/api/views/contacts.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { CONTACT_WORDS } from '../../../shared/model/year-words.ts';
import { useChannel } from '../../state/channel.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { AddContactDialog, type AboutOption } from './add-contact-dialog.tsx';
import { dueWords, stateOf } from './contact-words.ts';
import { EntryDialog } from './entry-dialog.tsx';

/** The log of one child or one route: entries, open ones first, and a way to add one by hand. */
export function ContactEntries(props: {
  readonly about: { readonly client_id: number } | { readonly route_ref: string };
  /** Whom a new entry may be about; the first is offered. */
  readonly options: readonly AboutOption[];
  readonly title?: string;
}) {
  const { data, error, refetch } = useChannel('contacts/list', props.about);
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [isAdding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<number | null>(null);
  const rows = data?.rows ?? [];
  return (
    <section aria-label={props.title ?? 'Contact log'}>
      {props.title === undefined ? null : <h3>{props.title}</h3>}
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null || rows.length > 0 ? null : <p className="soft">Nothing reported.</p>}
      <ul className="contact-entries">
        {rows.map((row) => (
          <Entry
            key={row.id}
            row={row}
            today={today}
            onOpen={() => {
              setOpenId(row.id);
            }}
          />
        ))}
      </ul>
      <Button
        size="small"
        onPress={() => {
          setAdding(true);
        }}
      >
        Add an entry…
      </Button>
      {isAdding ? (
        <AddContactDialog
          options={props.options}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {openId === null ? null : (
        <EntryDialog
          id={openId}
          onClose={() => {
            setOpenId(null);
          }}
        />
      )}
    </section>
  );
}

function Entry(props: {
  readonly row: ContactRow;
  readonly today: string;
  readonly onOpen: () => void;
}) {
  const { row, today } = props;
  const state = stateOf(row, today);
  const due = dueWords(row);
  const about = [row.name, row.route_ref === '' ? '' : `Route ${row.route_ref}`].filter(
    (part) => part !== '',
  );
  return (
    <li>
      <div className="contact-entry-head">
        <StateMark tone={state.tone}>{state.label}</StateMark>
        <span>
          {CONTACT_WORDS[row.kind]}, {formatDate(row.happened_on)}
        </span>
      </div>
      <p>{row.what}</p>
      <small className="soft">
        {about.length === 0 ? '' : `${about.join(', ')}. `}
        {row.told_by === '' ? '' : `Told by ${row.told_by}. `}Recorded by {row.recorded_by}.
        {row.closed === null
          ? ''
          : ` Closed ${formatDate(row.closed.on)} by ${row.closed.by}: ${row.closed.outcome}`}
      </small>
      <div className="contact-entry-foot">
        {due === '' ? null : <span>{due}</span>}
        <LinkButton onPress={props.onOpen}>{row.closed === null ? 'Open it' : 'Look'}</LinkButton>
      </div>
    </li>
  );
}
