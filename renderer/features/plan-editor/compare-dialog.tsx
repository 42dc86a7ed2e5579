import './plan-editor.css';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { call } from '../../bridge/bridge.ts';
import type { ComparisonView, PlanHead } from '../../../shared/api/views/edits.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { useChannel } from '../../state/channel.ts';
import { saveHostFile } from '../../state/files.ts';
import { notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AffectedTable } from './affected-table.tsx';
import { figureLines } from './compare-figures.ts';
import { DifferenceMap } from './difference-map.tsx';

/** Two plans side by side. `first` null begins with the plan in use. */
export function CompareDialog(props: {
  readonly first: number | null;
  readonly second: number | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="Compare plans" isOpen={props.isOpen} onClose={props.onClose} width={1120}>
      {props.isOpen ? <Comparing first={props.first} second={props.second} /> : null}
    </Dialog>
  );
}

function Comparing(props: { readonly first: number | null; readonly second: number | null }) {
  const plans = useChannel('edits/plans', {}).data;
  const [a, setA] = useState<string | null>(props.first === null ? null : String(props.first));
  const [b, setB] = useState<string | null>(props.second === null ? null : String(props.second));
  const [shown, setShown] = useState<'figures' | 'map'>('figures');
  const inUse = plans?.find((plan) => plan.kind === 'in_use')?.id ?? null;
  const a_id = a === null ? inUse : Number(a);
  const b_id = b === null ? null : Number(b);
  const input = useMemo(
    () => (a_id === null || b_id === null || a_id === b_id ? null : { a_id, b_id }),
    [a_id, b_id],
  );
  const compared = useChannel('edits/compare', input);
  if (plans === null) return <Spinner label="Reading the plans" />;
  const options = plans.map((plan) => ({ id: String(plan.id), label: planName(plan) }));
  return (
    <div className="compare">
      <div className="compare-choice">
        <Select
          label="First"
          options={options}
          value={a_id === null ? null : String(a_id)}
          onChange={setA}
        />
        <Select label="Second" options={options} value={b} onChange={setB} />
        <Button
          icon={Download}
          disabledReason={compared.data === null ? 'Choose two plans first.' : null}
          onPress={() => {
            if (input !== null) void saveCsv(input);
          }}
        >
          Save as .csv
        </Button>
      </div>
      {input === null ? <p className="soft">Choose two different plans.</p> : null}
      {compared.error === null ? null : (
        <FailureNotice failure={compared.error} onRetry={compared.refetch} />
      )}
      {input !== null && compared.data === null && compared.error === null ? (
        <Spinner label="Comparing child by child" />
      ) : null}
      {input === null || compared.data === null ? null : (
        <Tabs
          label="How they are compared"
          selected={shown}
          onSelect={setShown}
          tabs={[
            { id: 'figures', label: 'Figures and children' },
            { id: 'map', label: 'Map of what differs' },
          ]}
        >
          {shown === 'map' ? (
            <DifferenceMap a_id={input.a_id} b_id={input.b_id} />
          ) : (
            <div className="compare">
              <Compared view={compared.data} />
            </div>
          )}
        </Tabs>
      )}
    </div>
  );
}

/** How a plan is called in a list. */
function planName(plan: PlanHead): string {
  if (plan.kind === 'in_use') return 'The plan in use';
  return plan.trial === null
    ? `Plan of ${formatDate(plan.made_on)}, no. ${plan.id}`
    : plan.trial.name;
}

async function saveCsv(input: { readonly a_id: number; readonly b_id: number }): Promise<void> {
  const answer = await call('edits/export', input);
  if (answer.ok) await saveHostFile(answer.value.file_id, answer.value.name);
  else notifyFailure(answer.error);
}

function Compared({ view }: { readonly view: ComparisonView }) {
  const { a, b, routes, children, settled, gained } = view;
  const more = b.cost_year_pence - a.cost_year_pence;
  const money =
    more === 0
      ? 'Both cost the same'
      : `The second costs ${formatPounds(Math.abs(more))} a year ${more > 0 ? 'more' : 'less'}`;
  return (
    <>
      <p className="compare-headline">
        {money}; {formatCount(children.length)} of {formatQuantity(settled, 'child', 'children')} on
        a route are affected
        {gained.length === 0 ? '' : `, and ${formatCount(gained.length)} get a route`}.
      </p>
      <p className="soft">
        Routes: {formatCount(routes.same)} the same, {formatCount(routes.changed)} changed,{' '}
        {formatCount(routes.only_a)} only in the first, {formatCount(routes.only_b)} only in the
        second.
      </p>
      <table className="compare-figures">
        <caption className="visually-hidden">What each plan comes to</caption>
        <thead>
          <tr>
            <th scope="col">Of each plan</th>
            <th scope="col">{planName(view.heads.a)}</th>
            <th scope="col">{planName(view.heads.b)}</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {figureLines(view).map((line) => (
            <tr key={line.label}>
              <th scope="row">{line.label}</th>
              <td className="number">{line.a}</td>
              <td className="number">{line.b}</td>
              <td className="number">{line.difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <AffectedTable view={view} />
    </>
  );
}
