import type { MapSchool } from '../../../shared/api/views/map.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { formatMinutesNumber } from '../../../shared/format/time.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { showRoute, showSchool } from './map-state.ts';
import type { SchoolRoutes } from './school-routes.ts';

/** The map's content as a table: schools of the county, or the routes of the chosen school. */
export function MapTable(props: {
  readonly schools: readonly MapSchool[];
  readonly school: MapSchool | null;
  readonly routes: SchoolRoutes;
}) {
  return (
    <div className="map-table">
      {props.school === null ? (
        <SchoolTable schools={props.schools} />
      ) : (
        <RouteTable school={props.school} routes={props.routes} />
      )}
    </div>
  );
}

function SchoolTable({ schools }: { readonly schools: readonly MapSchool[] }) {
  const sorted = [...schools].sort((a, b) => b.clients - a.clients);
  return (
    <Table
      caption="Schools on the map, most clients first"
      showCaption
      head={
        <>
          <Th>School</Th>
          <Th align="end">Clients</Th>
          <Th align="end">Routes</Th>
          <Th align="end">Without a route</Th>
          <Th align="end">£ a day</Th>
          <Th align="end">Position</Th>
        </>
      }
    >
      {sorted.map((school) => (
        <tr key={school.urn}>
          <Td>
            <LinkButton
              onPress={() => {
                showSchool(school.urn);
              }}
            >
              {school.name}
            </LinkButton>
          </Td>
          <Td align="end">{formatCount(school.clients)}</Td>
          <Td align="end">{formatCount(school.routes)}</Td>
          <Td align="end">
            {school.unallocated === 0 ? (
              '0'
            ) : (
              <StateMark tone="danger">{formatCount(school.unallocated)}</StateMark>
            )}
          </Td>
          <Td align="end">{formatPounds(school.cost_day_pence)}</Td>
          <Td align="end" soft>
            {school.lat.toFixed(4)}, {school.lon.toFixed(4)}
          </Td>
        </tr>
      ))}
    </Table>
  );
}

function RouteTable(props: { readonly school: MapSchool; readonly routes: SchoolRoutes }) {
  return (
    <Table
      caption={`Routes to ${props.school.name}`}
      showCaption
      head={
        <>
          <Th>Route</Th>
          <Th>Provider</Th>
          <Th>Vehicle</Th>
          <Th align="end">Clients</Th>
          <Th align="end">Miles</Th>
          <Th align="end">Longest ride, min</Th>
          <Th align="end">£ a day</Th>
        </>
      }
    >
      {props.routes.rows.map((route) => (
        <tr key={route.id}>
          <Td>
            <LinkButton
              onPress={() => {
                showRoute(route.id, route.school_urn);
              }}
            >
              {route.ref}
            </LinkButton>
          </Td>
          <Td>{route.provider === '' ? 'Not let yet' : route.provider}</Td>
          <Td>{route.vehicle}</Td>
          <Td align="end">{route.clients}</Td>
          <Td align="end">{formatMilesNumber(route.distance_m)}</Td>
          <Td align="end">{formatMinutesNumber(route.longest_ride_s)}</Td>
          <Td align="end">{formatPounds(route.cost_day_pence)}</Td>
        </tr>
      ))}
    </Table>
  );
}
