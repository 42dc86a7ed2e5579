import './budget.css';
import { FileSpreadsheet, FileText } from 'lucide-react';
import { useMemo, useState, type ComponentType } from 'react';
import type { MoneyView } from '../../../shared/api/views/money.ts';
import { financialYearName, periodWords } from '../../../shared/calendar/financial-year.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence, formatShortPounds } from '../../../shared/format/money.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Headline } from '../../ui/headline.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { SubParts } from '../../ui/sub-parts.tsx';
import { saveJobFile } from '../sheets/give-out.ts';
import { BehindMoneyDialog, type OpenedAmount } from './behind-dialog.tsx';
import { PERIOD_OPTIONS } from './budget-words.ts';
import { CodesPart } from './codes-part.tsx';
import { HeadsPart } from './heads-part.tsx';
import { LedgerPart } from './ledger-part.tsx';
import { LinesPart } from './lines-part.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { PeriodsPart } from './periods-part.tsx';
import { SavingsPart } from './savings-part.tsx';

/** What each part is given. */
export interface BudgetPartProps {
  readonly view: MoneyView;
}

const PARTS: readonly {
  readonly id: string;
  readonly label: string;
  readonly command: string;
  readonly keywords: string;
  readonly Part: ComponentType<BudgetPartProps>;
}[] = [
  {
    id: 'lines',
    label: 'Lines',
    command: 'Show budget monitoring',
    keywords: 'forecast variance accrual commitment period',
    Part: LinesPart,
  },
  {
    id: 'periods',
    label: 'Periods',
    command: 'Close a period of the budget',
    keywords: 'sign off month end restated freeze reopen',
    Part: PeriodsPart,
  },
  {
    id: 'ledger',
    label: 'Ledger',
    command: 'Reconcile the ledger',
    keywords: 'unmatched invoices actuals postings',
    Part: LedgerPart,
  },
  {
    id: 'savings',
    label: 'Savings',
    command: 'Show savings delivered',
    keywords: 'tracker planned cashable avoided',
    Part: SavingsPart,
  },
  {
    id: 'heads',
    label: 'A head',
    command: 'Compare costs a head',
    keywords: 'benchmark per pupil unit cost',
    Part: HeadsPart,
  },
  {
    id: 'codes',
    label: 'Codes and virements',
    command: 'Map cost codes to budget lines',
    keywords: 'cost centre virement mapping',
    Part: CodesPart,
  },
];

const hrefOfPart = (id: string): string => hrefOf('costs', ['budget', id]);

/** Monitoring of a period: budget, actual, accrual, commitment, forecast, variance, and why it moved. */
export function BudgetScreen() {
  const name = usePlace((place) => place.path[1]);
  const part = PARTS.find(({ id }) => id === name) ?? PARTS[0];
  const [at, setAt] = useState<{ readonly year: number; readonly period: number } | null>(null);
  const { data, error, refetch } = useChannel('money/monitor', { at });
  useCommands(
    'budget',
    useMemo(
      () =>
        PARTS.map(({ id, command, keywords }) => ({
          id: `budget-${id}`,
          label: command,
          keywords,
          isEnabled: () => true as const,
          run: () => {
            go(hrefOfPart(id));
          },
        })),
      [],
    ),
  );
  if (part === undefined) return null;
  if (data === null)
    return (
      <div className="budget">
        <div className="budget-page">
          <h1>Budget</h1>
          {error === null ? (
            <Spinner label="Making the period up" />
          ) : (
            <FailureNotice failure={error} onRetry={refetch} />
          )}
        </div>
      </div>
    );
  if (data.empty) return <NothingYet />;
  const { Part } = part;
  return (
    <div className="budget">
      <div className="budget-page">
        <Head view={data} onPeriod={setAt} />
        {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
        <SubParts
          label="Parts of the budget"
          parts={PARTS}
          current={part.id}
          hrefOfPart={hrefOfPart}
        />
        <Part view={data} />
      </div>
    </div>
  );
}

function Head(props: {
  readonly view: MoneyView;
  readonly onPeriod: (at: { readonly year: number; readonly period: number }) => void;
}) {
  const { view, onPeriod } = props;
  const { year, period, total } = view;
  const [opened, setOpened] = useState<OpenedAmount | null>(null);
  const opens = (what: OpenedAmount['what'], label: string) => () => {
    setOpened({ line: 'all', what, label });
  };
  const save = (format: 'xlsx' | 'csv'): void => {
    void call('money/export', { year, period, format }).then(saveJobFile);
  };
  return (
    <header className="budget-head">
      <div className="budget-title">
        <h1>Budget {financialYearName(year)}</h1>
        <div className="budget-does">
          <Select
            label="Financial year"
            hideLabel
            size="small"
            value={String(year)}
            options={view.years.map((each) => ({
              id: String(each),
              label: financialYearName(each),
            }))}
            onChange={(id) => {
              onPeriod({ year: Number(id), period });
            }}
          />
          <Select
            label="Period"
            hideLabel
            size="small"
            value={String(period)}
            options={PERIOD_OPTIONS}
            onChange={(id) => {
              onPeriod({ year, period: Number(id) });
            }}
          />
          <Button
            size="small"
            icon={FileSpreadsheet}
            onPress={() => {
              save('xlsx');
            }}
          >
            .xlsx
          </Button>
          <Button
            size="small"
            icon={FileText}
            onPress={() => {
              save('csv');
            }}
          >
            .csv
          </Button>
        </div>
      </div>
      <p className="budget-sentence">{sentenceOf(view)}</p>
      <div className="budget-numbers">
        <Headline
          value={formatShortPounds(total.current_pence)}
          label="current budget"
          onOpen={opens('budget', 'Current')}
          note={formatPence(total.current_pence)}
        />
        <Headline
          value={formatShortPounds(total.forecast_pence)}
          label="forecast"
          onOpen={opens('forecast', 'Forecast')}
          note={`${formatPence(total.forecast_pence)}, confirmed contracts alone`}
        />
        <Headline
          value={formatShortPounds(total.plan_pence)}
          label="planned, not confirmed"
          onOpen={opens('plan', 'Planned')}
          note="What the plan in use adds; nobody is bound to it"
        />
        <Headline
          value={overWords(total.variance_with_plan_pence)}
          label="with the plan"
          onOpen={opens('variance_with_plan', 'Variance with plan')}
          note={formatPence(total.variance_with_plan_pence)}
        />
      </div>
      {opened === null ? null : (
        <BehindMoneyDialog
          opened={opened}
          year={year}
          period={period}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </header>
  );
}

function overWords(pence: number): string {
  if (pence === 0) return 'On budget';
  return `${formatShortPounds(Math.abs(pence))} ${pence > 0 ? 'over' : 'under'}`;
}

function sentenceOf({
  year,
  period,
  total,
  known_on,
  total_movement_pence: moved,
  lines,
  compared_with,
}: MoneyView): string {
  const restated = lines.reduce((sum, { movement }) => sum + (movement?.restated?.pence ?? 0), 0);
  const signed = (pence: number): string => `${pence > 0 ? '+' : ''}${formatShortPounds(pence)}`;
  const last = compared_with?.with === 'signed_off' ? 'last month as signed off' : 'last month';
  const of = (pence: number): string =>
    `${overWords(pence).toLowerCase().replace('on budget', 'on')} budget`;
  const movement =
    moved === null
      ? ''
      : moved === 0
        ? ` The forecast is as ${last}.`
        : ` The forecast moved by ${signed(moved)} since ${last}${restated === 0 ? '' : `, ${signed(restated)} of it restated`}.`;
  return `${periodWords({ year, period })}: ${of(total.variance_pence)} on confirmed contracts, ${of(total.variance_with_plan_pence)} with the routes that are planned and not confirmed.${movement} As known on ${formatDate(known_on)}.`;
}
