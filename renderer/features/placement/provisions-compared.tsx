import type { ProvisionView } from '../../../shared/api/views/placements.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { formatMinutesNumber } from '../../../shared/format/time.ts';
import { Table, Td, Th } from '../../ui/table.tsx';
import { signedPounds } from './signed-pounds.ts';

/** Several provisions side by side, each tried by itself: the others are not open. */
export function ProvisionsCompared({ views }: { readonly views: readonly ProvisionView[] }) {
  const hasRoutes = views.some(({ routes }) => routes !== null);
  return (
    <section className="placement-result" aria-label="Provisions compared">
      <h2>Compared, all at once</h2>
      <p className="placement-text">
        Each is tried by itself, as if none of the others were open. Children placed now are not
        moved by any of them.
      </p>
      <Table
        caption="Provisions compared"
        head={
          <>
            <Th>Provision</Th>
            <Th align="end">Year</Th>
            <Th align="end">Places</Th>
            <Th align="end">Taken</Th>
            <Th align="end">Without a place</Th>
            <Th align="end">Miles fewer each way</Th>
            <Th align="end">Minutes less by car, a child est.</Th>
            <Th align="end">Transport, £ a year (average, est.)</Th>
            {hasRoutes ? <Th align="end">Transport, £ a year (marginal, est.)</Th> : null}
            <Th align="end">Start in the first year</Th>
            <Th align="end">On roll in the seventh</Th>
          </>
        }
      >
        {views.map((view) => (
          <tr key={view.provision.name}>
            <Td>{view.provision.name}</Td>
            <Td align="end">{view.year}</Td>
            <Td align="end">{formatCount(view.provision.places)}</Td>
            <Td align="end">{formatCount(view.placed.length)}</Td>
            <Td align="end">{formatCount(view.no_place.length)}</Td>
            <Td align="end">{formatMilesNumber(view.sums.from_m - view.sums.to_m)}</Td>
            <Td align="end">
              {view.direct_before_s === null || view.direct_after_s === null
                ? ''
                : formatMinutesNumber(view.direct_before_s - view.direct_after_s)}
            </Td>
            <Td align="end">{change(view.sums.cost_after_pence - view.sums.cost_pence)}</Td>
            {hasRoutes ? (
              <Td align="end">{view.routes === null ? '' : change(view.routes.change_pence)}</Td>
            ) : null}
            <Td align="end">{formatCount(view.starters[0]?.starting ?? 0)}</Td>
            <Td align="end">{formatCount(view.starters.at(-1)?.on_roll.clients ?? 0)}</Td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

const change = (pence: number): string => signedPounds(pence).replace('£', '');
