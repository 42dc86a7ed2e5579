import { useState } from 'react';
import type { EditAnswer } from '../../../shared/api/views/edits.ts';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import { useChannel } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { applyEdit, breaks, useEditor } from './editor-state.ts';
import { EffectView } from './effect-view.tsx';
import { leavesContract, SeatGivenUp } from './seat-given-up.tsx';
import { useShownPlan } from './shown-plan.ts';

/** Parts a shared route into one for each of its schools, once a person has seen what that does. */
export function PartDialog(props: {
  readonly route: PlannedRoute | null;
  readonly onClose: () => void;
}) {
  const { route, onClose } = props;
  return (
    <Dialog
      title={route === null ? 'Part' : `Part ${route.ref} into its schools’ routes`}
      isOpen={route !== null}
      onClose={onClose}
      width={640}
    >
      {route === null ? null : <PartForm route={route} onClose={onClose} />}
    </Dialog>
  );
}

function PartForm({
  route,
  onClose,
}: {
  readonly route: PlannedRoute;
  readonly onClose: () => void;
}) {
  const plan_id = useEditor((state) => state.plan_id);
  const edit = { kind: 'part' as const, route_id: route.id };
  const tried = useChannel('edits/try', plan_id === null ? null : { plan_id, edit });
  if (tried.error !== null) return <FailureNotice failure={tried.error} onRetry={tried.refetch} />;
  if (tried.data === null) return <Spinner label="Reckoning each school’s route" />;
  return <Parting answer={tried.data} edit={edit} onClose={onClose} />;
}

function Parting(props: {
  readonly answer: EditAnswer;
  readonly edit: { readonly kind: 'part'; readonly route_id: number };
  readonly onClose: () => void;
}) {
  const { answer, edit } = props;
  const isTrial = useShownPlan((state) => state.plan_id !== null);
  const [reason, setReason] = useState('');
  const [waiting, setWaiting] = useState(false);
  const given = leavesContract(answer) && !isTrial ? reason.trim() : '';
  const part = async (): Promise<void> => {
    setWaiting(true);
    const done = await applyEdit(edit, given === '' ? undefined : given);
    setWaiting(false);
    if (done) props.onClose();
  };
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        void part();
      }}
    >
      <p>{answer.sentence}.</p>
      <EffectView answer={answer} />
      <SeatGivenUp answer={answer} isTrial={isTrial} reason={reason} onChange={setReason} />
      <div className="k-form-foot">
        <Button onPress={props.onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={waiting}>
          {breaks(answer) && given === '' ? 'Part all the same' : 'Part route'}
        </Button>
      </div>
    </form>
  );
}
