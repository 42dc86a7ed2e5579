import './plan-editor.css';
import { useState } from 'react';
import type { PlanHead } from '../../../shared/api/views/edits.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Badge, StateMark } from '../../ui/mark.tsx';
import { Spinner } from '../../ui/states.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { checkAgain, copyPlan, deleteTrial, freezePlan, withdrawApproval } from './plan-deeds.ts';
import { showPlan, useShownPlan } from './shown-plan.ts';
import { UseDialog } from './use-dialog.tsx';

/** All plans that are kept: show, copy, compare, put in use, freeze, delete. */
export function PlansDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Plans" isOpen={props.isOpen} onClose={props.onClose} width={760}>
      <PlanList onClose={props.onClose} />
    </Dialog>
  );
}

/** What is asked before something is done with a plan. */
type Asking =
  | { readonly kind: 'copy'; readonly plan: PlanHead }
  | { readonly kind: 'freeze'; readonly plan: PlanHead }
  | { readonly kind: 'withdraw'; readonly plan: PlanHead }
  | { readonly kind: 'compare'; readonly plan: PlanHead }
  | { readonly kind: 'use'; readonly plan: PlanHead };

function PlanList({ onClose }: { readonly onClose: () => void }) {
  const { data } = useChannel('edits/plans', {});
  const [asking, setAsking] = useState<Asking | null>(null);
  if (data === null) return <Spinner label="Reading the plans" />;
  if (data.length === 0)
    return <p>No plan was made yet. Plan the county; the plan can then be copied and tried out.</p>;
  const stop = (): void => {
    setAsking(null);
  };
  return (
    <>
      <ul className="plan-list">
        {data.map((plan) => (
          <li key={plan.id}>
            <OnePlan plan={plan} onAsk={setAsking} onClose={onClose} />
            {isForm(asking) && asking.plan.id === plan.id ? (
              <AskForm asking={asking} onDone={stop} onCopied={onClose} />
            ) : null}
          </li>
        ))}
      </ul>
      <UseDialog
        plan={
          asking?.kind === 'use' ? { id: asking.plan.id, name: withinSentence(asking.plan) } : null
        }
        onClose={stop}
      />
      <CompareDialog
        first={null}
        second={asking?.kind === 'compare' ? asking.plan.id : null}
        isOpen={asking?.kind === 'compare'}
        onClose={stop}
      />
    </>
  );
}

function nameOf(plan: PlanHead): string {
  if (plan.kind === 'in_use') return 'The plan in use';
  return plan.trial === null ? `Plan of ${formatDate(plan.made_on)}` : plan.trial.name;
}

type AskedByForm = Extract<Asking, { readonly kind: 'copy' | 'freeze' | 'withdraw' }>;

/** What is asked below the plan's own line; the rest has a dialog of its own. */
function isForm(asking: Asking | null): asking is AskedByForm {
  return asking !== null && asking.kind !== 'compare' && asking.kind !== 'use';
}

function withinSentence(plan: PlanHead): string {
  return plan.trial === null ? `the plan of ${formatDate(plan.made_on)}` : `“${plan.trial.name}”`;
}

function OnePlan(props: {
  readonly plan: PlanHead;
  readonly onAsk: (asking: Asking) => void;
  readonly onClose: () => void;
}) {
  const { plan, onAsk } = props;
  const shown = useShownPlan((state) => state.plan_id);
  const isShown = plan.kind === 'in_use' ? shown === null : shown === plan.id;
  const ask = (kind: Asking['kind']) => () => {
    onAsk({ kind, plan });
  };
  return (
    <div className="plan-line">
      <div className="plan-line-main">
        <strong>{nameOf(plan)}</strong> <PlanState plan={plan} />
        {isShown ? <Badge tone="info">On the map</Badge> : null}
        {plan.trial === null || plan.trial.note === '' ? null : <p>{plan.trial.note}</p>}
        <p className="soft">
          {formatQuantity(plan.clients, 'client')} on {formatQuantity(plan.routes, 'route')},{' '}
          {formatPounds(plan.cost_year_pence)} a year
          {plan.locked_routes === 0 ? '' : `, ${formatCount(plan.locked_routes)} locked`}
        </p>
        <p className="plan-line-marks">
          {plan.unallocated === 0 ? null : (
            <StateMark tone="danger">{formatCount(plan.unallocated)} unallocated</StateMark>
          )}
          {plan.broken === 0 ? (
            <StateMark tone="good">No broken rule</StateMark>
          ) : (
            <StateMark tone="danger">{formatQuantity(plan.broken, 'broken rule')}</StateMark>
          )}
          {plan.stale.length === 0 ? null : (
            <StateMark tone="warning">Records changed since</StateMark>
          )}
        </p>
      </div>
      <div className="plan-line-does">
        {isShown ? null : (
          <Button
            size="small"
            onPress={() => {
              showPlan(plan.kind === 'in_use' ? null : plan.id);
              props.onClose();
            }}
          >
            Show on map
          </Button>
        )}
        <Button size="small" onPress={ask('copy')}>
          Copy
        </Button>
        {plan.kind === 'in_use' ? <InUseDeeds plan={plan} onAsk={onAsk} /> : null}
        {plan.kind === 'in_use' ? null : (
          <>
            <Button size="small" onPress={ask('compare')}>
              Compare
            </Button>
            <Button size="small" onPress={ask('use')}>
              Put in use
            </Button>
          </>
        )}
        {plan.trial === null ? null : (
          <Button
            size="small"
            variant="quiet"
            onPress={() => void deleteTrial(plan.id, plan.trial?.name ?? '')}
          >
            Delete
          </Button>
        )}
      </div>
    </div>
  );
}

function InUseDeeds(props: { readonly plan: PlanHead; readonly onAsk: (asking: Asking) => void }) {
  const { plan, onAsk } = props;
  if (plan.frozen !== null) return null;
  if (plan.approved_by === '')
    return (
      <Button size="small" onPress={() => void checkAgain(plan.id)}>
        Check again
      </Button>
    );
  return (
    <>
      <Button
        size="small"
        onPress={() => {
          onAsk({ kind: 'freeze', plan });
        }}
      >
        Freeze
      </Button>
      <Button
        size="small"
        variant="quiet"
        onPress={() => {
          onAsk({ kind: 'withdraw', plan });
        }}
      >
        Take approval back
      </Button>
    </>
  );
}

function PlanState({ plan }: { readonly plan: PlanHead }) {
  if (plan.frozen !== null) return <Badge tone="good">Frozen by {plan.frozen.by}</Badge>;
  if (plan.approved_by !== '') return <Badge tone="good">Approved by {plan.approved_by}</Badge>;
  if (plan.kind === 'trial') return <Badge>Trial</Badge>;
  return <Badge>{plan.kind === 'earlier' ? 'Earlier' : 'Draft'}</Badge>;
}

function AskForm(props: {
  readonly asking: AskedByForm;
  readonly onDone: () => void;
  readonly onCopied: () => void;
}) {
  const { kind, plan } = props.asking;
  const isCopy = kind === 'copy';
  const [first, setFirst] = useState(isCopy ? '' : officerName());
  const [second, setSecond] = useState('');
  const words = WORDS[kind];
  const needsSecond = kind === 'withdraw';
  const lacks = first.trim() === '' || (needsSecond && second.trim() === '');
  const run = async (): Promise<void> => {
    if (lacks) return;
    const [one, two] = [first.trim(), second.trim()];
    const done =
      kind === 'freeze'
        ? await freezePlan(plan.id, one)
        : kind === 'withdraw'
          ? await withdrawApproval(plan.id, one, two)
          : await copyPlan(plan.id, one, two);
    if (!done) return;
    props.onDone();
    if (isCopy) props.onCopied();
  };
  return (
    <form
      className="plan-ask"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <p>{words.text}</p>
      <TextField label={words.first} value={first} onChange={setFirst} isRequired takesFocus />
      {words.second === null ? null : (
        <TextField
          label={words.second}
          value={second}
          onChange={setSecond}
          lines={2}
          isRequired={needsSecond}
        />
      )}
      <div className="k-form-foot">
        <Button onPress={props.onDone}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          disabledReason={lacks ? 'Fill in what is asked first.' : null}
        >
          {words.button}
        </Button>
      </div>
    </form>
  );
}

const WORDS = {
  copy: {
    text: 'A copy is a trial: it can be edited and compared, and changes nothing for a child until it is put in use.',
    first: 'Name of the trial',
    second: 'Note',
    button: 'Copy plan',
  },
  freeze: {
    text: 'Nothing changes a frozen plan, neither an edit nor planning again; only a copy put in its place. It cannot be thawed.',
    first: 'Frozen by',
    second: null,
    button: 'Freeze plan',
  },
  withdraw: {
    text: 'The plan becomes a draft again and can be edited. Who took the approval back and why is kept.',
    first: 'Taken back by',
    second: 'Reason',
    button: 'Take approval back',
  },
} as const;
