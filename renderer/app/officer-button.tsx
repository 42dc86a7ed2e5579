import { UserRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useSession } from '../state/session.ts';
import { officerName, setOfficer } from '../state/officer.ts';
import { useCommands } from '../state/commands.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';

/** Who works at this machine, and the way to say so. */
export function OfficerButton() {
  const name = useSession((session) => session.info?.officer ?? '');
  const [open, setOpen] = useState(false);
  useCommands(
    'officer',
    useMemo(
      () => [
        {
          id: 'officer',
          label: 'Say who works here',
          keywords: 'my name officer sign user',
          isEnabled: () => true,
          run: () => {
            setOpen(true);
          },
        },
      ],
      [],
    ),
  );
  return (
    <>
      <Button
        variant="quiet"
        icon={UserRound}
        label={
          name === '' ? 'Your name: say who works here' : `${name} works here. Change the name`
        }
        onPress={() => {
          setOpen(true);
        }}
      >
        {name === '' ? 'Your name' : name}
      </Button>
      {open ? (
        <OfficerDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

function OfficerDialog(props: { readonly onClose: () => void }) {
  const [name, setName] = useState(officerName);
  const keep = async (): Promise<void> => {
    if (await setOfficer(name)) props.onClose();
  };
  return (
    <Dialog title="Who works here" isOpen onClose={props.onClose}>
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          label="Your name"
          value={name}
          onChange={setName}
          takesFocus
          description="Stands in the history beside what you change, is offered where you sign, and says which cases are yours. Kept on this machine."
        />
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Keep name
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
