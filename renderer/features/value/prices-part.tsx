import { ChartScatter } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PricesPage } from '../../../shared/api/views/value.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatPercentChange, formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { Headline } from '../../ui/headline.tsx';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { ExportButton } from './export-button.tsx';
import { PeersPanel } from './peers-panel.tsx';

type Row = PricesPage['rows'][number];

const plain = (pence: number): string => formatPence(pence).replace('£', '');

const COLUMNS: readonly DataColumn<Row>[] = [
  { id: 'route', header: 'Route', width: '92px', cell: (row) => <strong>{row.route_ref}</strong> },
  { id: 'contract', header: 'Contract', width: '88px', from: 620, cell: (row) => row.contract_ref },
  { id: 'provider', header: 'Provider', width: 'minmax(120px, 1.2fr)', from: 760, cell: (row) => row.provider }, // prettier-ignore
  { id: 'school', header: 'School', width: 'minmax(120px, 1.4fr)', cell: (row) => row.school },
  { id: 'clients', header: 'Clients', width: '72px', align: 'end', from: 900, cell: (row) => formatCount(row.clients) }, // prettier-ignore
  { id: 'miles', header: 'Miles', width: '64px', align: 'end', from: 900, cell: (row) => row.miles.toFixed(1) }, // prettier-ignore
  {
    id: 'day',
    header: '£ a day',
    width: '80px',
    align: 'end',
    from: 520,
    cell: (row) => plain(row.day_pence),
  },
  { id: 'line', header: 'Line, £ a day', width: '100px', align: 'end', from: 680, cell: (row) => plain(row.line_day_pence) }, // prettier-ignore
  { id: 'above', header: 'Above', width: '72px', align: 'end', cell: (row) => formatPercentChange(row.ratio - 1, 0) }, // prettier-ignore
  { id: 'year', header: 'Above, £ a year', width: '116px', align: 'end', cell: (row) => formatPounds(row.above_year_pence).replace('£', '') }, // prettier-ignore
  { id: 'notes', header: 'What may explain it', width: 'minmax(120px, 1.6fr)', from: 1040, cell: (row) => <span className="soft">{row.notes.join('; ')}</span> }, // prettier-ignore
];

/** Contracts whose price stands out from routes alike, each opening them. Never a verdict: what may explain a price stands beside it. */
export function PricesPart() {
  const answer = useChannel('value/prices', {});
  const [openId, setOpenId] = useState<number | null>(null);
  const rows = useMemo(() => answer.data?.rows ?? [], [answer.data]);
  if (answer.data === null) {
    if (answer.error === null) return <Spinner label="Comparing prices" />;
    return answer.error.code === 'no_plan' ? (
      <NoPlanYet icon={ChartScatter} title="No prices to compare yet">
        Prices are compared by the routes that contracts run in the plan.
      </NoPlanYet>
    ) : (
      <FailureNotice failure={answer.error} onRetry={answer.refetch} />
    );
  }
  const page = answer.data;
  const chosen = rows.find(({ contract_id }) => contract_id === openId) ?? null;
  return (
    <>
      <div className="value-list-head">
        <header className="value-head">
          <h1>Prices out of line</h1>
          <p className="value-lead">
            Running contracts whose price a day lies {page.threshold_percent}% or more above the
            line of routes alike. A reason to ask, not a verdict.
          </p>
        </header>
        <div className="costs-numbers">
          <Headline
            value={formatCount(rows.length)}
            label={`of ${formatCount(page.compared)} compared`}
            note={`in ${formatQuantity(page.groups, 'group')} of routes alike`}
          />
          <Headline
            value={formatPounds(page.above_year_pence)}
            label="a year above the line"
            note="Added up over the list"
          />
          <Headline
            value={formatCount(page.apart.length)}
            label="not compared"
            note={`of ${formatCount(page.running)} running`}
          />
        </div>
        <div className="value-does">
          <ExportButton
            what="prices"
            disabledReason={rows.length === 0 ? 'No price stands out.' : null}
          />
        </div>
        <details className="value-details">
          <summary>How they are compared, and what was not</summary>
          <ul className="value-gaps">
            {page.sources.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {page.apart.length === 0 ? null : (
            <ul className="value-gaps">
              {page.apart.slice(0, 100).map((each) => (
                <li key={each.contract_ref}>
                  {each.contract_ref} ({each.route_ref}): {each.because}
                </li>
              ))}
            </ul>
          )}
        </details>
      </div>
      <div className="value-list">
        {rows.length === 0 ? (
          <EmptyState icon={ChartScatter} title="No price stands out">
            {page.compared === 0
              ? 'Too few routes are alike to compare any. Lower the fewest routes alike in the settings, or wait for more contracts.'
              : 'None lies so far above its line. The threshold is a setting.'}
          </EmptyState>
        ) : (
          <DataList
            label="Prices out of line"
            columns={COLUMNS}
            count={rows.length}
            rowAt={(at) => rows[at]}
            keyOf={(row) => row.contract_id}
            selectedKey={openId}
            onSelect={(row) => {
              setOpenId(row.contract_id);
            }}
          />
        )}
        {chosen === null ? null : <PeersPanel key={chosen.contract_id} row={chosen} />}
      </div>
    </>
  );
}
