import { FileSpreadsheet, FileText } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ForecastBase, SavedScenario } from '../../../shared/api/views/scenarios.ts';
import { formatPounds, formatShortPounds } from '../../../shared/format/money.ts';
import { formatCount, formatPercent } from '../../../shared/format/number.ts';
import {
  CENTRAL,
  SCENARIO_SOURCES,
  type Scenario,
} from '../../../shared/pressure/forecast/assumptions.ts';
import { budgetSentence } from '../../../shared/pressure/forecast/budget-words.ts';
import { USUAL_EFFORT } from '../../../shared/pressure/forecast/next-year.ts';
import type { HeldYear } from '../../../shared/pressure/forecast/held-budget.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { exportSummary } from './export-buttons.tsx';
import { HeldBudgetDialog } from './held-budget.tsx';
import { draw, nameOf, type Drawn } from './outlook-drawn.ts';
import { Fan } from './outlook-fan.tsx';
import { ScenarioBar } from './scenario-bar.tsx';
import { ScenarioForm } from './scenario-form.tsx';
import { Tornado } from './tornado.tsx';

/** As many draws as a step of a slider has time for; the terminal's forecast draws as many as are asked. */
const { draws: DRAWS, seed: SEED } = USUAL_EFFORT;
const SPANS = ['3', '5', '10'] as const;
type Span = (typeof SPANS)[number];

/** What the years after this one may cost: assumptions by slider, a fan, what matters most, and what would meet the budget. */
export function OutlookPanel() {
  const base = useChannel('costs/forecast-base', {});
  const saved = useChannel('scenarios/list', {});
  const failure = base.error ?? saved.error;
  if (base.data === null || saved.data === null)
    return failure === null ? (
      <Spinner label="Grouping the clients" />
    ) : (
      <FailureNotice failure={failure} onRetry={base.refetch} />
    );
  return <Outlook base={base.data} saved={saved.data} />;
}

function Outlook({ base, saved }: { base: ForecastBase; saved: readonly SavedScenario[] }) {
  const [scenario, setScenario] = useState<Scenario>(CENTRAL);
  const [span, setSpan] = useState<Span>('5');
  // The sliders stay with the finger; the picture follows as soon as it is drawn.
  const drawn = useDeferredValue(scenario);
  const made = useMemo(() => draw(base, drawn, Number(span)), [base, drawn, span]);
  const [opened, setOpened] = useState<HeldYear | null>(null);
  return (
    <div className="costs-stack">
      <div className="costs-sides">
        <ScenarioBar scenario={scenario} saved={saved} onChoose={setScenario} />
        <Select
          label="Years"
          options={SPANS.map((id) => ({ id, label: `${id} years` }))}
          value={span}
          onChange={setSpan}
        />
      </div>
      <TakeAway scenario={scenario} />
      <div className="outlook-pair">
        <ScenarioForm base={base} scenario={scenario} onChange={setScenario} />
        <Fan base={base} made={made} scenario={drawn} saved={saved} onOpen={setOpened} />
      </div>
      <div className="costs-pair">
        <Tornado made={made} lastYear={nameOf(base, Number(span))} />
        <Switching base={base} made={made} scenario={drawn} />
      </div>
      {saved.length === 0 ? null : <Compare base={base} saved={saved} span={Number(span)} />}
      <Sources base={base} />
      {opened === null ? null : (
        <HeldBudgetDialog
          held={opened}
          recorded={base.budget}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </div>
  );
}

/** The summary with these years to come in it: the workbook reckons on, the paper goes to members. */
function TakeAway({ scenario }: { readonly scenario: Scenario }) {
  const [busy, setBusy] = useState<'xlsx' | 'pdf' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    setBusy(format);
    setFailure(await exportSummary(format, scenario));
    setBusy(null);
  };
  const other = busy === null ? null : 'Another export is being made.';
  return (
    <div className="costs-sides">
      <Button
        icon={FileSpreadsheet}
        isPending={busy === 'xlsx'}
        disabledReason={busy === 'pdf' ? other : null}
        onPress={() => void take('xlsx')}
      >
        Workbook with this scenario
      </Button>
      <Button
        icon={FileText}
        isPending={busy === 'pdf'}
        disabledReason={busy === 'xlsx' ? other : null}
        onPress={() => void take('pdf')}
      >
        Committee paper with it
      </Button>
      {failure === null ? null : <FailureNotice failure={failure} />}
    </div>
  );
}

function Switching(props: {
  readonly base: ForecastBase;
  readonly made: Drawn;
  readonly scenario: Scenario;
}) {
  const { base, made, scenario } = props;
  const lastYear = nameOf(base, made.years.length);
  return (
    <section className="costs-card" aria-label="Switching values">
      <h2>What alone would meet the budget of {lastYear}</h2>
      {made.switching.length === 0 ? (
        <p className="costs-text">{budgetSentence(made.held, base.budget, scenario)}</p>
      ) : (
        <Table
          caption="Switching values"
          head={
            <>
              <Th>Assumption</Th>
              <Th align="end">Assumed, % a year</Th>
              <Th align="end">Meets the budget at</Th>
            </>
          }
        >
          {made.switching.map(({ key, label, assumed_percent, switch_percent }) => (
            <tr key={key}>
              <Td>{label}</Td>
              <Td align="end">{assumed_percent}</Td>
              <Td align="end">
                {switch_percent === null
                  ? 'none from −50 to 100'
                  : switch_percent.toFixed(2).replace('-', '−')}
              </Td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

/** Every scenario kept, by the same draws. */
function Compare(props: {
  readonly base: ForecastBase;
  readonly saved: readonly SavedScenario[];
  readonly span: number;
}) {
  const { base, saved, span } = props;
  const rows = useMemo(
    () => saved.map(({ id, scenario }) => ({ id, name: scenario.name, made: draw(base, scenario, span) })), // prettier-ignore
    [base, saved, span],
  );
  const names = Array.from({ length: span }, (_, at) => nameOf(base, at + 1));
  return (
    <section aria-label="Scenarios side by side">
      <h2 className="outlook-head">Scenarios side by side, the middle (P50) of each year</h2>
      <div className="costs-split-rows">
        <Table
          caption="Scenarios side by side, P50 of each year"
          head={
            <>
              <Th>Scenario</Th>
              {names.map((name) => (
                <Th key={name} align="end">
                  {name}
                </Th>
              ))}
              <Th align="end">Chance above the budget of {names.at(-1)}</Th>
            </>
          }
        >
          {rows.map(({ id, name, made }) => (
            <tr key={id}>
              <Td>{name}</Td>
              {made.years.map(({ year, p50_pence }) => (
                <Td key={year} align="end">
                  {formatShortPounds(p50_pence)}
                </Td>
              ))}
              <Td align="end">{chanceWords(made)}</Td>
            </tr>
          ))}
        </Table>
      </div>
    </section>
  );
}

/** With where the budget is from, since scenarios may differ in it. */
function chanceWords({ years, held }: Drawn): string {
  const over = years.at(-1)?.over_budget ?? null;
  return over === null ? 'no budget' : `${formatPercent(over, 0)}, ${held.source}`;
}

function Sources({ base }: { readonly base: ForecastBase }) {
  const clients = base.groups.reduce((sum, group) => sum + group.clients, 0);
  return (
    <div className="costs-text">
      <p>
        {formatCount(DRAWS)} draws with seed {SEED}, from the plan in use: {formatCount(clients)}{' '}
        clients in {formatCount(base.groups.length)} groups of need and phase. Each draw moves fuel,
        wages, prices and clients year by year (log-normal, fuel and wages together); the same seed
        gives the same figures. [A] marks an assumption of ours: put your own in its place.
        {base.left_out_pence === 0
          ? ''
          : ` Routes that carry nobody (${formatPounds(base.left_out_pence)} a year) are left out.`}
      </p>
      <ul className="outlook-sources">
        {SCENARIO_SOURCES.map(({ label, source }) => (
          <li key={label}>
            <strong>{label}</strong>: {source}
          </li>
        ))}
      </ul>
      <p>
        <a href={hrefOf('costs', ['backtest'])}>
          What the method says of a year that is over: the backtest
        </a>
      </p>
    </div>
  );
}
