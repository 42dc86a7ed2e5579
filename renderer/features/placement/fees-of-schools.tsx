import { Download, School, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { KeptPlacements } from '../../../shared/api/views/placements.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import {
  feeOfWhom,
  feeStandings,
  type FeeStanding,
} from '../../../shared/pressure/placements/fees.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { saveBytes } from '../../state/files.ts';
import { notifyFailure } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

type Fee = KeptPlacements['fees'][number];

/** Columns of a file of fees, as the import knows them. */
const COLUMNS = ['School URN', 'School', 'Need', 'Phase', 'From', 'Fee a year', 'Source'] as const;

/** As many rows as a person looks through; further ones are found by name. */
const MOST_ROWS = 200;

const STANDING_WORDS: Readonly<Record<FeeStanding, string>> = {
  in_force: 'In force',
  later: 'Not yet',
  superseded: 'Superseded',
};

/** Fees of single schools: whose, since when, whether in force, from where. */
export function FeesOfSchools({ fees }: { readonly fees: readonly Fee[] }) {
  const today = useSession((session) => session.info?.store?.today ?? '') as IsoDate;
  const [sought, setSought] = useState('');
  if (fees.length === 0)
    return (
      <EmptyState
        icon={School}
        title="No school’s own fee yet"
        action={
          <Button
            icon={Download}
            onPress={() => {
              const head = `\uFEFF${COLUMNS.join(',')}\r\n`;
              saveBytes('placement-fees.csv', new TextEncoder().encode(head), 'text/csv');
            }}
          >
            Empty .csv
          </Button>
        }
      >
        Enter what a school asks where it differs from its type, as most independent schools do, or
        import a list (.xlsx or .csv): a row a school, and a row a need or phase where it asks
        different fees. Columns: {COLUMNS.join(', ')}.
      </EmptyState>
    );
  const standings = feeStandings(fees, today);
  const words = sought.trim().toLowerCase();
  const found = fees
    .filter(({ school, source }) => `${school} ${source}`.toLowerCase().includes(words))
    .toSorted((a, b) => (a.school === b.school ? 0 : a.school < b.school ? -1 : 1));
  return (
    <>
      <div className="placement-tools">
        <TextField label="Find a school or a source" value={sought} onChange={setSought} />
        <span className="soft placement-count">
          {words === ''
            ? formatQuantity(fees.length, 'fee')
            : `${formatCount(found.length)} of ${formatQuantity(fees.length, 'fee')}`}
          {found.length > MOST_ROWS ? `; the first ${formatCount(MOST_ROWS)} shown` : ''}
        </span>
      </div>
      <Table
        caption="Fees of single schools"
        head={
          <>
            <Th>School</Th>
            <Th>Of whom</Th>
            <Th align="end">£ a year</Th>
            <Th align="end">From</Th>
            <Th>Standing</Th>
            <Th>Source</Th>
            <Th>
              <span className="visually-hidden">Take out</span>
            </Th>
          </>
        }
      >
        {found.slice(0, MOST_ROWS).map((fee) => (
          <Row
            key={[fee.school_urn, fee.from_on, fee.need, fee.phase].join(' ')}
            fee={fee}
            standing={standings.get(fee) ?? 'in_force'}
          />
        ))}
      </Table>
    </>
  );
}

function Row({ fee, standing }: { readonly fee: Fee; readonly standing: FeeStanding }) {
  const whom = feeOfWhom(fee);
  const isSoft = standing !== 'in_force';
  return (
    <tr>
      <Td>{fee.school}</Td>
      <Td soft={whom === ''}>{whom === '' ? 'Every child' : whom}</Td>
      <Td align="end" soft={isSoft}>
        {formatPounds(fee.fee_pence).replace('£', '')}
      </Td>
      <Td align="end">{formatDate(fee.from_on)}</Td>
      <Td soft={isSoft}>{STANDING_WORDS[standing]}</Td>
      <Td soft>{fee.source}</Td>
      <Td>
        <IconButton
          label={`Take out the fee of ${fee.school}${whom === '' ? '' : ` for ${whom.toLowerCase()}`} from ${formatDate(fee.from_on)}`}
          icon={Trash2}
          onPress={() => void remove(fee)}
        />
      </Td>
    </tr>
  );
}

async function remove({ school_urn, from_on, need, phase }: Fee): Promise<void> {
  const answer = await call('placements/delete-fee', { school_urn, from_on, need, phase });
  if (answer.ok) forgetAnswers();
  else notifyFailure(answer.error);
}
