import { Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { BurnUpView } from '../../../shared/api/views/work.ts';
import type { BurnUpSplit } from '../../../shared/casework/work/burn-up.ts';
import { burnUpFigure, burnUpTable, describeBurnUp } from '../../../shared/figures/burn-up.ts';
import { weekdayOf, type IsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { saveHostFile } from '../../state/files.ts';
import { notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { useFigureColours } from '../costs/chart-colours.ts';
import { Chart } from '../costs/chart.tsx';
import { TeamPart } from './team-part.tsx';

const SPLITS: readonly { readonly id: BurnUpSplit; readonly label: string }[] = [
  { id: 'on_time', label: 'On time' },
  { id: 'late', label: 'Late' },
  { id: 'all', label: 'All' },
];

/** How fast the summer's work goes, when the last decision is likely, and who does it. */
export function BurnUpPage() {
  const [split, setSplit] = useState<BurnUpSplit>('on_time');
  const { data, error, refetch } = useChannel('work/burn-up', { split });
  if (error !== null && data === null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null) return <Spinner label="Drawing the curves" />;
  return (
    <div className="work-page">
      <div className="work-page-tools">
        <Select label="Requests" hideLabel value={split} options={SPLITS} onChange={setSplit} />
        <Button icon={Table2} onPress={() => void exportCsv(split)}>
          Export .csv
        </Button>
      </div>
      {data.days.length === 0 ? (
        <EmptyState icon={Table2} title="No request has been received yet">
          Import the summer’s applications under Data.
        </EmptyState>
      ) : (
        <Curves view={data} />
      )}
      <TeamPart />
    </div>
  );
}

async function exportCsv(split: BurnUpSplit): Promise<void> {
  const answer = await call('work/export-burn-up', { split });
  if (answer.ok) await saveHostFile(answer.value.file_id, answer.value.name);
  else notifyFailure(answer.error);
}

function Curves(props: { readonly view: BurnUpView }) {
  const { view } = props;
  const colours = useFigureColours();
  const figure = useMemo(() => burnUpFigure(view, view, colours), [view, colours]);
  return (
    <>
      <section aria-label="Forecast">
        <p className="work-forecast">{view.sentence}</p>
        <details className="work-assumes">
          <summary>What this assumes</summary>
          <ul>
            {view.assumes.map((each) => (
              <li key={each}>{each}</li>
            ))}
            {view.decided_day_unknown === 0 ? null : (
              <li>
                {formatCount(view.decided_day_unknown)} were decided on a day that no record gives:
                drawn on the last day and not in the pace.
              </li>
            )}
          </ul>
        </details>
      </section>
      <div className="work-curves">
        <Chart figure={figure} height={340} description={describeBurnUp(view)} />
        <Weeks view={view} />
      </div>
    </>
  );
}

/** The last day of each week, newest first, and the day of work: every day is in the .csv file. */
function Weeks(props: { readonly view: BurnUpView }) {
  const { days } = props.view;
  const shown = days.filter((day, at) => at === days.length - 1 || weekdayOf(day.on) === 'Fri');
  const { columns, rows } = burnUpTable(props.view, shown.toReversed());
  return (
    <Table
      caption="Requests by the end of each week"
      head={columns.map(({ key, label }, at) => (
        <Th key={key} align={at === 0 ? 'start' : 'end'}>
          {label}
        </Th>
      ))}
    >
      {rows.map((row) => (
        <tr key={String(row[0])}>
          {row.map((cell, at) => (
            <Td key={columns[at]?.key ?? at} align={at === 0 ? 'start' : 'end'}>
              {typeof cell === 'number'
                ? formatCount(cell)
                : cell === null
                  ? '–'
                  : formatDate(String(cell) as IsoDate)}
            </Td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
