import type { PricesPage } from '../../../shared/api/views/value.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatPercent, formatPercentChange, formatQuantity } from '../../../shared/format/number.ts'; // prettier-ignore
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { hrefOfProviderNamed } from '../providers/provider-address.ts';
import { hrefOfClaim } from './value-address.ts';

/** One price beside the routes it is compared with. */
export function PeersPanel({ row }: { readonly row: PricesPage['rows'][number] }) {
  const answer = useChannel('value/peers', { group: row.group });
  return (
    // The panel is scrolled by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className="value-panel" aria-label="Routes alike" tabIndex={0}>
      <h2>
        <a href={hrefOf('map', [], { route: String(row.route_id) })}>{row.route_ref}</a>, contract{' '}
        {row.contract_ref}
      </h2>
      <p>
        {formatPence(row.day_pence)} a day against {formatPence(row.line_day_pence)} by the line for{' '}
        {row.miles.toFixed(1)} miles: {formatPercentChange(row.ratio - 1)},{' '}
        {formatPounds(row.above_year_pence)} a year. It is dearer beside the line than{' '}
        {formatPercent(row.above_share, 0)} of {formatQuantity(row.peers, 'other route')} alike.
      </p>
      <section aria-label="What may explain it">
        <h3>What may explain it</h3>
        {row.notes.length === 0 ? (
          <p className="soft">Nothing on record. Ask the provider.</p>
        ) : (
          <ul className="value-gaps">
            {row.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </section>
      <p>
        <a href={hrefOfClaim({ contract: row.contract_ref })}>Weigh a claim on this contract</a>,{' '}
        <a href={hrefOfProviderNamed(row.provider)}>{row.provider}</a>
      </p>
      {answer.error === null ? null : (
        <FailureNotice failure={answer.error} onRetry={answer.refetch} />
      )}
      {answer.data === null ? (
        <Spinner label="Reading the routes alike" />
      ) : (
        <Table
          caption="Routes alike, furthest above the line first"
          showCaption
          head={
            <>
              <Th>Route</Th>
              <Th>Provider</Th>
              <Th align="end">Miles</Th>
              <Th align="end">£ a day</Th>
              <Th align="end">Above</Th>
            </>
          }
        >
          {answer.data.routes.map((route) => (
            <tr
              key={route.contract_id}
              className={route.contract_id === row.contract_id ? 'value-this' : ''}
            >
              <Td>{route.route_ref}</Td>
              <Td>{route.provider}</Td>
              <Td align="end">{route.miles.toFixed(1)}</Td>
              <Td align="end">{formatPence(route.day_pence).replace('£', '')}</Td>
              <Td align="end">{formatPercentChange(route.ratio - 1, 0)}</Td>
            </tr>
          ))}
        </Table>
      )}
    </aside>
  );
}
