import { Fuel } from 'lucide-react';
import { useState } from 'react';
import type { ClassFuel } from '../../../shared/pressure/plan-fuel.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { select } from '../../state/selection.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Headline } from '../../ui/headline.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Estimated } from '../../ui/tooltip.tsx';

/** Litres, kilowatt-hours and greenhouse gases of the plan's year, by vehicle class; each opens its routes. */
export function FuelUsePart() {
  const { data, error, refetch } = useChannel('prices/fuel-use', {});
  const [open, setOpen] = useState<string | null>(null);
  if (data === null) {
    if (error === null) return <Spinner label="Reckoning the litres" />;
    return error.code === 'no_plan' ? (
      <NoPlanYet icon={Fuel} title="No litres yet">
        Fuel is reckoned from a plan’s routes: how far they drive, in which vehicles, how fast.
      </NoPlanYet>
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  }
  const { total, classes, legs, notes } = data;
  const chosen = classes.find(({ vehicle_class }) => vehicle_class === open);
  return (
    <div className="costs-stack">
      <div className="costs-numbers">
        <Headline value={formatCount(Math.round(total.litres_year))} label="litres a year, est." note={formatQuantity(total.routes, 'route')} />
        <Headline value={formatCount(Math.round(total.kg_co2e_year / 1000))} label="tonnes CO2e a year, est." note={total.without_co2e === 0 ? 'Every route is counted' : `${formatCount(total.without_co2e)} routes are not counted`} />
        <Headline value={miles(total.km_year)} label="miles a year, est." note={`${legs} times the morning distance a day`} />
        {total.kwh_year === 0 ? null : <Headline value={formatCount(Math.round(total.kwh_year))} label="kWh a year, est." note="Electric cars" />}
      </div>
      <div className="prices-words">
      <Table
        caption="Fuel and greenhouse gases by vehicle class"
        head={
          <>
            <Th>Vehicle class</Th>
            <Th>Taken to run on</Th>
            <Th align="end">Routes</Th>
            <Th align="end">Miles a year</Th>
            <Th align="end">Mean mph</Th>
            <Th align="end">Litres per 100 km</Th>
            <Th align="end">Litres a year</Th>
            <Th align="end">Tonnes CO2e</Th>
          </>
        }
        foot={<FuelLine fuel={total} name="All" />}
      >
        {classes.map((each) => (
          <FuelLine
            key={each.vehicle_class}
            fuel={each}
            name={
              <LinkButton
                onPress={() => {
                  setOpen(each.vehicle_class);
                }}
              >
                {each.name}
              </LinkButton>
            }
          />
        ))}
      </Table>
      </div>
      {notes.map((note) => (
        <p key={note} className="costs-text">
          {note}
        </p>
      ))}
      <p className="costs-text">
        Litres by the curves of the DfT TAG data book, May 2023, at each route’s own speed while moving; greenhouse gases by DESNZ factors a
        vehicle-km. What a class runs on, the factors and the curves are settings, each with its source.{' '}
        <Estimated why="The register does not say what providers’ vehicles run on, nor how they drive when empty." />
      </p>
      {chosen === undefined ? null : (
        <ClassRoutes
          fuel={chosen}
          name={chosen.name}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </div>
  );
} // prettier-ignore

function FuelLine({ fuel, name }: { readonly fuel: ClassFuel; readonly name: React.ReactNode }) {
  return (
    <tr>
      <Td>{name}</Td>
      <Td soft>{fuel.runs_on.map((each) => each.replaceAll('_', ' ')).join(', ')}</Td>
      <Td align="end">{formatCount(fuel.routes)}</Td>
      <Td align="end">{miles(fuel.km_year)}</Td>
      <Td align="end">{mph(fuel.kmh)}</Td>
      <Td align="end">{per100(fuel.litres_year, fuel.km_year)}</Td>
      <Td align="end">{formatCount(Math.round(fuel.litres_year))}</Td>
      <Td align="end">{formatCount(Math.round(fuel.kg_co2e_year / 1000))}</Td>
    </tr>
  );
}

function miles(km: number): string {
  return formatCount(Math.round(km / 1.609344));
}

function mph(kmh: number | null): string {
  return kmh === null ? '–' : (kmh / 1.609344).toFixed(0);
}

function per100(litres: number, km: number): string {
  return km === 0 ? '–' : ((litres / km) * 100).toFixed(2);
}

/** The routes of a class, the most litres first. */
function ClassRoutes(props: {
  readonly fuel: ClassFuel;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { fuel, onClose } = props;
  const answer = useChannel('prices/fuel-routes', { vehicle_class: fuel.vehicle_class });
  return (
    <Dialog title={`${props.name}: fuel by route`} isOpen onClose={onClose} width={860}>
      {answer.error === null ? null : <FailureNotice failure={answer.error} onRetry={answer.refetch} />}
      {answer.data === null ? (
        <Spinner label="Finding the routes" />
      ) : (
        <>
          <p className="costs-text">
            {answer.data.length < fuel.routes ? `The ${formatCount(answer.data.length)} routes of ${formatCount(fuel.routes)} that burn most.` : `${formatQuantity(fuel.routes, 'route')}.`}
          </p>
          <div className="costs-behind">
            <Table
              caption={`Fuel of ${props.name} by route`}
              head={
                <>
                  <Th>Route</Th>
                  <Th>School</Th>
                  <Th align="end">Miles a year</Th>
                  <Th align="end">mph</Th>
                  <Th align="end">Litres per 100 km</Th>
                  <Th align="end">Litres a year</Th>
                  <Th align="end">kg CO2e</Th>
                </>
              }
            >
              {answer.data.map((route) => (
                <tr key={route.route_id}>
                  <Td>
                    <LinkButton
                      onPress={() => {
                        select({ kind: 'route', id: route.route_id });
                        onClose();
                      }}
                    >
                      {route.route_ref}
                    </LinkButton>
                  </Td>
                  <Td>{route.school}</Td>
                  <Td align="end">{miles(route.km_year)}</Td>
                  <Td align="end">{mph(route.kmh)}</Td>
                  <Td align="end">{per100(route.litres_year, route.km_year)}</Td>
                  <Td align="end">{formatCount(Math.round(route.litres_year))}</Td>
                  <Td align="end">{route.kg_co2e_year === null ? 'not known' : formatCount(Math.round(route.kg_co2e_year))}</Td>
                </tr>
              ))}
            </Table>
          </div>
        </>
      )}
    </Dialog>
  );
} // prettier-ignore
