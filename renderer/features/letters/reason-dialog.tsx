import { useState } from 'react';
import type { LetterDue } from '../../../shared/api/views/letters.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/states.tsx';

/** An officer's own words for one letter: why, or what is asked. Kept in the history of the case. */
export function ReasonDialog(props: { readonly letter: LetterDue; readonly onClose: () => void }) {
  const { kind, ref, about, name, reason } = props.letter;
  const [text, setText] = useState(reason);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asks = kind === 'more_information';
  const save = async (): Promise<void> => {
    const answer = await call('letters/reason', { kind, ref, about, text });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    forgetAnswers();
    props.onClose();
  };
  return (
    <Dialog title={`${asks ? 'What is asked' : 'Reason'}: ${name}`} isOpen onClose={props.onClose}>
      <form
        className="letters-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={asks ? 'Please tell us' : 'The reason is'}
          value={text}
          onChange={setText}
          lines={4}
          takesFocus
          description="As the family reads it: short sentences, everyday words. It is kept in the history of the case."
        />
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Keep these words
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
