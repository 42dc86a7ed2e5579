import { rateCardAt } from '../../../shared/costing/read-settings.ts';
import type { VehicleClass } from '../../../shared/model/money.ts';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import { useChannel } from '../../state/channel.ts';
import { useSession } from '../../state/session.ts';
import { Select } from '../../ui/select.tsx';
import { applyEdit } from './editor-state.ts';

/** The vehicle classes of the rate card in force; none until it is read. */
export function useVehicleClasses(): readonly VehicleClass[] {
  const settings = useChannel('settings/list', {}).data;
  const today = useSession((state) => state.info?.store?.today ?? null);
  return settings === null || today === null ? [] : rateCardAt(settings, today).classes;
}

/** The vehicle and layout of a new route; a running contract's is the contract's. */
export function VehicleChoice({ route }: { readonly route: PlannedRoute }) {
  const classes = useVehicleClasses();
  if (route.contract_id !== null)
    return <span className="soft">The vehicle is the contract’s</span>;
  const options = classes.flatMap((vehicle) =>
    vehicle.layouts.map((room, at) => ({
      id: `${vehicle.id} ${at}`,
      label: vehicle.name,
      detail: `${room.seats} + ${room.wheelchairs}`,
      edit: {
        kind: 'vehicle' as const,
        route_id: route.id,
        vehicle_class: vehicle.id,
        layout: at,
      },
      isNow:
        vehicle.id === route.vehicle_class &&
        room.seats === route.seats &&
        room.wheelchairs === route.wheelchairs,
    })),
  );
  return (
    <Select
      label="Vehicle: seats and wheelchair spaces"
      hideLabel
      size="small"
      options={options}
      value={options.find((each) => each.isNow)?.id ?? null}
      onChange={(id) => {
        const chosen = options.find((each) => each.id === id);
        if (chosen !== undefined && !chosen.isNow) void applyEdit(chosen.edit);
      }}
    />
  );
}
