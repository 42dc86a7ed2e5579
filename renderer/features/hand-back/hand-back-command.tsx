import { useMemo } from 'react';
import { useCommands } from '../../state/commands.ts';

/** Handing back the contract of the route that is selected, from the palette. Draws nothing. */
export function HandBackCommand(props: {
  /** Why it cannot be handed back; null where it can. */
  readonly disabledReason: string | null;
  readonly onRun: () => void;
}) {
  const { disabledReason, onRun } = props;
  useCommands(
    'hand-back',
    useMemo(
      () => [
        {
          id: 'hand-back',
          label: 'Hand back the selected route’s contract',
          isEnabled: () => disabledReason ?? true,
          run: onRun,
        },
      ],
      [disabledReason, onRun],
    ),
  );
  return null;
}
