import { useState } from 'react';
import type { EditAnswer, TargetAnswer } from '../../../shared/api/views/edits.ts';
import type { PlanEdit } from '../../../shared/edits/edit.ts';
import { useChannel } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
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
import { useShownPlan } from './shown-plan.ts';

/** Moves a client by choosing: the best three places with price and ride, or any route to the school. The keyboard's way to drag. */
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

/** The audit's word for a client on another route than the contract that carries them. */
const LEAVES_CONTRACT = 'taken_off_contract';

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

/** Any other route to the same school, at its best place. */
function OtherRoute(props: {
  readonly asked: Asked;
  readonly school_urn: number | null;
  readonly edit: PlanEdit | null;
  readonly onChoose: (edit: PlanEdit) => void;
}) {
  const { asked, school_urn } = props;
  const { from_id } = asked.dragged;
  const plan_id = useShownPlan((state) => state.plan_id);
  const rows = useChannel(
    'routes/query',
    school_urn === null ? null : { school_urn, ...(plan_id === null ? {} : { plan_id }) },
  ).data;
  const options = (rows ?? [])
    .filter((row) => row.id !== from_id && !row.locked)
    .map((row) => ({
      id: String(row.id),
      label: row.ref,
      detail: `${row.vehicle}, ${row.clients} of ${row.seats + row.wheelchairs}`,
    }));
  const { edit } = props;
  const chosen =
    edit !== null && 'to' in edit && 'route_id' in edit.to ? String(edit.to.route_id) : null;
  return (
    <Select
      label="Another route to the school"
      options={options}
      value={options.some((each) => each.id === chosen) ? chosen : null}
      placeholder={options.length === 0 ? 'No other route goes there' : 'Choose a route'}
      onChange={(id) => {
        props.onChoose(moveTo(asked.dragged, { route_id: Number(id), position: null }));
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
  const holds = answer.effect.came.some((each) => each.code === LEAVES_CONTRACT);
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
      {holds && isTrial ? (
        <NoticeBar tone="warning" title="A running contract carries them">
          A trial gives up no seat: release them from the contract once the trial is in use.
        </NoticeBar>
      ) : null}
      {holds && !isTrial ? (
        <TextField
          label="Release from the contract, with this reason"
          value={reason}
          onChange={setReason}
          description="A running contract carries them. Without a reason they keep their seat there and the audit goes on saying so."
        />
      ) : null}
      <div className="k-form-foot">
        <Button onPress={props.onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={waiting}>
          {breaks(answer) && !(holds && reason.trim() !== '') ? 'Move all the same' : 'Move'}
        </Button>
      </div>
    </form>
  );
}
