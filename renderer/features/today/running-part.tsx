import { formatDate } from '../../../shared/format/date.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';

/** What is owed while transport runs: complaints and follow-ups whose day is near or past, and what providers ask for beyond what is due. */
export function RunningPart() {
  const today = useSession((session) => session.info?.store?.today ?? '');
  const { data } = useChannel('contacts/due', {});
  const rows = data ?? [];
  const complaints = rows.filter(({ due }) => due !== null && due !== 'follow_up');
  const followUps = rows.filter(({ due }) => due === 'follow_up');
  const overdue = rows.filter(({ due_on }) => (due_on ?? '') < today).length;
  const totals = useChannel('invoices/list', { month: '', provider: '', lines: 'found' }).data
    ?.totals;
  const claims = totals?.to_query ?? 0;
  if (rows.length === 0 && claims === 0) return null;
  const first = rows[0]?.due_on ?? null;
  return (
    <section className="today-part" aria-label="Running transport">
      <h2>Running transport</h2>
      <ul className="today-reasons">
        <Line
          count={complaints.length}
          one="complaint with an answer due"
          many="complaints with an answer due"
        />
        <Line
          count={followUps.length}
          one="entry to look at again"
          many="entries to look at again"
        />
        {claims === 0 ? null : (
          <li>
            <a href={hrefOf('providers', ['invoices'])}>
              <span className="number">{formatCount(claims)}</span>
              <span>
                {claims === 1 ? 'invoice line asks' : 'invoice lines ask'} for more than is due,{' '}
                {formatPounds(totals?.to_query_pence ?? 0)}
              </span>
            </a>
          </li>
        )}
      </ul>
      {first === null ? null : (
        <p className="soft">
          {overdue === 0
            ? `The first is due ${formatDate(first)}.`
            : `${formatCount(overdue)} overdue, the first since ${formatDate(first)}.`}
        </p>
      )}
    </section>
  );
}

function Line(props: { readonly count: number; readonly one: string; readonly many: string }) {
  if (props.count === 0) return null;
  return (
    <li>
      <a href={hrefOf('routes', ['contacts'], { show: 'due' })}>
        <span className="number">{formatCount(props.count)}</span>
        <span>{props.count === 1 ? props.one : props.many}</span>
      </a>
    </li>
  );
}
