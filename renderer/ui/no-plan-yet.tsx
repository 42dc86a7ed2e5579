import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { go, hrefOf } from '../state/place.ts';
import { Button } from './button.tsx';
import { EmptyState } from './states.tsx';

/** What stands on a screen that shows a plan while there is none: why, and the way to the map where one is made. */
export function NoPlanYet(props: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <EmptyState
      icon={props.icon}
      title={props.title}
      action={
        <Button
          variant="primary"
          onPress={() => {
            go(hrefOf('map'));
          }}
        >
          Go to the map to plan
        </Button>
      }
    >
      {props.children}
    </EmptyState>
  );
}
