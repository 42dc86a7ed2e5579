import './placement.css';
import { Scale } from 'lucide-react';
import { useMemo } from 'react';
import { useCommands } from '../../state/commands.ts';
import { go, hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';

/** The way from a case to the schools that could meet the child's need. */
export function PlacementLink({ client_id }: { readonly client_id: number }) {
  const href = hrefOf('costs', ['placement', 'name', client_id]);
  useCommands(
    'case-placement',
    useMemo(
      () => [
        {
          id: 'compare-schools',
          label: 'Compare schools for this child',
          keywords: 'placement name nearest suitable preference cost distance places',
          isEnabled: () => true,
          run: () => {
            go(href);
          },
        },
      ],
      [href],
    ),
  );
  return (
    <div className="placement-link">
      <Button
        icon={Scale}
        size="small"
        onPress={() => {
          go(href);
        }}
      >
        Compare schools
      </Button>
    </div>
  );
}
