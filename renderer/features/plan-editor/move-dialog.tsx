import { useState } from 'react';
import type { EditAnswer, TargetAnswer } from '../../../shared/api/views/edits.ts';
import type { PlanEdit } from '../../../shared/edits/edit.ts';
import { useChannel } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import {
  applyEdit,
  breaks,
  moveTo,
  useEditor,
  whoseStop,
  type Asked,
  type Dragged,
} from './editor-state.ts';
import { EffectView } from './effect-view.tsx';
import { moneyWords, rideOf, rideWords } from './effect-words.ts';
import { RouteChoice } from './route-choice.tsx';
import { LEAVES_CONTRACT, leavesContract, SeatGivenUp } from './seat-given-up.tsx';
import { useShownPlan } from './shown-plan.ts';

/** Moves a client by choosing: the best three places with price and ride, or any route that may take them. The keyboard's way to drag. */
export function MoveDialog() {
  const asked = useEditor((state) => state.asked);
  const plan_id = useEditor((state) => state.plan_id);
  const close = (): void => {
    useEditor.setState({ asked: null });
  };
  return (
    <Dialog
      title={asked === null ? 'Move' : `Move ${asked.dragged.name}`}
      isOpen={asked !== null}
      onClose={close}
      width={640}
    >
      {asked === null || plan_id === null ? null : (
        <MoveForm
          key={`${asked.dragged.client_id} ${asked.dragged.place ?? ''}`}
          asked={asked}
          plan_id={plan_id}
          onClose={close}
        />
      )}
    </Dialog>
  );
}

const keyOf = (edit: PlanEdit): string => JSON.stringify(edit);

function MoveForm(props: {
  readonly asked: Asked;
  readonly plan_id: number;
  readonly onClose: () => void;
}) {
  const { asked, plan_id } = props;
  const targets = useChannel('edits/targets', { plan_id, ...whoseStop(asked.dragged) });
  const [chosen, setChosen] = useState<PlanEdit | null>(asked.edit);
  const edit = chosen ?? targets.data?.[0]?.edit ?? null;
  const tried = useChannel('edits/try', edit === null ? null : { plan_id, edit });
  return (
    <div className="move-form">
      {targets.error !== null ? (
        <FailureNotice failure={targets.error} onRetry={targets.refetch} />
      ) : null}
      {targets.data === null && targets.error === null ? (
        <Spinner label="Looking at every route" />
      ) : null}
      {targets.data === null ? null : (
        <fieldset className="move-targets">
          <legend>The best places</legend>
          {targets.data.map((target) => (
            <TargetLine
              key={keyOf(target.edit)}
              target={target}
              dragged={asked.dragged}
              isChosen={edit !== null && keyOf(edit) === keyOf(target.edit)}
              onChoose={setChosen}
            />
          ))}
        </fieldset>
      )}
      <OtherRoute
        asked={asked}
        plan_id={plan_id}
        school_urn={targets.data?.[0]?.school_urn ?? null}
        edit={edit}
        onChoose={setChosen}
      />
      {tried.error === null ? null : (
        <FailureNotice failure={tried.error} onRetry={tried.refetch} />
      )}
      {tried.data === null || edit === null ? null : (
        <Confirm answer={tried.data} edit={edit} onClose={props.onClose} />
      )}
    </div>
  );
}

function TargetLine(props: {
  readonly target: TargetAnswer;
  readonly dragged: Dragged;
  readonly isChosen: boolean;
  readonly onChoose: (edit: PlanEdit) => void;
}) {
  const { target } = props;
  const ride = rideOf(target, props.dragged);
  const route = target.is_new
    ? `New route, ${target.vehicle.toLowerCase()}`
    : `${target.route_ref}, ${target.provider === '' ? target.vehicle : target.provider}`;
  return (
    <label className="move-target">
      <input
        type="radio"
        name="move-target"
        checked={props.isChosen}
        onChange={() => {
          props.onChoose(target.edit);
        }}
      />
      <span className="move-target-main">
        <strong>{route}</strong>
        <small>
          {ride === null ? '' : rideWords(ride)}, {target.clients} on board
        </small>
      </span>
      <span className="move-target-price number">{moneyWords(target.effect.cost_day_pence)}</span>
      <TargetState target={target} />
    </label>
  );
}

/** Whether a place breaks a rule; leaving a running contract is mended by giving the seat up. */
function TargetState({ target }: { readonly target: TargetAnswer }) {
  const broken = target.effect.came.filter((each) => each.severity === 'broken');
  if (broken.some((each) => each.code !== LEAVES_CONTRACT))
    return <StateMark tone="danger">Breaks a rule</StateMark>;
  if (broken.length > 0) return <StateMark tone="warning">Leaves a contract</StateMark>;
  return <StateMark tone="good">No rule broken</StateMark>;
}

/** Any other route that the child may join, at its best place. */
function OtherRoute(props: {
  readonly asked: Asked;
  readonly plan_id: number;
  readonly school_urn: number | null;
  readonly edit: PlanEdit | null;
  readonly onChoose: (edit: PlanEdit) => void;
}) {
  const { asked, edit } = props;
  const { from_id } = asked.dragged;
  const into =
    edit !== null && 'to' in edit && 'route_id' in edit.to ? String(edit.to.route_id) : null;
  return (
    <RouteChoice
      label="Another route"
      school_urns={props.school_urn === null ? null : [props.school_urn]}
      plan_id={props.plan_id}
      without={from_id}
      value={into}
      onChange={(route_id) => {
        props.onChoose(moveTo(asked.dragged, { route_id, position: null }));
      }}
    />
  );
}

/** What the chosen edit does, the seat it gives up, and the button that makes it. */
function Confirm(props: {
  readonly answer: EditAnswer;
  readonly edit: PlanEdit;
  readonly onClose: () => void;
}) {
  const { answer, edit } = props;
  const isTrial = useShownPlan((state) => state.plan_id !== null);
  const [reason, setReason] = useState('');
  const [waiting, setWaiting] = useState(false);
  const holds = leavesContract(answer);
  const move = async (): Promise<void> => {
    setWaiting(true);
    const release = holds && !isTrial && reason.trim() !== '' ? reason.trim() : undefined;
    const done = await applyEdit(edit, release);
    setWaiting(false);
    if (done) props.onClose();
  };
  return (
    <form
      className="move-confirm"
      onSubmit={(event) => {
        event.preventDefault();
        void move();
      }}
    >
      <EffectView answer={answer} />
      <SeatGivenUp answer={answer} isTrial={isTrial} reason={reason} onChange={setReason} />
      <div className="k-form-foot">
        <Button onPress={props.onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={waiting}>
          {breaks(answer) && !(holds && reason.trim() !== '') ? 'Move all the same' : 'Move'}
        </Button>
      </div>
    </form>
  );
}
