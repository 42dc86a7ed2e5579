import type { ProvisionView } from '../../../shared/api/views/placements.ts';
import { formatMiles, formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPounds, formatShortPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import { hrefOf } from '../../state/place.ts';
import { Headline } from '../../ui/headline.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { signedPounds } from './signed-pounds.ts';
import { ProvisionRoutesPart } from './provision-routes.tsx';

const pounds = (pence: number): string => formatPounds(pence).replace('£', '');

/** What opening it would mean: all at once, only new starters a year, and who it is. */
export function ProvisionResult({ view }: { readonly view: ProvisionView }) {
  const { sums, provision } = view;
  const by = view.roads === '' ? 'est.' : view.estimated === 0 ? 'by road' : 'by road, part est.';
  return (
    <section className="placement-result" aria-label={`What ${provision.name} would change`}>
      <h2>
        {provision.name}, all at once in {view.year}
      </h2>
      {view.placed.length === 0 ? (
        <NoticeBar tone="info" title="Nobody would have a nearer placement there">
          {view.suitable === 0
            ? `Of the ${formatCount(view.looked_at)} children carried, none has one of its needs and is of its ages in ${view.year}. Look at needs, ages and phases.`
            : provision.places === 0
              ? 'It has no places. Give it some.'
              : `It would suit ${formatQuantity(view.suitable, 'child', 'children')}, all of whom go to a school as near already. Try another place.`}
        </NoticeBar>
      ) : (
        <div className="placement-numbers">
          <Headline
            value={formatCount(view.placed.length)}
            label={`of ${formatQuantity(provision.places, 'place')} taken`}
            note={`${formatCount(view.suitable)} suited, ${formatCount(view.no_nearer)} no nearer, ${formatCount(view.no_place.length)} without a place`}
          />
          <Headline
            value={formatMiles(sums.from_m - sums.to_m)}
            label={`fewer each way (${by})`}
            note={`from ${formatMiles(sums.from_m / sums.clients)} to ${formatMiles(sums.to_m / sums.clients)} a child`}
          />
          <Headline
            value={formatShortPounds(sums.cost_after_pence - sums.cost_pence)}
            label="a year of transport, average method, est."
            note="The distance part of each child’s share of the route"
          />
          <Headline
            value={
              view.direct_before_s === null || view.direct_after_s === null
                ? 'not known'
                : formatMinutes(view.direct_before_s - view.direct_after_s)
            }
            label="less by car, without stops, a child"
            note={
              view.direct_before_s === null || view.direct_after_s === null
                ? ''
                : `from ${formatMinutes(view.direct_before_s)} to ${formatMinutes(view.direct_after_s)}, est.`
            }
          />
        </div>
      )}
      {view.routes === null ? null : (
        <ProvisionRoutesPart routes={view.routes} placed={view.placed.length} />
      )}
      <NotKnown view={view} />
      <h2>Only new starters a year</h2>
      <p className="placement-text">
        Nobody changes school before their phase does: children start whose request is new in the
        opening year, and those who begin reception, year 7 or year 12. Only children known today,
        at today’s prices and today’s school; those yet to come are not in it [A].
      </p>
      <Table
        caption="Only new starters a year"
        head={
          <>
            <Th>Year</Th>
            <Th align="end">Start</Th>
            <Th align="end">Leave</Th>
            <Th align="end">On roll</Th>
            <Th align="end">Without a place</Th>
            <Th align="end">Miles fewer each way ({by})</Th>
            <Th align="end">Transport, £ a year (average method, est.)</Th>
          </>
        }
      >
        {view.starters.map(({ year, starting, leaving, no_place, on_roll }) => (
          <tr key={year}>
            <Td>{year}</Td>
            <Td align="end">{formatCount(starting)}</Td>
            <Td align="end">{formatCount(leaving)}</Td>
            <Td align="end">{formatCount(on_roll.clients)}</Td>
            <Td align="end">{formatCount(no_place)}</Td>
            <Td align="end">{formatMilesNumber(on_roll.from_m - on_roll.to_m)}</Td>
            <Td align="end">
              {signedPounds(on_roll.cost_after_pence - on_roll.cost_pence).replace('£', '')}
            </Td>
          </tr>
        ))}
      </Table>
      <Placed view={view} />
    </section>
  );
}

function NotKnown({ view: { not_known } }: { readonly view: ProvisionView }) {
  if (not_known.length === 0) return null;
  return (
    <NoticeBar tone="warning" title="Not known, so left out">
      <ul className="placement-list">
        {not_known.map(({ why, clients }) => (
          <li key={why}>
            {formatQuantity(clients.length, 'child', 'children')}: {why}
          </li>
        ))}
      </ul>
    </NoticeBar>
  );
}

function Placed({ view }: { readonly view: ProvisionView }) {
  if (view.placed.length === 0) return null;
  return (
    <details className="placement-details">
      <summary>
        Who would have a place: {formatQuantity(view.placed.length, 'child', 'children')}
      </summary>
      <Table
        caption="Who would have a place"
        head={
          <>
            <Th>Child</Th>
            <Th>School attended</Th>
            <Th align="end">Miles now</Th>
            <Th align="end">Miles then</Th>
            <Th align="end">Transport now, £ a year</Th>
            <Th align="end">Then, est.</Th>
          </>
        }
      >
        {view.placed.map((each) => (
          <tr key={each.client_id}>
            <Td>
              <a href={hrefOf('costs', ['placement', 'name', each.client_id])}>
                {each.name || each.ref}
              </a>
              <span className="placement-small">{each.ref}</span>
            </Td>
            <Td>{each.school}</Td>
            <Td align="end">
              {each.from_m === null ? 'protected' : formatMilesNumber(each.from_m)}
            </Td>
            <Td align="end">{each.to_m === null ? 'protected' : formatMilesNumber(each.to_m)}</Td>
            <Td align="end">{pounds(each.cost_pence)}</Td>
            <Td align="end">{pounds(each.cost_after_pence)}</Td>
          </tr>
        ))}
      </Table>
    </details>
  );
}
