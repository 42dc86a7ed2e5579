import './notices.css';
import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { countsInWords } from '../../../shared/service/notices/open-notices.ts';
import { useChannel } from '../../state/channel.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { hrefOfEvent, hrefOfNotices } from './notices-address.ts';
import { RecordDialog } from './record-dialog.tsx';

/** Who must still be told of a route's or a child's change; nothing where nobody is left to tell. */
export function OpenNotices(props: {
  readonly of: { readonly route_ref: string } | { readonly client_id: number };
  /** What the list is narrowed to: the route or the child's reference. */
  readonly text: string;
}) {
  const { data } = useChannel('notices/open-of', props.of);
  const rows = data ?? [];
  const [first] = rows;
  if (first === undefined) return null;
  const overdue = rows.filter(({ state }) => state === 'overdue').length;
  const events = [...new Map(rows.map((row) => [row.event_id, row])).values()];
  return (
    <section className="open-notices" aria-label="Open change notices">
      <a href={hrefOfNotices({ text: props.text })}>
        <StateMark tone={overdue > 0 ? 'warning' : 'info'} icon={BellRing}>
          {formatQuantity(rows.length, 'change notice')} to be told
          {overdue > 0 ? `, ${formatCount(overdue)} overdue` : ''}
        </StateMark>
      </a>
      <p className="soft">
        {countsInWords(rows)}; the first by {formatDate(first.by_on)}.
      </p>
      <ul>
        {events.map((row) => (
          <li key={row.event_id}>
            <a href={hrefOfEvent(row.event_id)}>
              {row.event} from {formatDate(row.effective_on)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Records a change of the child whose case is shown. */
export function RecordChangeLink(props: {
  readonly client: { readonly id: number; readonly name: string };
}) {
  // prettier-ignore
  const [open, setOpen] = useState(false);
  return (
    <>
      <LinkButton
        onPress={() => {
          setOpen(true);
        }}
      >
        Record a change
      </LinkButton>
      {open ? (
        <RecordDialog
          client={props.client}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
