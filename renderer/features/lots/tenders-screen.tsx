import { Gavel } from 'lucide-react';
import type { TenderRow } from '../../../shared/api/views/lots.ts';
import { formatCount, formatCountOf, formatQuantity } from '../../../shared/format/number.ts';
import { formatMoment } from '../../../shared/service/lots/moment.ts';
import { TENDER_STATES } from '../../../shared/service/lots/tender-state.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { STATE_TONES } from './lot-words.ts';
import { TenderScreen } from './tender-screen.tsx';
import './lots.css';

/** Every tender; one of them where the address names it. */
export function TendersScreen() {
  const id = usePlace((place) => Number(place.path[1] ?? 0));
  return id > 0 ? <TenderScreen key={id} id={id} /> : <TenderList />;
}

function TenderList() {
  const { data, error, refetch } = useChannel('lots/list', {});
  if (data === null)
    return error === null ? <Spinner label="Reading the tenders" /> : <FailureNotice failure={error} onRetry={refetch} />; // prettier-ignore
  if (data.rows.length === 0)
    return (
      <EmptyState
        icon={Gavel}
        title="No tender yet"
        action={
          <Button
            variant="primary"
            onPress={() => {
              go(hrefOf('routes'));
            }}
          >
            Go to the routes
          </Button>
        }
      >
        Mark routes that are not let in the list of routes and put them out to tender together: each
        becomes a lot.
      </EmptyState>
    );
  return (
    <div className="lots">
      <header className="lots-head">
        <h1>Tenders</h1>
        <output className="soft">{formatQuantity(data.rows.length, 'tender')}</output>
      </header>
      <div className="lots-scroll lots-tenders">
        <Table
          caption="Tenders, the latest first; awarded, without a bid and with one are lots"
          head={
            <>
              <Th width="26%">Tender</Th>
              <Th>State</Th>
              <Th>Bids close</Th>
              <Th align="end">Awarded</Th>
              <Th align="end">Invited</Th>
              <Th align="end">Bids</Th>
              <Th align="end">Held</Th>
              <Th align="end">Without a bid</Th>
              <Th align="end">With one</Th>
            </>
          }
        >
          {data.rows.map((row) => (
            <TenderLine key={row.id} row={row} />
          ))}
        </Table>
      </div>
    </div>
  );
}

function TenderLine({ row }: { readonly row: TenderRow }) {
  return (
    <tr>
      <Td>
        <a href={hrefOf('providers', ['tenders', row.id])}>{row.ref}</a>
        <br />
        {row.title}
      </Td>
      <Td>
        <StateMark tone={STATE_TONES[row.state]}>{TENDER_STATES[row.state]}</StateMark>
      </Td>
      <Td>{formatMoment(row.closes_at)}</Td>
      <Td align="end">{formatCountOf(row.awarded, row.lots)}</Td>
      <Td align="end">{formatCount(row.invited)}</Td>
      <Td align="end">{formatCount(row.bids)}</Td>
      <Td align="end">{formatCount(row.held)}</Td>
      <Td align="end">{formatCount(row.no_bid)}</Td>
      <Td align="end">{formatCount(row.one_bid)}</Td>
    </tr>
  );
}
