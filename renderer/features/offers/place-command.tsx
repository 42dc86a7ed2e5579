import { useMemo } from 'react';
import { useCommands } from '../../state/commands.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { findPlace } from './place-state.ts';

/** Looking for a place for the child who is selected, from the palette. Draws nothing. */
export function FindPlaceCommand({ clientId }: { readonly clientId: number }) {
  const isOnMap = usePlace((place) => place.name === 'map');
  useCommands(
    'find-place',
    useMemo(
      () => [
        {
          id: 'find-place',
          label: 'Find a place for the selected child',
          isEnabled: () => true,
          run: () => {
            findPlace(clientId);
            if (!isOnMap) go(hrefOf('map'));
          },
        },
      ],
      [clientId, isOnMap],
    ),
  );
  return null;
}
