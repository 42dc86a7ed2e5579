import { FlaskConical, Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import { useCommands } from '../../state/commands.ts';
import { useJobs } from '../../state/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { useShownPlan } from '../plan-editor/shown-plan.ts';
import { WhatIfDialog } from '../what-if/what-if-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';

/** Why no plan can be begun; null where one can. */
export function useWhyNotPlan(): string | null {
  const busy = useJobs((jobs) =>
    Object.values(jobs.byId).some((job) => job.kind === 'plan' && job.state === 'running'),
  );
  const isTrial = useShownPlan((state) => state.plan_id !== null);
  if (busy) return 'A plan is being made: see the line at the bottom.';
  return isTrial ? 'A trial is shown: go back to the plan in use first.' : null;
}

/** Plans the school that is shown; stands beside its routes. */
export function PlanSchool({ school }: { readonly school: MapSchool }) {
  const [isOpen, setOpen] = useState(false);
  const isTrial = useShownPlan((state) => state.plan_id !== null);
  const [isTrying, setTrying] = useState(false);
  const whyNotTry = isTrial ? 'A trial is shown: go back to the plan in use first.' : null;
  useCommands(
    'what-if',
    useMemo(
      () => [
        {
          id: 'what-if',
          label: `What if at ${school.name}`,
          keywords: 'this school retender bell move lone share merge trial',
          isEnabled: () => whyNotTry ?? true,
          run: () => {
            setTrying(true);
          },
        },
      ],
      [school.name, whyNotTry],
    ),
  );
  return (
    <>
      <Button
        size="small"
        icon={Play}
        disabledReason={useWhyNotPlan()}
        onPress={() => {
          setOpen(true);
        }}
      >
        Plan this school
      </Button>
      <Button
        size="small"
        icon={FlaskConical}
        disabledReason={whyNotTry}
        onPress={() => {
          setTrying(true);
        }}
      >
        What if…
      </Button>
      {isTrying ? (
        <WhatIfDialog
          school={school}
          onClose={() => {
            setTrying(false);
          }}
        />
      ) : null}
      <PlanDialog
        school={school}
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}
