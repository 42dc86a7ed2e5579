import { useMemo } from 'react';
import { useCommands, type Command } from '../../state/commands.ts';
import { useSession } from '../../state/session.ts';
import { assign } from './assign-menu.tsx';

/** Taking and giving back the case shown, from the palette. Draws nothing. */
export function AssignCommands(props: { readonly clientId: number; readonly now: string }) {
  const me = useSession((session) => session.info?.officer ?? '');
  const { clientId, now } = props;
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'assign-me',
        label: 'Assign this case to me',
        isEnabled: () => {
          if (me === '') return 'Say your name at the top right first.';
          return now !== me || 'It is yours already.';
        },
        run: () => void assign([clientId], me),
      },
      {
        id: 'assign-nobody',
        label: 'Assign this case to nobody',
        isEnabled: () => now !== '' || 'It is assigned to nobody.',
        run: () => void assign([clientId], ''),
      },
    ],
    [clientId, me, now],
  );
  useCommands('assign', commands);
  return null;
}
