import { FilePlus2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCommands } from '../../state/commands.ts';
import { stay } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { NewApplicationDialog } from './new-application-dialog.tsx';

/** Enters an application by hand, from the list and from the palette. */
export function NewApplicationButton() {
  const [isOpen, setOpen] = useState(false);
  useCommands(
    'new-application',
    useMemo(
      () => [
        {
          id: 'new-application',
          label: 'New application by hand',
          isEnabled: () => true,
          run: () => {
            setOpen(true);
          },
        },
        {
          id: 'oldest-first',
          label: 'Show the longest waiting first',
          isEnabled: () => true,
          run: () => {
            stay('#/applications?sort=age');
          },
        },
      ],
      [],
    ),
  );
  return (
    <>
      <Button
        icon={FilePlus2}
        onPress={() => {
          setOpen(true);
        }}
      >
        New application
      </Button>
      {isOpen ? (
        <NewApplicationDialog
          known={null}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
