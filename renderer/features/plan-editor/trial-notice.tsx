import { useMemo, useState } from 'react';
import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import { useCommands } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { showPlan } from './shown-plan.ts';
import { UseDialog, type ToUse } from './use-dialog.tsx';

/** Says on the map that a trial is shown and not the plan in use, with what can be done with it. */
export function TrialNotice({ plan }: { readonly plan: PlanSummary | null }) {
  const [isComparing, setComparing] = useState(false);
  const [using, setUsing] = useState<ToUse | null>(null);
  const isTrial = plan !== null && plan.status === 'superseded';
  const called = plan?.trial?.name ?? 'the earlier plan';
  const id = plan?.id ?? 0;
  useCommands(
    'trial',
    useMemo(
      () =>
        isTrial
          ? [
              {
                id: 'trial-use',
                label: `Put “${called}” in use`,
                isEnabled: () => true,
                run: () => {
                  setUsing({ id, name: `“${called}”` });
                },
              },
              {
                id: 'trial-compare',
                label: `Compare “${called}” with the plan in use`,
                keywords: 'differences map figures',
                isEnabled: () => true,
                run: () => {
                  setComparing(true);
                },
              },
            ]
          : [],
      [isTrial, called, id],
    ),
  );
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
                setUsing({ id: plan.id, name });
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
      <UseDialog
        plan={using}
        onClose={() => {
          setUsing(null);
        }}
      />
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
