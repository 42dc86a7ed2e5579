import { useState } from 'react';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import { schoolsOfRoute } from '../../../shared/model/route-schools.ts';
import { useChannel } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { applyEdit, breaks, useEditor } from './editor-state.ts';
import { EffectView } from './effect-view.tsx';
import { RouteChoice } from './route-choice.tsx';
import { leavesContract, SeatGivenUp } from './seat-given-up.tsx';
import { useShownPlan } from './shown-plan.ts';

/** Puts everyone of a route on another one, to the same school or to one that may share with it. */
export function MergeDialog(props: {
  readonly route: PlannedRoute | null;
  /** The route that was proposed; null: a person chooses. */
  readonly into: number | null;
  readonly onClose: () => void;
}) {
  const { route, onClose } = props;
  return (
    <Dialog
      title={route === null ? 'Merge' : `Merge ${route.ref} into another route`}
      isOpen={route !== null}
      onClose={onClose}
      width={640}
    >
      {route === null ? null : <MergeForm route={route} proposed={props.into} onClose={onClose} />}
    </Dialog>
  );
}

function MergeForm(props: {
  readonly route: PlannedRoute;
  readonly proposed: number | null;
  readonly onClose: () => void;
}) {
  const { route } = props;
  const plan_id = useEditor((state) => state.plan_id);
  const [into, setInto] = useState(props.proposed === null ? null : String(props.proposed));
  const [reason, setReason] = useState('');
  const isTrial = useShownPlan((state) => state.plan_id !== null);
  const edit =
    into === null ? null : { kind: 'merge' as const, route_id: route.id, into_id: Number(into) };
  const tried = useChannel(
    'edits/try',
    edit === null || plan_id === null ? null : { plan_id, edit },
  );
  const leaves = tried.data !== null && leavesContract(tried.data);
  const given = leaves && !isTrial ? reason.trim() : '';
  const merge = async (): Promise<void> => {
    const done = edit !== null && (await applyEdit(edit, given === '' ? undefined : given));
    if (done) props.onClose();
  };
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        void merge();
      }}
    >
      {plan_id === null ? null : (
        <RouteChoice
          label="Into"
          school_urns={schoolsOfRoute(route)}
          plan_id={plan_id}
          without={route.id}
          value={into}
          onChange={(route_id) => {
            setInto(String(route_id));
          }}
        />
      )}
      {tried.error === null ? null : <FailureNotice failure={tried.error} />}
      {tried.data === null ? null : (
        <>
          <EffectView answer={tried.data} />
          <SeatGivenUp answer={tried.data} isTrial={isTrial} reason={reason} onChange={setReason} />
        </>
      )}
      <div className="k-form-foot">
        <Button onPress={props.onClose}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          disabledReason={tried.data === null ? 'Choose a route first.' : null}
        >
          {tried.data !== null && breaks(tried.data) && given === ''
            ? 'Merge all the same'
            : 'Merge'}
        </Button>
      </div>
    </form>
  );
}
