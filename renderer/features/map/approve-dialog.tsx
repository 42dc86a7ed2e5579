import { useState } from 'react';
import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { officerName } from '../../state/officer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { approvePlan } from './plan-actions.ts';

/** Approving is in a person's name. */
export function ApproveDialog(props: {
  readonly plan: PlanSummary;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { plan } = props;
  const [by, setBy] = useState(officerName);
  const approve = async (): Promise<void> => {
    if (by.trim() === '') return;
    if (await approvePlan(plan.id, by.trim())) props.onClose();
  };
  return (
    <Dialog
      title="Approve this plan"
      isOpen={props.isOpen}
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            onPress={() => void approve()}
            disabledReason={by.trim() === '' ? 'Give your name first.' : null}
          >
            Approve plan
          </Button>
        </>
      }
    >
      <form
        className="map-plan-form"
        onSubmit={(event) => {
          event.preventDefault();
          void approve();
        }}
      >
        <p>
          {formatQuantity(plan.routes, 'route')} for {formatCount(plan.clients)} clients at{' '}
          {formatPounds(plan.cost_day_pence)} a day.
          {plan.unallocated > 0
            ? ` ${formatQuantity(plan.unallocated, 'client stays', 'clients stay')} without a route.`
            : ''}
        </p>
        <TextField
          label="Approved by"
          value={by}
          onChange={setBy}
          isRequired
          description="Kept with the plan."
        />
      </form>
    </Dialog>
  );
}
