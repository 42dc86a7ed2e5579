import { Download, MailCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FamilyDetailsPage } from '../../../shared/api/views/sheets.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOfCase } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { Headline } from '../../ui/headline.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { saveJobFile } from './give-out.ts';
import './sheets.css';

type Lacking = FamilyDetailsPage['lacking'][number];

const COLUMNS: readonly DataColumn<Lacking>[] = [
  {
    id: 'name',
    header: 'Child',
    width: 'minmax(140px, 1fr)',
    cell: ({ name, ref }) => <strong>{name === '' ? ref : name}</strong>,
  },
  {
    id: 'ref',
    header: 'Reference',
    width: '128px',
    from: 620,
    cell: ({ ref }) => <span className="soft">{ref}</span>,
  },
  {
    id: 'lacks',
    header: 'What is missing',
    width: 'minmax(220px, 2fr)',
    cell: ({ lacks }) => <span title={lacks.join('; ')}>{lacks.join('; ')}</span>,
  },
];

const ALL = 'all';

/** What families are told of their child's transport, as data for letters; and whose cannot be told yet. */
export function FamiliesScreen() {
  const { data, error, refetch } = useChannel('family-details/get', {});
  const [what, setWhat] = useState(ALL);
  const selected = useSelectedId('client');
  const kinds = useMemo(
    () => [...Map.groupBy((data?.lacking ?? []).flatMap(({ lacks }) => lacks), (each) => each)].map(([id, all]) => ({ id, label: id, detail: formatCount(all.length) })), // prettier-ignore
    [data],
  );
  if (data === null)
    return error === null ? (
      <Spinner label="Reading who carries whom" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  const { ready, lacking, protected_addresses } = data;
  const shown = lacking.filter(({ lacks }) => what === ALL || lacks.includes(what));
  return (
    <div className="sheets">
      <header className="sheets-head">
        <h1>Transport details for families</h1>
        <div className="sheets-filters sheets-numbers">
          <Headline
            value={formatCount(ready)}
            label={`of ${formatCount(ready + lacking.length)} families can be told route, provider, vehicle and times`}
            note={
              protected_addresses === 0
                ? 'Each with a confirmed contract.'
                : `${formatQuantity(protected_addresses, 'protected address', 'protected addresses')} in a file of their own.`
            }
          />
          <span className="sheets-space" />
          <Button
            variant="primary"
            icon={Download}
            disabledReason={ready === 0 ? 'No child has a confirmed contract yet.' : null}
            onPress={() => {
              void call('family-details/export', {}).then(saveJobFile);
            }}
          >
            Mail merge, .csv and .xlsx
          </Button>
        </div>
        <div className="sheets-filters">
          <h2>Not yet: {formatCount(lacking.length)}</h2>
          <Select
            label="What is missing"
            hideLabel
            value={what}
            isActive={what !== ALL}
            options={[{ id: ALL, label: 'Anything missing', detail: formatCount(lacking.length) }, ...kinds]} // prettier-ignore
            onChange={setWhat}
          />
        </div>
      </header>
      {shown.length === 0 ? (
        <EmptyState icon={MailCheck} title="Every family can be told">
          Each child to be carried has a contract that its provider has confirmed.
        </EmptyState>
      ) : (
        <DataList
          label="Families that cannot be told yet"
          columns={COLUMNS}
          count={shown.length}
          rowAt={(at) => shown[at]}
          keyOf={(row) => row.client_id}
          selectedKey={selected}
          onSelect={(row) => {
            select({ kind: 'client', id: row.client_id });
          }}
          onOpen={(row) => {
            go(hrefOfCase(row.client_id));
          }}
          resetKey={what}
        />
      )}
    </div>
  );
}
