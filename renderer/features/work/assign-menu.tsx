import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers, useChannel } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { MenuButton } from '../../ui/menu.tsx';

/** Gives applications to an officer, '' for nobody, and tells of it. */
export async function assign(clientIds: readonly number[], officer: string): Promise<boolean> {
  const answer = await call('work/assign', { client_ids: [...clientIds], officer });
  if (!answer.ok) {
    notifyFailure(answer.error);
    return false;
  }
  const { changed } = answer.value;
  notify({
    tone: 'good',
    text:
      changed === 0
        ? 'Nothing changed: it stood so already.'
        : `${formatQuantity(changed, 'application')} assigned to ${officer === '' ? 'nobody' : officer}.`,
  });
  forgetAnswers();
  return true;
}

/** To me, to a colleague, to somebody new, to nobody. */
export function AssignMenu(props: {
  readonly clientIds: readonly number[];
  readonly label: string;
  /** Whose it is now, where it is one application. */
  readonly now?: string;
  readonly onDone?: () => void;
}) {
  const me = useSession((session) => session.info?.officer ?? '');
  const { data: officers } = useChannel('work/officers', {});
  const [naming, setNaming] = useState(false);
  const give = async (officer: string): Promise<void> => {
    if (await assign(props.clientIds, officer)) props.onDone?.();
  };
  const others = (officers ?? []).filter((name) => name !== me && name !== props.now);
  return (
    <>
      <MenuButton
        label={props.label}
        icon={UserRoundPlus}
        lines={[
          ...(me === '' || me === props.now
            ? []
            : [{ id: '*me', label: `Me: ${me}`, run: () => void give(me) }]),
          ...others.map((name) => ({ id: name, label: name, run: () => void give(name) })),
          {
            id: '*other',
            label: 'Somebody else…',
            run: () => {
              setNaming(true);
            },
          },
          ...(props.now === ''
            ? []
            : [{ id: '*nobody', label: 'Nobody', run: () => void give('') }]),
        ]}
      />
      {naming ? (
        <NameDialog
          onName={(name) => {
            setNaming(false);
            void give(name);
          }}
          onClose={() => {
            setNaming(false);
          }}
        />
      ) : null}
    </>
  );
}

function NameDialog(props: {
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  return (
    <Dialog title="Assign to somebody else" isOpen onClose={props.onClose} width={420}>
      <form
        className="apps-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') props.onName(name.trim());
        }}
      >
        <TextField
          label="Officer’s name"
          value={name}
          onChange={setName}
          takesFocus
          description="As they give it at their own machine, so that it shows there as theirs."
        />
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            disabledReason={name.trim() === '' ? 'Give the name.' : null}
          >
            Assign
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
