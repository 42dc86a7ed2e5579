import { ArrowLeftRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { SideOption, SplitPage } from '../../../shared/api/views/pressure.ts';
import { formatPence, formatPounds, formatPoundsChange } from '../../../shared/format/money.ts';
import { formatCount, formatPercent, formatQuantity } from '../../../shared/format/number.ts';
import { describeWaterfall, waterfallFigure } from '../../../shared/figures/waterfall.ts';
import type { ChangeBar } from '../../../shared/pressure/change.ts';
import { HOW_FACTORS_MOVE } from '../../../shared/pressure/split/bar-notes.ts';
import type { SplitDimension } from '../../../shared/pressure/split/split-by.ts';
import { SPLIT_BARS, type SplitBarName } from '../../../shared/pressure/split/split-sides.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { AdjustmentsPanel } from '../adjustments/adjustments-panel.tsx';
import { BehindDialog } from './behind-dialog.tsx';
import { Chart } from './chart.tsx';
import { useFigureColours } from './chart-colours.ts';
import { isDrawn, SplitTable } from './split-table.tsx';

/** The address of the change between two sides, as `costs/split` names them. */
function goTo(asked: { readonly from: string; readonly to: string }): void {
  go(hrefOf('costs', ['why', asked.from, asked.to]));
}

/** Why one year, month, plan or scenario costs more than another: bars, the clients behind each, and the same by school, district and provider. */
export function WhyPanel() {
  // Null: the two years that the store knows.
  const from = usePlace((place) => place.path[1] ?? null);
  const to = usePlace((place) => place.path[2] ?? null);
  const [by, setBy] = useState<SplitDimension>('school');
  const [open, setOpen] = useState<{ bar: SplitBarName; label: string } | null>(null);
  const answer = useChannel('costs/split', { from, to, by });
  if (answer.data === null)
    return answer.error === null ? (
      <Spinner label="Splitting the change" />
    ) : (
      <div className="costs-stack">
        <FailureNotice failure={answer.error} onRetry={answer.refetch} />
        {from === null ? null : <a href={hrefOf('costs', ['why'])}>Show the two years instead</a>}
      </div>
    );
  const page = answer.data;
  return (
    <div className="costs-stack">
      <SideChooser page={page} onChange={goTo} />
      {answer.error === null ? null : <FailureNotice failure={answer.error} />}
      <Bars
        page={page}
        onOpen={(bar) => {
          const name = SPLIT_BARS.find((known) => known === bar.key);
          if (name !== undefined) setOpen({ bar: name, label: bar.label });
        }}
      />
      <p className="costs-text">{HOW_FACTORS_MOVE}</p>
      <AdjustmentsPanel page={page} />
      <SplitTable page={page} by={by} onBy={setBy} isLoading={answer.loading} />
      {open === null ? null : (
        <BehindDialog
          {...open}
          from={page.from}
          to={page.to}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}

const KINDS: Readonly<Record<SideOption['kind'], string>> = {
  year: 'year',
  month: 'month',
  plan: 'plan for the year',
  scenario: 'scenario',
};

function SideChooser(props: {
  readonly page: SplitPage;
  readonly onChange: (asked: { readonly from: string; readonly to: string }) => void;
}) {
  const { sides, from, to } = props.page;
  const options = sides.map(({ key, label, kind }) => ({ id: key, label, detail: KINDS[kind] }));
  return (
    <div className="costs-sides">
      <Select
        label="From"
        options={options}
        value={from.key}
        onChange={(key) => {
          props.onChange({ from: key, to: to.key });
        }}
      />
      <Button
        icon={ArrowLeftRight}
        variant="quiet"
        onPress={() => {
          props.onChange({ from: to.key, to: from.key });
        }}
      >
        Turn round
      </Button>
      <Select
        label="To"
        options={options}
        value={to.key}
        onChange={(key) => {
          props.onChange({ from: from.key, to: key });
        }}
      />
      {notesOn(from, to).map((note) => (
        <p key={note} className="costs-text">
          {note}
        </p>
      ))}
    </div>
  );
}

/** What has to be said of the two sides together. */
function notesOn(from: SideOption, to: SideOption): readonly string[] {
  const kinds = [from.kind, to.kind];
  const notes: string[] = [];
  if (from.key === to.key) notes.push('Both sides are the same: choose another to see a change.');
  if (from.kind !== to.kind && kinds.includes('month')) {
    notes.push('A month is set against a whole year: most of it is days.');
  }
  if (kinds.includes('scenario')) {
    notes.push(
      'A scenario stands at its means, to the penny; its range is in What comes next. It says how many children come and at what prices, not who or where, so its joiners belong to no school, and routes that carry nobody are no part of it.',
    );
  }
  return notes;
}

/** The bars as a waterfall, beside the table that says the same to the pound and opens the clients. */
function Bars(props: { readonly page: SplitPage; readonly onOpen: (bar: ChangeBar) => void }) {
  const colours = useFigureColours();
  const { from, to, total_pence } = props.page;
  const bars = useMemo(() => props.page.bars.filter(isDrawn), [props.page.bars]);
  const under = props.page.bars.filter((bar) => !isDrawn(bar));
  const figure = useMemo(() => waterfallFigure(bars, colours), [bars, colours]);
  return (
    <div className="costs-pair">
      <section className="costs-card" aria-label="Waterfall">
        <h2>
          From {from.label} to {to.label}: {formatPoundsChange(total_pence)}
        </h2>
        <Chart
          figure={figure}
          height={Math.max(220, bars.length * 36 + 30)}
          description={describeWaterfall(bars)}
          rows={{
            opens: (row) => bars[row]?.kind === 'change' && bars[row].clients > 0,
            open: (row) => {
              const bar = bars[row];
              if (bar !== undefined) props.onOpen(bar);
            },
          }}
        />
        {under.length === 0 ? null : (
          <p className="costs-text">
            Too small to draw:{' '}
            {under.map(({ label, pence }) => `${label} (${formatPence(pence)})`).join(', ')}.
          </p>
        )}
      </section>
      <Table
        caption={`Why the cost changed from ${from.label} to ${to.label}`}
        head={
          <>
            <Th>What changed</Th>
            <Th align="end">Clients</Th>
            <Th align="end">£</Th>
            <Th align="end">Share</Th>
          </>
        }
      >
        {bars.map((bar) => (
          <tr key={bar.key} className={bar.kind === 'total' ? 'costs-total' : ''}>
            <Td>
              {bar.kind === 'total' ? `Cost, ${bar.label}` : bar.label}
              {bar.estimated ? (
                <Estimated why="Rests on assumptions: see how it was reckoned." />
              ) : null}
              {bar.note === '' ? null : <small className="costs-note">{bar.note}</small>}
            </Td>
            <Td align="end">
              <Behind
                bar={bar}
                onOpen={() => {
                  props.onOpen(bar);
                }}
              />
            </Td>
            <Td align="end">
              {bar.kind === 'change' && bar.pence > 0 ? '+' : ''}
              {formatPounds(bar.pence).replace('£', '')}
            </Td>
            <Td align="end" soft>
              {bar.kind === 'total' || total_pence === 0
                ? ''
                : formatPercent(bar.pence / total_pence, 0)}
            </Td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** How many clients stand behind a bar, else how many items: opens them. */
function Behind({ bar, onOpen }: { readonly bar: ChangeBar; readonly onOpen: () => void }) {
  if (bar.kind === 'total') return bar.clients === 0 ? '' : formatCount(bar.clients);
  if (bar.clients === 0 && bar.parts === 0) return '';
  const of = bar.clients > 0 ? `${formatCount(bar.clients)} clients` : formatQuantity(bar.parts, 'item'); // prettier-ignore
  return (
    <LinkButton onPress={onOpen} label={`${of} behind ${bar.label}`}>
      {bar.clients > 0 ? formatCount(bar.clients) : of}
    </LinkButton>
  );
}
