import { useState } from 'react';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { PLAN_SEED, startPlan } from './plan-actions.ts';

/** Asks before planning: what will be planned, what stays fixed, and the seed. */
export function PlanDialog(props: {
  /** null plans the county. */
  readonly school: MapSchool | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const [seed, setSeed] = useState(String(PLAN_SEED));
  const [settle, setSettle] = useState(false);
  const number = Number(seed);
  const wrong = !/^\d{1,10}$/.test(seed) || number > 4_294_967_295;
  const start = (): void => {
    if (wrong) return;
    void startPlan(props.school?.urn ?? null, number, settle);
    props.onClose();
  };
  const verb = props.school === null ? 'Plan the county' : 'Plan this school';
  return (
    <Dialog
      title={props.school === null ? 'Plan the county' : `Plan ${props.school.name}`}
      isOpen={props.isOpen}
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            onPress={start}
            disabledReason={wrong ? 'Give a seed first.' : null}
          >
            {verb}
          </Button>
        </>
      }
    >
      <form
        className="map-plan-form"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <p>
          Everyone already carried keeps their route. New clients take spare seats where ride times
          allow, or new routes. The plan is made in the background, and you can stop it.
        </p>
        <Checkbox isSelected={settle} onChange={setSettle}>
          Search on until another round brings little
        </Checkbox>
        <p className="soft">
          A first plan of a county takes seconds. Searching on takes minutes, in rounds each four
          times as long, and may be stopped after the first: the best plan found is then kept.
        </p>
        <TextField
          label="Seed"
          value={seed}
          onChange={setSeed}
          inputMode="numeric"
          error={wrong ? 'A whole number from 0 to 4294967295.' : null}
          description="The same data and seed give the same plan on every machine. Another seed may find another plan."
        />
      </form>
    </Dialog>
  );
}
