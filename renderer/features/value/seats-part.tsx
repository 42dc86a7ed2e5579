import { Wallet } from 'lucide-react';
import { useState } from 'react';
import type { SeatList, SeatsPage } from '../../../shared/api/views/value.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { Headline } from '../../ui/headline.tsx';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { ExportButton } from './export-button.tsx';
import { ReckonBar } from './reckon-bar.tsx';
import { Pages, SeatTable } from './seat-table.tsx';

type Shown = Exclude<SeatList, 'training'>;

const LISTS: readonly { readonly id: Shown; readonly label: string }[] = [
  { id: 'saves', label: 'A PTB costs less than the route would save' },
  { id: 'mileage', label: 'Mileage costs less than the route would save' },
  { id: 'share', label: 'A PTB costs less than the share alone' },
  { id: 'cliffs', label: 'Close to the edge of a band' },
  { id: 'consents', label: 'The family has said yes to one' },
];

const LEADS: Readonly<Record<Shown, string>> = {
  saves:
    'Real money: the route ends, or a smaller vehicle, a shorter way or one assistant fewer would do.',
  mileage: 'Real money, at the rate per mile; the range is what councils pay, 40p to 70p.',
  share:
    'On paper only: the child’s share falls on the others while the vehicle runs on. It becomes money when the contract is let anew or everyone aboard leaves.',
  cliffs:
    'A little either side decides a band: measure these homes again before a sum is promised.',
  consents: 'A PTB and mileage stand only with dated consent of a parent; without it, a seat.',
};

/** When a personal transport budget or mileage is cheaper than a seat: by the share, and by what the route would really save. */
export function SeatsPart() {
  const [list, setList] = useState<Shown>('saves');
  const [offset, setOffset] = useState(0);
  const answer = useChannel('value/seats', { list, offset });
  if (answer.data === null) {
    if (answer.error === null) return <Spinner label="Setting seats beside other ways" />;
    return answer.error.code === 'no_plan' ? (
      <NoPlanYet icon={Wallet} title="Nothing to compare yet">
        A seat’s cost is reckoned from a plan.
      </NoPlanYet>
    ) : (
      <FailureNotice failure={answer.error} onRetry={answer.refetch} />
    );
  }
  const page = answer.data;
  return (
    <div className="value-page">
      <header className="value-head">
        <h1>When a PTB or mileage is cheaper than a seat</h1>
        <p className="value-lead">
          A seat freed saves nothing unless the vehicle changes, so each sum stands beside the
          child’s share and beside what the route would really save. Nothing is offered without a
          parent’s dated consent.
        </p>
      </header>
      <ReckonBar what="seats" verb="Work out what each seat would save" again={page.ready} />
      {page.ready ? (
        <>
          <Numbers page={page} />
          <div className="value-filters">
            <Select
              label="Show"
              value={list}
              options={LISTS.map(({ id, label }) => ({
                id,
                label,
                detail: formatCount(page.counts[id]),
              }))}
              onChange={(next) => {
                setList(next);
                setOffset(0);
              }}
            />
            <ExportButton
              what="seats"
              list={list}
              disabledReason={page.counts[list] === 0 ? 'Nobody is on this list.' : null}
            />
          </div>
          <p className="value-lead">{LEADS[list]}</p>
          <SeatTable page={page} isCliff={list === 'cliffs'} />
          <Pages page={page} count={page.counts[list]} onOffset={setOffset} />
          <WholeRoutes page={page} />
          <CannotTell page={page} />
        </>
      ) : (
        <EmptyState icon={Wallet} title="Not worked out yet">
          Every route is written down without each of its children. It takes some seconds, and stays
          until the plan, a child or a price changes.
        </EmptyState>
      )}
      <Sources page={page} />
    </div>
  );
}

function Numbers({ page }: { readonly page: SeatsPage }) {
  return (
    <div className="costs-numbers">
      <Headline
        value={formatCount(page.counts.saves)}
        label={`of ${formatCount(page.clients)} where a PTB really saves`}
        note={`${formatPounds(page.saves_pence)} a year, est., if all agreed one by one`}
      />
      <Headline
        value={formatCount(page.counts.share)}
        label="where it is less than the share alone"
        note={`${formatPounds(page.share_pence)} on paper`}
      />
      <Headline
        value={formatCount(page.counts.cliffs)}
        label="close to the edge of a band"
        note="within the margin of the settings"
      />
      <Headline
        value={formatCount(page.counts.consents)}
        label="families have said yes"
        note="in the form, or in an award"
      />
    </div>
  );
}

function WholeRoutes({ page }: { readonly page: SeatsPage }) {
  if (page.whole_routes.length === 0) return null;
  return (
    <details className="value-details">
      <summary>
        {formatQuantity(page.whole_routes.length, 'route')} that cost more than a PTB for everyone
        aboard
      </summary>
      <p className="soft">
        Only where every family on the route agrees does it end. Dearest beside the budgets first.
      </p>
      <Table
        caption="Routes that cost more than budgets for everyone aboard"
        head={
          <>
            <Th>Route</Th>
            <Th>School</Th>
            <Th align="end">Children</Th>
            <Th align="end">£ a year</Th>
            <Th align="end">Budgets, £ a year</Th>
            <Th align="end">Less, £ a year</Th>
          </>
        }
      >
        {page.whole_routes.slice(0, 50).map((route) => (
          <tr key={route.route_id}>
            <Td>{route.route_ref}</Td>
            <Td>{route.school}</Td>
            <Td align="end">{formatCount(route.client_ids.length)}</Td>
            <Td align="end">{formatPounds(route.cost_pence).replace('£', '')}</Td>
            <Td align="end">{formatPounds(route.ptb_pence).replace('£', '')}</Td>
            <Td align="end">{formatPounds(route.saves_pence).replace('£', '')}</Td>
          </tr>
        ))}
      </Table>
    </details>
  );
}

function CannotTell({ page }: { readonly page: SeatsPage }) {
  if (page.cannot_tell.length === 0) return null;
  return (
    <section aria-label="Cannot tell">
      <h2>Cannot tell</h2>
      <ul className="value-gaps">
        {page.cannot_tell.map(({ because, clients }) => (
          <li key={because}>
            {formatQuantity(clients, 'client')}: {because}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every sum, rate and margin with its date and source. */
export function Sources({ page }: { readonly page: SeatsPage }) {
  return (
    <details className="value-details">
      <summary>Sums, rates and margins: each with its source</summary>
      <Table
        caption="What the figures rest on"
        head={
          <>
            <Th>What</Th>
            <Th>Value</Th>
            <Th>From</Th>
            <Th>Source</Th>
          </>
        }
      >
        {page.sources.map((each) => (
          <tr key={each.label}>
            <Td>
              {each.label}
              {each.estimated ? ', est.' : ''}
            </Td>
            <Td>{each.value}</Td>
            <Td>{dateWords(each.from_on)}</Td>
            <Td soft>{each.source}</Td>
          </tr>
        ))}
      </Table>
    </details>
  );
}

function dateWords(text: string): string {
  const date = parseIsoDate(text);
  return date === null ? text : formatDate(date);
}
