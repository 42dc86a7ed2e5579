import { Download, FileQuestion } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { TifCompletion, TifCompletionRow, TifLine } from '../../../shared/api/views/tif.ts';
import { describeTifCurve, tifCurveFigure } from '../../../shared/figures/tif-curve.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatPercent, formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands, type Command } from '../../state/commands.ts';
import { saveHostFile } from '../../state/files.ts';
import { notifyFailure } from '../../state/notices.ts';
import { hrefOf, hrefOfList } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Headline } from '../../ui/headline.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Chart } from '../costs/chart.tsx';
import { useFigureColours } from '../costs/chart-colours.ts';
import { CompletionTable } from './completion-table.tsx';
import './completion.css';

/** How far the forms of the open requests are: against the target and the line for commissioning, and who holds it back. */
export function CompletionScreen() {
  const { data, error, refetch } = useChannel('tif/completion', {});
  useCommands('tif-completion', COMMANDS);
  return (
    <div className="tif-completion">
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null ? (
        error === null ? (
          <Spinner label="Counting the forms" />
        ) : null
      ) : data.all.asked.count === 0 ? (
        <EmptyState icon={FileQuestion} title="No request is open">
          Import the summer’s applications under Data; their forms are counted here.
        </EmptyState>
      ) : (
        <Completion completion={data} />
      )}
    </div>
  );
}

async function exportTables(): Promise<void> {
  const answer = await call('tif/export', {});
  if (answer.ok) await saveHostFile(answer.value.file_id, answer.value.name);
  else notifyFailure(answer.error);
}

const COMMANDS: readonly Command[] = [
  {
    id: 'tif-export',
    label: 'Export TIF completion as .csv',
    isEnabled: () => true,
    run: () => void exportTables(),
  },
];

const GROUPINGS = [
  { id: 'school', label: 'School' },
  { id: 'type', label: 'Kind of application' },
  { id: 'phase', label: 'Phase' },
  { id: 'district', label: 'District' },
] as const;
type Grouping = (typeof GROUPINGS)[number]['id'];

function labelOf(by: Grouping): string {
  return GROUPINGS.find(({ id }) => id === by)?.label ?? '';
}

function rowsBy(completion: TifCompletion, by: Grouping): readonly TifCompletionRow[] {
  return {
    school: completion.by_school,
    type: completion.by_type,
    phase: completion.by_phase,
    district: completion.by_district,
  }[by];
}

function Completion({ completion }: { readonly completion: TifCompletion }) {
  const { all, commissioning, claimed, year } = completion;
  const [by, setBy] = useState<Grouping>('school');
  const held = completion.by_school.filter(({ short }) => short > 0);
  return (
    <>
      <header className="tif-completion-head">
        <h1 className="visually-hidden">TIFs</h1>
        <Headline
          size="large"
          value={formatPercent(all.share, 0)}
          label={`of ${formatQuantity(all.asked.count, 'open request')} for ${year} have a complete TIF`}
          href={hrefOfList(all.complete.filter)}
        />
        <Headline
          value={formatCount(all.incomplete.count)}
          label="not complete"
          href={hrefOfList(all.incomplete.filter)}
          tone={all.incomplete.count > 0 ? 'warning' : 'good'}
        />
        <Headline
          value={formatCount(all.short)}
          label={`more needed to reach ${formatPercent(commissioning.share, 0)}`}
          href={hrefOfList(all.incomplete.filter)}
        />
        <Headline
          value={formatCount(claimed.count)}
          label="complete by the council’s record"
          href={hrefOfList(claimed.filter)}
        />
        <span className="tif-space" />
        <Button icon={Download} onPress={() => void exportTables()}>
          Export .csv
        </Button>
      </header>
      <CurvePart completion={completion} />
      <section className="tif-card" aria-label="Completion by group">
        <div className="tif-card-head">
          <h2>
            {held.length === 0
              ? 'No school holds commissioning back'
              : `${formatQuantity(held.length, 'school')} hold${held.length === 1 ? 's' : ''} commissioning back`}
          </h2>
        </div>
        <Tabs label="Group the requests by" tabs={GROUPINGS} selected={by} onSelect={setBy}>
          <CompletionTable caption={labelOf(by)} rows={rowsBy(completion, by)} of={completion} />
        </Tabs>
      </section>
    </>
  );
}

/** Where each line comes from: sourced, dated settings. */
function LineWords({ completion }: { readonly completion: TifCompletion }) {
  const words = ({ share, label, source, from_on }: TifLine): string =>
    `${label}: ${formatPercent(share, 0)} from ${formatDate(from_on)} (${source}).`;
  return (
    <>
      {words(completion.target)} {words(completion.commissioning)}{' '}
      <a href={hrefOf('data', ['settings'])}>Change them</a>
    </>
  );
}

function CurvePart({ completion }: { readonly completion: TifCompletion }) {
  const colours = useFigureColours();
  const { curve, target, commissioning } = completion;
  const lines = useMemo(
    () => ({ target: target.share, commissioning: commissioning.share }),
    [target.share, commissioning.share],
  );
  const figure = useMemo(() => tifCurveFigure(curve, lines, colours), [curve, lines, colours]);
  const words = describeTifCurve(curve, lines);
  return (
    <div className="tif-pair">
      <section className="tif-card" aria-label="Completion over time">
        <h2>{words}</h2>
        <Chart figure={figure} height={260} description={words} />
        <p className="soft">
          Of the requests that had come by a day, those whose form had come by then and is complete
          now. <LineWords completion={completion} />
        </p>
      </section>
      <Table
        caption="Completion week by week"
        head={
          <>
            <Th>By</Th>
            <Th align="end">Requests</Th>
            <Th align="end">Complete</Th>
            <Th align="end">%</Th>
          </>
        }
      >
        {curve.toReversed().map((day) => (
          <tr key={day.on}>
            <Td>{formatDate(day.on)}</Td>
            <Td align="end">{formatCount(day.asked)}</Td>
            <Td align="end">{formatCount(day.complete)}</Td>
            <Td align="end">{formatPercent(day.share, 0).replace('%', '')}</Td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
