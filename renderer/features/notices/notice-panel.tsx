import { ArrowRight, MailCheck, Undo2 } from 'lucide-react';
import type { NoticeRow } from '../../../shared/api/views/notices.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { HOW_WORDS, STATE_MARKS } from './notice-words.ts';
import { hrefOfEvent } from './notices-address.ts';

/** Takes a telling back that was marked by mistake. */
export async function untell(ids: readonly number[]): Promise<void> {
  const answer = await call('notices/untell', { ids: [...ids] });
  if (answer.ok) notify({ tone: 'good', text: 'It is to be told again.' });
  else notifyFailure(answer.error);
}

/** One notice: the words its recipient reads, what changes, and what was recorded of it. */
export function NoticePanel(props: {
  readonly row: NoticeRow | null;
  readonly onTell: (row: NoticeRow) => void;
  readonly onAcknowledge: (row: NoticeRow) => void;
}) {
  const { row } = props;
  return (
    // Scrolls, so the keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className="sheets-panel notice-panel" aria-label="The notice" tabIndex={0}>
      {row === null ? (
        <EmptyState icon={MailCheck} title="Choose a notice">
          Its words are shown here as its recipient reads them, with nothing they may not know.
        </EmptyState>
      ) : (
        <Shown {...props} row={row} />
      )}
    </aside>
  );
}

function Shown(props: {
  readonly row: NoticeRow;
  readonly onTell: (row: NoticeRow) => void;
  readonly onAcknowledge: (row: NoticeRow) => void;
}) {
  const { row } = props;
  const { data, error, refetch } = useChannel('notices/event', { event_id: row.event_id });
  if (error !== null && data === null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null) return <Spinner label="Reading the notice" />;
  const child = data.children.find(({ client_id }) => client_id === row.client_id);
  const full = child?.notices.find(({ id }) => id === row.id);
  const { told, acknowledged } = row;
  return (
    <>
      <header className="sheets-panel-head">
        <h2>{row.recipient}</h2>
        <StateMark tone={STATE_MARKS[row.state].tone}>{STATE_MARKS[row.state].label}</StateMark>
        <span className="sheets-space" />
        {row.told === null ? (
          <Button
            size="small"
            icon={MailCheck}
            onPress={() => {
              props.onTell(row);
            }}
          >
            Mark as told
          </Button>
        ) : (
          <>
            {acknowledged === null ? (
              <Button
                size="small"
                onPress={() => {
                  props.onAcknowledge(row);
                }}
              >
                Acknowledged
              </Button>
            ) : null}
            <Button size="small" variant="quiet" icon={Undo2} onPress={() => void untell([row.id])}>
              Not told
            </Button>
          </>
        )}
      </header>
      <p className="soft">
        <a href={hrefOfCase(row.client_id)}>{row.child === '' ? row.ref : row.child}</a> {row.ref}
        {'. '}
        <a href={hrefOfEvent(row.event_id)}>
          {row.event} from {formatDate(row.effective_on)}
        </a>
        {data.event.about === '' ? '' : `: ${data.event.about}`}.
      </p>
      {told === null ? (
        <p>In time until {formatDate(row.by_on)}.</p>
      ) : (
        <p>
          Told {HOW_WORDS[told.how].toLowerCase()} on {formatDate(told.on)} by {told.by}
          {acknowledged === null
            ? '; not acknowledged yet.'
            : `; acknowledged by ${acknowledged.by} on ${formatDate(acknowledged.on)}.`}
        </p>
      )}
      <article className="notice-text" aria-label="The words of the notice">
        {told === null ? (
          <>
            <h3>{full?.text.subject ?? ''}</h3>
            {full?.text.paragraphs.map((each) => (
              <p key={each} className="notice-paragraph" dir="auto">
                {each}
              </p>
            ))}
          </>
        ) : (
          <p className="notice-paragraph" dir="auto">
            {told.text}
          </p>
        )}
      </article>
      {child === undefined ? null : <ChangeTable changes={child.changes} />}
    </>
  );
}

/** Old and new values side by side, for the office: more than a recipient may read. */
export function ChangeTable(props: {
  readonly changes: readonly { readonly label: string; readonly old: string; readonly now: string }[]; // prettier-ignore
}) {
  return (
    <table className="notice-changes">
      <caption className="visually-hidden">What changes</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Before</th>
          <th scope="col">
            <ArrowRight size={12} aria-hidden="true" /> Now
          </th>
        </tr>
      </thead>
      <tbody>
        {props.changes.map(({ label, old, now }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{old === '' ? <span className="soft">none</span> : old}</td>
            <td>{now === '' ? <span className="soft">none</span> : <strong>{now}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
