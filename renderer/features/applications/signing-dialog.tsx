import { useState, type ReactNode } from 'react';
import type { Failure, Result } from '../../../shared/kernel/result.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { keepOfficer } from '../../state/officer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/states.tsx';

/** A form that ends in a name: says all that is still wanting, signs, and tells of it. */
export function SigningDialog(props: {
  readonly title: string;
  /** Pixels; 680 unless told. */
  readonly width?: number;
  readonly verb: string;
  readonly done: string;
  readonly problems: readonly string[];
  readonly signedBy: string;
  readonly sign: () => Promise<Result<unknown>>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const { problems } = props;
  const sign = async (): Promise<void> => {
    setPending(true);
    const answer = await props.sign();
    setPending(false);
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    keepOfficer(props.signedBy);
    notify({ tone: 'good', text: props.done });
    forgetAnswers();
    props.onClose();
  };
  return (
    <Dialog title={props.title} isOpen onClose={props.onClose} width={props.width ?? 680}>
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (problems.length === 0 && !pending) void sign();
        }}
      >
        {props.children}
        {problems.length === 0 ? null : (
          <div>
            <span className="soft">Still wanting:</span>
            <ul className="rule-missing">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            isPending={pending}
            disabledReason={problems[0] ?? null}
          >
            {props.verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
