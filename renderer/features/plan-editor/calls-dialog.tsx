import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useCalls, type AskedCalls } from './calls-state.ts';
import { applyEdit } from './editor-state.ts';
import { EffectView } from './effect-view.tsx';

/** An order of calls that breaks a rule, looked at before it is set. */
export function CallsDialog() {
  const asked = useCalls((state) => state.asked);
  return (
    <Dialog title="Order of calls" isOpen={asked !== null} onClose={close} width={640}>
      {asked === null ? null : <Setting asked={asked} />}
    </Dialog>
  );
}

function close(): void {
  useCalls.setState({ asked: null });
}

function Setting({ asked }: { readonly asked: AskedCalls }) {
  const { edit, answer } = asked;
  const [waiting, setWaiting] = useState(false);
  const set = async (): Promise<void> => {
    setWaiting(true);
    const done = await applyEdit(edit);
    setWaiting(false);
    if (done) close();
  };
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <p>{answer.sentence}.</p>
      <EffectView answer={answer} />
      <div className="k-form-foot">
        <Button onPress={close}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={waiting}>
          Set it all the same
        </Button>
      </div>
    </form>
  );
}
