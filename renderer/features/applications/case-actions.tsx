import {
  CircleHelp,
  FilePlus2,
  FileSignature,
  Flag,
  Forward,
  Hand,
  ListChecks,
  MessageSquareReply,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import { movesFrom } from '../../../shared/casework/life.ts';
import { isUndecided, standingStep } from '../../../shared/casework/stage.ts';
import { isDecided } from '../../../shared/casework/status.ts';
import { useCommands, type Command } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { AnswerDialog, AskDialog } from '../life/information-dialogs.tsx';
import { StepDialog, STEP_VERBS, TakeBackDialog } from '../life/step-dialogs.tsx';
import { NewApplicationDialog } from '../new-application/new-application-dialog.tsx';
import { nextAction, openRequest, type CaseAction } from './case-next.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { HeldDialog } from './held-dialog.tsx';
import { StatusDialog } from './status-dialog.tsx';
import { childName } from './words.ts';

interface CaseCommand extends Command {
  readonly id: CaseAction;
  readonly icon: LucideIcon;
}

/** Those that stand beside the next one as buttons; the others are in the menu. */
const BESIDE: readonly CaseAction[] = [
  'decide-held',
  'sign-decision',
  'next-step',
  'ask-information',
];

/** What can be done with the case: what comes next first, the others beside it, what is rarer in a menu. */
export function CaseActions(props: {
  readonly page: CasePage;
  /** null without a request, or while the rules are still being tried. */
  readonly decisions: DecisionPage | null;
  /** Another screen within this one has the primary button. */
  readonly isQuiet: boolean;
}) {
  const { page, decisions } = props;
  const [open, setOpen] = useState<CaseAction | null>(null);
  const commands = useMemo(() => caseCommands(page, decisions, setOpen), [page, decisions]);
  useCommands('case-state', commands);
  const next = nextAction(page, decisions);
  const can = commands.filter(
    (command) => command.id === 'sign-decision' || command.isEnabled() === true,
  );
  const first = can.find(({ id }) => id === next);
  const beside = can.filter(({ id }) => id !== next && BESIDE.includes(id));
  const more = can.filter(({ id }) => id !== next && !BESIDE.includes(id));
  const show = ({ id, label, icon, isEnabled, run }: CaseCommand) => {
    const enabled = isEnabled();
    return (
      <Button
        key={id}
        icon={icon}
        variant={id === next && !props.isQuiet ? 'primary' : 'secondary'}
        disabledReason={enabled === true ? null : enabled}
        onPress={run}
      >
        {label}
      </Button>
    );
  };
  return (
    <div className="case-actions">
      {first === undefined ? null : show(first)}
      {page.application === null ? null : beside.map(show)}
      {more.length === 0 ? null : (
        <MenuButton label="More" aria-label="More for this case" lines={more} />
      )}
      <ActionDialog
        page={page}
        decisions={decisions}
        open={open}
        onClose={() => {
          setOpen(null);
        }}
      />
    </div>
  );
}

function caseCommands(
  page: CasePage,
  decisions: DecisionPage | null,
  open: (action: CaseAction) => void,
): readonly CaseCommand[] {
  const { application } = page;
  const none = 'There is no request: enter an application first.';
  const reading = 'The rules are still being tried.';
  const held = application !== null && application.held_reason !== '';
  const undecided = application !== null && isUndecided(application.status);
  const again = decisions !== null && decisions.decisions.length > 0;
  const step = decisions?.next_step ?? null;
  const command = (
    id: CaseAction,
    label: string,
    icon: LucideIcon,
    keywords: string,
    enabled: true | string,
  ): CaseCommand => ({
    id,
    label,
    icon,
    keywords,
    isEnabled: () => enabled,
    run: () => {
      open(id);
    },
  });
  const stuck =
    application === null
      ? none
      : movesFrom(application.status).length === 0
        ? 'It is decided: sign a new decision.'
        : true;
  return [
    command('decide-held', 'Decide what is held', Hand, 'accept refuse take into use held', held || 'It is not held.'), // prettier-ignore
    command(
      'next-step',
      step === null ? 'Next step' : STEP_VERBS[step],
      Forward,
      'hand over in place client transport',
      step === null ? 'No step can be signed now: see Eligibility and decisions.' : true,
    ),
    command(
      'answer-information',
      'Record the answer',
      MessageSquareReply,
      'information answered chased',
      openRequest(decisions) === null ? 'Nothing that was asked waits for an answer.' : true,
    ),
    command(
      'sign-decision',
      again ? 'Sign a new decision' : 'Sign a decision',
      FileSignature,
      'decide eligibility award refuse rules',
      application === null
        ? none
        : held
          ? 'The application is held: decide first whether it is taken into use.'
          : decisions === null
            ? reading
            : true,
    ),
    command(
      'ask-information',
      'Ask for information',
      CircleHelp,
      'more information question',
      application === null
        ? none
        : !undecided
          ? 'It is decided.'
          : decisions === null
            ? reading
            : true,
    ),
    command('set-state', 'Set state', ListChecks, 'status move checking more information', stuck),
    command('new-application', 'New application', FilePlus2, 'enter request again renew', true),
    command(
      'end-application',
      STEP_VERBS.ended,
      Flag,
      'end leave stop',
      application !== null && decisions !== null && isDecided(application)
        ? true
        : 'Only what is decided can be ended.',
    ),
    command(
      'take-back-step',
      'Take the last step back',
      Undo2,
      'undo step',
      decisions !== null && standingStep(decisions.steps) !== null
        ? true
        : 'No step after the decision is signed.',
    ),
  ];
}

function ActionDialog(props: {
  readonly page: CasePage;
  readonly decisions: DecisionPage | null;
  readonly open: CaseAction | null;
  readonly onClose: () => void;
}) {
  const { page, decisions, open, onClose } = props;
  const { client } = page;
  if (open === 'decide-held') return <HeldDialog clientId={client.id} onClose={onClose} />;
  if (open === 'set-state') return <StatusDialog page={page} onClose={onClose} />;
  if (open === 'new-application') {
    const known = { client_id: client.id, name: childName(client), ref: client.ref };
    return <NewApplicationDialog known={known} onClose={onClose} />;
  }
  if (open === null || decisions === null) return null;
  const request = openRequest(decisions);
  const step = open === 'end-application' ? 'ended' : decisions.next_step;
  if (open === 'sign-decision')
    return <DecideDialog casePage={page} page={decisions} onClose={onClose} />;
  if (open === 'ask-information') return <AskDialog page={decisions} onClose={onClose} />;
  if (open === 'take-back-step') return <TakeBackDialog page={decisions} onClose={onClose} />;
  if (open === 'answer-information') {
    return request === null ? null : (
      <AnswerDialog page={decisions} request={request} onClose={onClose} />
    );
  }
  return step === null ? null : <StepDialog page={decisions} kind={step} onClose={onClose} />;
}
