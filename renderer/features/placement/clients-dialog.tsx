import { formatMiles } from '../../../shared/format/distance.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { PlacedView } from '../../../shared/api/views/placements.ts';
import type {
  PlacementDimension,
  PlacementRow,
  PlacementStanding,
} from '../../../shared/pressure/placements/placed-clients.ts';
import type { Tone } from '../../state/notices.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

const STANDINGS: Readonly<Record<PlacementStanding, readonly [Tone, string]>> = {
  beyond: ['info', 'Beyond'],
  nearest: ['good', 'Nearest'],
  cannot_tell: ['warning', 'Cannot tell'],
  not_known: ['neutral', 'Not known'],
};

/** The clients behind one row, the dearest difference first, each with the way to its comparison of schools. */
export function ClientsDialog(props: {
  readonly by: PlacementDimension;
  readonly row: PlacementRow;
  readonly onClose: () => void;
}) {
  const { by, row, onClose } = props;
  const { data, error } = useChannel('placements/clients', { by, key: row.key });
  const hidden = data === null ? 0 : row.clients - data.length;
  return (
    <Dialog
      title={`${row.label}: ${formatQuantity(row.clients, 'client')}`}
      isOpen
      onClose={onClose}
      width={980}
    >
      {error === null ? null : <FailureNotice failure={error} />}
      {data === null ? (
        <Spinner label="Reading the clients" />
      ) : (
        <div className="placement-behind">
          <Table
            caption={`Clients of ${row.label}`}
            head={
              <>
                <Th>Client</Th>
                <Th>School attended</Th>
                <Th>Standing</Th>
                <Th>Nearest suitable with a place</Th>
                <Th align="end">Attended, £ a year</Th>
                <Th align="end">Nearest, £ a year est.</Th>
                <Th align="end">Difference, £</Th>
              </>
            }
          >
            {data.map((each) => (
              <Line key={`${each.client_id} ${each.school_urn ?? ''}`} each={each} />
            ))}
          </Table>
          {hidden > 0 ? (
            <p className="soft">
              {formatQuantity(hidden, 'client')} with a protected address{' '}
              {hidden === 1 ? 'is' : 'are'} left out: a list by district would tell where they live.
            </p>
          ) : null}
        </div>
      )}
      <div className="k-form-foot">
        <Button onPress={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}

const pounds = (pence: number | null): string =>
  pence === null ? '' : formatPounds(pence).replace('£', '');

function Line({ each }: { readonly each: PlacedView }) {
  const [tone, word] = STANDINGS[each.standing];
  return (
    <tr>
      <Td>
        <a href={hrefOf('costs', ['placement', 'name', each.client_id])}>{each.name || each.ref}</a>
        <span className="placement-small">{each.ref}</span>
      </Td>
      <Td>{each.school}</Td>
      <Td>
        <StateMark tone={tone}>{word}</StateMark>
      </Td>
      <Td>
        {each.why === '' ? each.nearest : <span className="soft">{each.why}</span>}
        {each.named_m === null || each.nearest_m === null ? null : (
          <span className="placement-small">
            {formatMiles(each.nearest_m)} instead of {formatMiles(each.named_m)}
            {each.by === 'road' ? ' by road' : ' in a straight line'}
          </span>
        )}
      </Td>
      <Td align="end">{pounds(each.cost_pence)}</Td>
      <Td align="end">{pounds(each.nearest_cost_pence)}</Td>
      <Td align="end">{pounds(each.difference_pence)}</Td>
    </tr>
  );
}
