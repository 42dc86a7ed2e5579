import type { VehicleRow, VehiclesPage } from '../../../shared/api/views/register.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { hrefOfProviderNamed } from './provider-address.ts';
import { DayFact, RecordPanel } from './record-panel.tsx';

/** One vehicle: plate, MOT, insurance, lift, layouts, the routes it runs. */
export function VehiclePanel(props: {
  readonly vehicle: VehicleRow;
  readonly page: Pick<VehiclesPage, 'on' | 'ahead_days'>;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}) {
  const { vehicle, page } = props;
  const days = { on: page.on, ahead: page.ahead_days };
  const plate = [vehicle.plate_number, vehicle.licensing_authority].filter(Boolean).join(', ');
  const kg = (value: number | null) =>
    value === null ? <span className="soft">not recorded</span> : `${value} kg`;
  const takesChairs = vehicle.layouts.some((layout) => !layout.endsWith('+0'));
  return (
    <RecordPanel
      label="Selected vehicle"
      name={vehicle.mark}
      under={
        <>
          {[vehicle.class_name, vehicle.description].filter(Boolean).join(', ')},{' '}
          <a href={hrefOfProviderNamed(vehicle.provider)}>{vehicle.provider}</a>
        </>
      }
      remove={{ kind: 'vehicle', id: vehicle.id }}
      routes={vehicle.routes}
      onEdit={props.onEdit}
      onClose={props.onClose}
    >
      <dl className="provider-facts">
        <dt>Seats + wheelchairs</dt>
        <dd>
          {vehicle.layouts.length === 0 ? (
            <span className="soft">not recorded</span>
          ) : (
            vehicle.layouts.join(' or ')
          )}
        </dd>
        <DayFact label="Plate" until={vehicle.plate_expires_on} what={plate} {...days} />
        <DayFact label="MOT" until={vehicle.mot_expires_on} {...days} />
        <DayFact label="Insurance" until={vehicle.insurance_expires_on} {...days} />
        {takesChairs || vehicle.lift_limit_kg !== null || vehicle.lift_examined_on !== null ? (
          <>
            <dt>Lift examined</dt>
            <dd>
              {vehicle.lift_examined_on === null ? (
                <span className="soft">not recorded</span>
              ) : (
                formatDate(vehicle.lift_examined_on)
              )}
            </dd>
            <dt>Lift bears</dt>
            <dd>{kg(vehicle.lift_limit_kg)}</dd>
            <dt>Tie-downs bear</dt>
            <dd>{kg(vehicle.tie_down_limit_kg)}</dd>
          </>
        ) : null}
        {vehicle.left_on === null ? null : (
          <>
            <dt>Out of service</dt>
            <dd>{formatDate(vehicle.left_on)}</dd>
          </>
        )}
        {vehicle.notes === '' ? null : (
          <>
            <dt>Notes</dt>
            <dd>{vehicle.notes}</dd>
          </>
        )}
      </dl>
    </RecordPanel>
  );
}
