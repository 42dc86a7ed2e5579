import { Merge } from 'lucide-react';
import type { AsOnePage, AsOneRow } from '../../../shared/api/views/sharing.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, FailureNotice } from '../../ui/states.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { lookAtMerging } from '../plan-editor/editor-state.ts';
import { showPlan } from '../plan-editor/shown-plan.ts';
import { ReckonBar } from '../value/reckon-bar.tsx';

/** Routes of two schools that could be one: proposals, each looked at and taken in the route editor. */
export function AsOne() {
  const { data, error, refetch } = useChannel('sharing/as-one', {});
  if (error !== null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null) return null;
  return (
    <section aria-label="Routes that could be one" className="sharing-as-one">
      <h2>Routes that could be one</h2>
      <p className="soft">
        Of schools that may share, contracts among them: each is tried as the editor would merge it,
        against every ride limit, bell and seat. Nothing is changed until you take one.
      </p>
      <ReckonBar
        what="as_one"
        verb="Look for routes that could be one"
        again={data.ready}
        isSecondary
      />
      {data.ready ? <Found page={data} /> : null}
    </section>
  );
}

function Found({ page }: { readonly page: AsOnePage }) {
  if (page.rows.length === 0)
    return (
      <EmptyState icon={Merge} title="No two routes could be one">
        None of the schools that may share have routes that would cost less as one within every
        rule. Allow more schools to share, or let the settings say how near is near enough.
      </EmptyState>
    );
  return (
    <>
      <p>
        {formatQuantity(page.rows.length, 'proposal')}, together{' '}
        <strong>{formatPounds(page.saved_day_pence)} a day</strong> less,{' '}
        {formatPounds(page.saved_year_pence)} a year <Estimated why={WHY_ESTIMATED} />
      </p>
      <table className="sharing-table">
        <thead>
          <tr>
            <th scope="col">Route into route</th>
            <th scope="col">Schools</th>
            <th scope="col" className="number">
              A day less
            </th>
            <th scope="col">What it changes</th>
            <th scope="col">
              <span className="visually-hidden">Look at it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <Row key={`${row.from_id} ${row.into_id}`} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

const WHY_ESTIMATED =
  'Whoever joins a contract is priced by the rate card until its provider has priced the variation; a contract given up is saved once its notice has run.';

function Row({ row }: { readonly row: AsOneRow }) {
  return (
    <tr>
      <th scope="row">
        {row.from_ref} into {row.into_ref}
      </th>
      <td>{row.schools.join(', ')}</td>
      <td className="number">
        {formatPence(row.saved_day_pence)}
        <small className="soft sharing-year">{formatPounds(row.saved_year_pence)} a year</small>
      </td>
      <td>
        {longerWords(row)}
        <small className="soft sharing-year">{changeWords(row)}</small>
      </td>
      <td>
        <Button
          size="small"
          label={`Look at ${row.from_ref} into ${row.into_ref} in the editor`}
          onPress={() => {
            showPlan(null);
            lookAtMerging({ route_id: row.from_id, into_id: row.into_id });
            go(hrefOf('map'));
          }}
        >
          Look at it
        </Button>
      </td>
    </tr>
  );
}

/** `Up to 7 min longer in the morning for 6 children`. */
function longerWords({ longer, most_longer_s }: AsOneRow): string {
  if (longer === 0) return 'Nobody rides longer in the morning';
  return `Up to ${formatMinutes(most_longer_s)} longer in the morning for ${formatQuantity(longer, 'child', 'children')}`;
}

function changeWords({ changed, releases }: AsOneRow): string {
  const times = `times or vehicle change for ${formatQuantity(changed, 'child', 'children')}`;
  return releases === 0
    ? times
    : `${times}; ${releases === 1 ? '1 gives up a seat' : `${releases} give up seats`} on a contract that then ends`;
}
