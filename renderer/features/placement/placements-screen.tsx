import { School, Table2 } from 'lucide-react';
import { useState } from 'react';
import type { PlacementsView } from '../../../shared/api/views/placements.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPounds, formatShortPounds } from '../../../shared/format/money.ts';
import { formatCount, formatCountOf } from '../../../shared/format/number.ts';
import type {
  PlacementDimension,
  PlacementRow,
} from '../../../shared/pressure/placements/placed-clients.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { saveHostFile } from '../../state/files.ts';
import { notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Headline } from '../../ui/headline.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { ClientsDialog } from './clients-dialog.tsx';

const BY: readonly { readonly id: PlacementDimension; readonly label: string }[] = [
  { id: 'school', label: 'School attended' },
  { id: 'need', label: 'Primary need' },
  { id: 'district', label: 'District' },
  { id: 'phase', label: 'Phase' },
];

/** What transport costs at the school attended and at the nearest suitable one with a place, group by group, each opened to its clients. */
export function PlacementsScreen() {
  const [by, setBy] = useState<PlacementDimension>('school');
  const [open, setOpen] = useState<PlacementRow | null>(null);
  const { data, error, refetch } = useChannel('placements/list', { by });
  if (error !== null && data === null)
    return error.code === 'no_plan' ? (
      <NoPlanYet icon={School} title="No placements to compare yet">
        What a placement costs is reckoned from a plan: the contracts that run and the routes
        planned for new clients.
      </NoPlanYet>
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  if (data === null)
    return <Spinner label="Holding every placement against the nearest suitable" />;
  return (
    <>
      <Head view={data} />
      {data.rows.length === 0 ? (
        <EmptyState icon={School} title="The plan carries nobody yet">
          Plan the county, or import the contracts that run.
        </EmptyState>
      ) : (
        <>
          <div className="placement-tools">
            <Select label="Add up by" options={BY} value={by} onChange={setBy} />
            <Button icon={Table2} onPress={() => void save(by)}>
              Export .csv
            </Button>
          </div>
          <div className="placement-rows">
            <Rows view={data} onOpen={setOpen} />
          </div>
        </>
      )}
      {open === null ? null : (
        <ClientsDialog
          by={data.by}
          row={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

/** Saves the rows without names; figures that rest on 1 to 4 children are withheld. */
async function save(by: PlacementDimension): Promise<void> {
  const answer = await call('placements/export', { by });
  if (answer.ok) await saveHostFile(answer.value.file_id, answer.value.name);
  else notifyFailure(answer.error);
}

function Head({ view }: { readonly view: PlacementsView }) {
  const { total } = view;
  const judged = total.beyond + total.nearest;
  return (
    <header className="placement-head">
      <h1>Placement distance, {view.year}</h1>
      <div className="placement-numbers">
        <Headline
          value={formatShortPounds(total.difference_pence)}
          label="a year of transport beyond the nearest suitable school, est."
          note={`of ${formatShortPounds(total.cost_pence)} for the ${formatCount(judged)} who can be compared`}
        />
        <Headline
          value={formatCount(total.beyond)}
          label="placed beyond it"
          note={formatCountOf(total.beyond, total.clients)}
        />
        <Headline value={formatCount(total.nearest)} label="at the nearest suitable" />
        <Headline
          value={formatCount(total.cannot_tell)}
          label="cannot tell"
          note="A nearer school might be suitable: facts of it are missing"
        />
        <Headline
          value={formatCount(total.not_known)}
          label="not known"
          note="Home or school has no position"
        />
      </div>
      <p className="placement-text">{view.note}</p>
    </header>
  );
}

const pounds = (pence: number): string => formatPounds(pence).replace('£', '');

function Rows(props: {
  readonly view: PlacementsView;
  readonly onOpen: (row: PlacementRow) => void;
}) {
  const { view, onOpen } = props;
  const label = BY.find(({ id }) => id === view.by)?.label ?? '';
  return (
    <Table
      caption={`Transport at the school attended and at the nearest suitable, by ${label.toLowerCase()}`}
      head={
        <>
          <Th>{label}</Th>
          <Th align="end">Clients</Th>
          <Th align="end">Beyond</Th>
          <Th align="end">Nearest</Th>
          <Th align="end">Cannot tell</Th>
          <Th align="end">Not known</Th>
          <Th align="end">At the school attended, £ a year</Th>
          <Th align="end">At the nearest suitable, £ a year est.</Th>
          <Th align="end">Difference, £ a year est.</Th>
          <Th align="end">Further, miles each way ({view.distances})</Th>
        </>
      }
      foot={
        <tr>
          <Cells row={view.total}>{view.total.label}</Cells>
        </tr>
      }
    >
      {view.rows.map((row) => (
        <tr key={row.key}>
          <Cells row={row}>
            <LinkButton
              onPress={() => {
                onOpen(row);
              }}
            >
              {row.label}
            </LinkButton>
          </Cells>
        </tr>
      ))}
    </Table>
  );
}

function Cells({
  row,
  children,
}: {
  readonly row: PlacementRow;
  readonly children: React.ReactNode;
}) {
  return (
    <>
      <Td>{children}</Td>
      <Td align="end">{formatCount(row.clients)}</Td>
      <Td align="end">{formatCount(row.beyond)}</Td>
      <Td align="end">{formatCount(row.nearest)}</Td>
      <Td align="end">{formatCount(row.cannot_tell)}</Td>
      <Td align="end">{formatCount(row.not_known)}</Td>
      <Td align="end">{pounds(row.cost_pence)}</Td>
      <Td align="end">{pounds(row.nearest_cost_pence)}</Td>
      <Td align="end">{pounds(row.difference_pence)}</Td>
      <Td align="end">{row.mean_excess_m === null ? '' : formatMilesNumber(row.mean_excess_m)}</Td>
    </>
  );
}
