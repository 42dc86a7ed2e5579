import { useState } from 'react';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { applyEdit } from './editor-state.ts';
import { useVehicleClasses } from './vehicle-choice.tsx';

/** Opens an empty route to a school, to be filled by dragging. */
export function OpenRouteDialog(props: {
  readonly school: MapSchool;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { school, onClose } = props;
  const classes = useVehicleClasses();
  const [chosen, setChosen] = useState<string | null>(null);
  const vehicle = classes.find((each) => each.id === chosen) ?? classes[0] ?? null;
  const open = async (): Promise<void> => {
    if (vehicle === null) return;
    const { urn: school_urn } = school;
    const edit = { kind: 'open' as const, school_urn, vehicle_class: vehicle.id, layout: 0 };
    if (await applyEdit(edit)) onClose();
  };
  return (
    <Dialog
      title={`New route to ${school.name}`}
      isOpen={props.isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabledReason={vehicle === null ? 'The rate card has no vehicle class.' : null}
            onPress={() => void open()}
          >
            Open route
          </Button>
        </>
      }
    >
      <div className="move-form">
        <p>
          It costs the fixed price of its vehicle until children are put on it. Drag them onto its
          row in the list; on the map it has a line once somebody is on it.
        </p>
        <Select
          label="Vehicle"
          options={classes.map((each) => ({
            id: each.id,
            label: each.name,
            detail: `${formatPence(each.fixed_pence)} a day`,
          }))}
          value={vehicle?.id ?? null}
          onChange={setChosen}
        />
      </div>
    </Dialog>
  );
}
