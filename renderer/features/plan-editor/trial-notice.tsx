import { useState } from 'react';
import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import { Button } from '../../ui/button.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { putInUse } from './plan-deeds.ts';
import { showPlan } from './shown-plan.ts';

/** Says on the map that a trial is shown and not the plan in use, with what can be done with it. */
export function TrialNotice({ plan }: { readonly plan: PlanSummary | null }) {
  const [isComparing, setComparing] = useState(false);
  if (plan === null || plan.status !== 'superseded') return null;
  const name = plan.trial === null ? 'an earlier plan' : `the trial “${plan.trial.name}”`;
  return (
    <>
      <NoticeBar
        tone="info"
        title={`This is ${name}, not the plan in use. What is changed here changes nothing for a child.`}
        action={
          <span className="trial-does">
            <Button
              size="small"
              onPress={() => {
                setComparing(true);
              }}
            >
              Compare with the plan in use
            </Button>
            <Button
              size="small"
              onPress={() => {
                void putInUse(plan.id);
              }}
            >
              Put in use
            </Button>
            <Button
              size="small"
              variant="quiet"
              onPress={() => {
                showPlan(null);
              }}
            >
              Back to the plan in use
            </Button>
          </span>
        }
      >
        {plan.trial?.note ?? ''}
      </NoticeBar>
      <CompareDialog
        first={null}
        second={plan.id}
        isOpen={isComparing}
        onClose={() => {
          setComparing(false);
        }}
      />
    </>
  );
}
