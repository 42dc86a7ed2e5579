import { useState } from 'react';
import type { RateCard } from '../../../shared/model/money.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { RateCardDialog } from './rate-card-dialog.tsx';

/** What a route without a contract is priced by, by vehicle class, with its source. */
export function RateCardPart() {
  const { data, error, refetch } = useChannel('prices/rate-card', {});
  const [editing, setEditing] = useState(false);
  if (data === null)
    return error === null ? (
      <Spinner label="Reading the rate card" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  const { in_force, dead_mileage, cards } = data;
  const card = in_force.value as RateCard;
  const general = Number(dead_mileage.value);
  const others = cards.filter(({ from_on }) => from_on !== in_force.from_on);
  return (
    <div className="costs-stack">
      <div className="prices-tools">
        <Button
          onPress={() => {
            setEditing(true);
          }}
        >
          Change the rate card…
        </Button>
        <span className="soft">
          In force from {formatDate(in_force.from_on)}
          {others.length === 0 ? '' : `; others from ${others.map(({ from_on }) => formatDate(from_on)).join(', ')}`}
        </span>
      </div>
      <Table
        caption="Rate card by vehicle class, £ for the whole school day"
        head={
          <>
            <Th>Vehicle class</Th>
            <Th align="end">£ a day</Th>
            <Th align="end">£ a morning km</Th>
            <Th align="end">£ a morning hour</Th>
            <Th align="end">Minimum, £ a day</Th>
            <Th align="end">Dead mileage, km a day</Th>
          </>
        }
        foot={
          <tr>
            <Td>Passenger assistant, each</Td>
            <Td align="end">{plain(card.assistant_pence)}</Td>
            <Td colSpan={4} />
          </tr>
        }
      >
        {card.classes.map((each) => (
          <tr key={each.id}>
            <Td>{each.name}</Td>
            <Td align="end">{plain(each.fixed_pence)}</Td>
            <Td align="end">{plain(each.per_km_pence)}</Td>
            <Td align="end" soft={each.per_hour_pence === undefined}>{each.per_hour_pence === undefined ? 'none' : plain(each.per_hour_pence)}</Td>
            <Td align="end" soft={each.minimum_pence === undefined}>{each.minimum_pence === undefined ? 'the day price' : plain(each.minimum_pence)}</Td>
            <Td align="end" soft={each.dead_mileage_m === undefined}>{((each.dead_mileage_m ?? general) / 1000).toFixed(1)}</Td>
          </tr>
        ))}
      </Table>
      <p className="costs-text">
        Source: {in_force.source}. {in_force.estimated ? <Estimated why="A planning assumption until your own framework’s prices are entered." /> : null} Both legs are priced on the morning’s distance and time. Contracts
        that run cost what the register says; the card prices new routes and stops added to running ones.{' '}
        <a href={hrefOf('costs', ['bill'])}>What the plan’s cost is made of</a>
      </p>
      {editing ? (
        <RateCardDialog
          card={card}
          onClose={() => {
            setEditing(false);
          }}
        />
      ) : null}
    </div>
  );
} // prettier-ignore

function plain(pence: number): string {
  return formatPence(pence).replace('£', '');
}
