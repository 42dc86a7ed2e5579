import type { CostOverview } from '../../../shared/api/views/costs.ts';
import { formatMiles, formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPounds, formatShortPounds } from '../../../shared/format/money.ts';
import { formatCount, formatCountOf } from '../../../shared/format/number.ts';
import { select } from '../../state/selection.ts';
import { Headline } from '../../ui/headline.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { School } from 'lucide-react';

/** The part of the year's cost that is due to placement beyond the nearest suitable school. */
export function PlacementPanel({ overview }: { readonly overview: CostOverview }) {
  const { placement } = overview;
  const judged = placement.clients_beyond + placement.clients_nearest + placement.cannot_tell;
  return (
    <div className="costs-stack">
      <div className="costs-numbers">
        <Headline
          value={formatShortPounds(placement.excess_year_pence)}
          label="a year beyond the nearest suitable school, est."
          note={`of ${formatShortPounds(overview.cost_year_pence)}`}
        />
        <Headline
          value={formatCount(placement.clients_beyond)}
          label="clients placed beyond it"
          note={formatCountOf(placement.clients_beyond, judged)}
        />
        <Headline value={formatCount(placement.clients_nearest)} label="at the nearest suitable" />
        <Headline
          value={formatCount(placement.cannot_tell)}
          label="cannot tell"
          note="A fact is missing, so nothing is claimed"
        />
      </div>
      <p className="costs-text">
        {placement.note}
        {placement.clients_beyond === 0
          ? ''
          : ` Together these clients travel ${formatMiles(placement.excess_distance_m)} (${placement.distances}) further each way than to the nearest suitable school.`}
      </p>
      {placement.rows.length === 0 ? (
        <EmptyState icon={School} title="No placement beyond the nearest suitable school" />
      ) : (
        <Table
          caption="Placement beyond the nearest suitable school, by the school attended"
          showCaption
          head={
            <>
              <Th>School attended</Th>
              <Th align="end">Clients</Th>
              <Th align="end">Mean miles further, {placement.distances}</Th>
              <Th align="end">£ a year, est.</Th>
            </>
          }
          foot={
            <tr>
              <Td>All schools</Td>
              <Td align="end">{formatCount(placement.clients_beyond)}</Td>
              <Td />
              <Td align="end">{formatPounds(placement.excess_year_pence).replace('£', '')}</Td>
            </tr>
          }
        >
          {placement.rows.map((row) => (
            <tr key={row.school_urn}>
              <Td>
                <LinkButton
                  onPress={() => {
                    select({ kind: 'school', id: row.school_urn });
                  }}
                >
                  {row.school}
                </LinkButton>
              </Td>
              <Td align="end">{formatCount(row.clients)}</Td>
              <Td align="end">{formatMilesNumber(row.mean_excess_m)}</Td>
              <Td align="end">{formatPounds(row.excess_year_pence).replace('£', '')}</Td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}
