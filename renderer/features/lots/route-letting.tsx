import { useState } from 'react';
import type { RouteDetail } from '../../../shared/api/views/plan.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { useShownPlan } from '../plan-editor/shown-plan.ts';
import { DirectAwardDialog } from './direct-award-dialog.tsx';
import { PutOutButton } from './put-out-button.tsx';

/** What can be done to let a route of the plan in use: a tender, or in an emergency an award without one. */
export function RouteLetting({ detail }: { readonly detail: RouteDetail }) {
  const { route } = detail;
  const isTrial = useShownPlan((state) => state.plan_id !== null);
  const on = useSession((state) => state.info?.store?.today ?? null);
  const [awarding, setAwarding] = useState(false);
  if (isTrial || on === null) return null;
  const { contract } = detail;
  const isLet = contract !== null && contract.confirmed && contract.ends_on >= on;
  return (
    <>
      <PutOutButton refs={[route.ref]} isOneRoute />
      {isLet ? null : (
        <Button
          size="small"
          onPress={() => {
            setAwarding(true);
          }}
        >
          Award directly…
        </Button>
      )}
      {awarding ? (
        <DirectAwardDialog
          routeRef={route.ref}
          on={on}
          hasAssistant={route.assistant}
          onClose={() => {
            setAwarding(false);
          }}
        />
      ) : null}
    </>
  );
}
