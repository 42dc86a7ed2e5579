import { call } from '../../bridge/bridge.ts';
import { ReasonForm } from './reason-form.tsx';

/** Takes an award back before its provider confirmed. */
export function WithdrawAwardDialog(props: {
  readonly awardId: number;
  readonly title: string;
  readonly onClose: () => void;
}) {
  return (
    <ReasonForm
      title={props.title}
      verb="Take it back"
      done="The award is taken back; the lot can be awarded again."
      label="Why"
      sign={(signed) => call('lots/withdraw-award', { award_id: props.awardId, ...signed })}
      onClose={props.onClose}
    >
      <p>The seats are free and the route is not let. The contract number stays on the record.</p>
    </ReasonForm>
  );
}
