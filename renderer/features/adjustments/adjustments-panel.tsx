import './adjustments.css';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { SplitPage } from '../../../shared/api/views/pressure.ts';
import { isoDate } from '../../../shared/calendar/dates.ts';
import {
  ADJUSTED_BAR_WORDS,
  ADJUSTMENT_KIND_WORDS,
  pencePart,
  type Adjustment,
} from '../../../shared/costing/adjustment-settings.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { sidePeriod, type SidePeriod } from '../../../shared/pressure/adjusted-bars.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { hrefOfHistory } from '../history/history-address.ts';
import { AdjustmentDialog } from './adjustment-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

type Open = { readonly step: 'edit' | 'out'; readonly was: Adjustment } | { readonly step: 'new' };

/** Lines of the history shown below the list. */
const LAST_CHANGES = 4;

/** What moves the cost beside contracts: recorded here, told in the last bars of the waterfall above. */
export function AdjustmentsPanel({ page }: { readonly page: SplitPage }) {
  const { data, error, refetch } = useChannel('adjustments/page', {});
  const [open, setOpen] = useState<Open | null>(null);
  const commands = useMemo(
    () => [
      {
        id: 'costs-record-adjustment',
        label: 'Record a policy, a saving, income or a one-off',
        keywords: 'adjustment contribution recharge decision',
        isEnabled: () => true as const,
        run: () => {
          setOpen({ step: 'new' });
        },
      },
    ],
    [],
  );
  useCommands('adjustments', commands);
  const sides = sidesOf(page);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <section className="adjust" aria-label="Policy, savings, income and one-offs">
      <div className="adjust-head">
        <h2>Policy, savings, income and one-offs</h2>
        <Button
          size="small"
          icon={Plus}
          onPress={() => {
            setOpen({ step: 'new' });
          }}
        >
          Record one…
        </Button>
        <p className="costs-text">
          What contracts cannot tell: each signed and sourced, and told in a bar of its own. One
          that the routes’ prices hold already is taken out of the bar it is part of, so nothing
          counts twice.
        </p>
      </div>
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null ? (
        error === null ? (
          <Spinner label="Reading what is recorded" />
        ) : null
      ) : data.adjustments.length === 0 ? (
        <p className="costs-text">
          None is recorded. Record a decision, income or a cost of one time, and its bar stands
          above at once. Savings that changed the prices of contracts need no record here: they come
          from the tracker in Costs, Budget.
        </p>
      ) : (
        <List
          rows={data.adjustments}
          page={page}
          sides={sides}
          onOpen={(was) => {
            setOpen({ step: 'edit', was });
          }}
        />
      )}
      {data === null || data.replaced_on === null ? null : (
        <p className="costs-text">
          From {formatDate(data.replaced_on)} another list counts that is dated ahead in Data,
          Settings: what is changed here holds until then.
        </p>
      )}
      <LastChanges />
      {open === null ? null : open.step === 'out' ? (
        <RemoveDialog was={open.was} onClose={close} />
      ) : (
        <AdjustmentDialog
          was={open.step === 'edit' ? open.was : null}
          page={page}
          sides={sides}
          onTakeOut={() => {
            if (open.step === 'edit') setOpen({ step: 'out', was: open.was });
          }}
          onClose={close}
        />
      )}
    </section>
  );
}

/** The days of both sides; null where one has none of its own. */
function sidesOf(page: SplitPage): { readonly from: SidePeriod; readonly to: SidePeriod } | null {
  const years = page.sides.filter(({ kind }) => kind === 'year');
  const last = years.at(-1);
  const planned = last === undefined ? null : sidePeriod(last, null);
  const [from, to] = [sidePeriod(page.from, planned), sidePeriod(page.to, planned)];
  return from === null || to === null ? null : { from, to };
}

function List(props: {
  readonly rows: readonly Adjustment[];
  readonly page: SplitPage;
  readonly sides: { readonly from: SidePeriod; readonly to: SidePeriod } | null;
  readonly onOpen: (was: Adjustment) => void;
}) {
  const { rows, page, sides } = props;
  return (
    <Table
      caption="Policy, savings, income and one-offs, in pounds"
      head={
        <>
          <Th>Kind</Th>
          <Th>What it is</Th>
          <Th>Days</Th>
          <Th align="end">£ over its days</Th>
          {sides === null ? null : (
            <>
              <Th align="end">£ in {page.from.label}</Th>
              <Th align="end">£ in {page.to.label}</Th>
            </>
          )}
          <Th>Part of</Th>
        </>
      }
    >
      {rows.map((each) => (
        <tr key={JSON.stringify(each)}>
          <Td>{ADJUSTMENT_KIND_WORDS[each.kind]}</Td>
          <Td>
            <LinkButton
              label={`Change ${each.label}`}
              onPress={() => {
                props.onOpen(each);
              }}
            >
              {each.label}
            </LinkButton>
            <small className="costs-note">
              {each.source === '' ? 'No source is given.' : each.source}
              {each.signed_by === '' ? '; nobody signed it' : `; signed by ${each.signed_by}`}
            </small>
          </Td>
          <Td>
            <span className="adjust-days">{formatDate(each.from_on)} to</span>{' '}
            <span className="adjust-days">{formatDate(each.to_on)}</span>
          </Td>
          <Td align="end">{signed(each.pence)}</Td>
          {sides === null ? null : (
            <>
              <Td align="end">{signed(pencePart(each, sides.from))}</Td>
              <Td align="end">{signed(pencePart(each, sides.to))}</Td>
            </>
          )}
          <Td>{each.within === 'none' ? 'none' : ADJUSTED_BAR_WORDS[each.within]}</Td>
        </tr>
      ))}
    </Table>
  );
}

/** Who changed the list last, and how; the whole of it is in the history. */
function LastChanges() {
  const { data } = useChannel('history/page', {
    filter: { field: 'adjustment' },
    offset: 0,
    limit: LAST_CHANGES,
  });
  if (data === null || data.total === 0) return null;
  return (
    <div className="adjust-history">
      <h3>Last changes</h3>
      <ul>
        {data.rows.map(({ row, sentence, who, at }) => (
          <li key={row}>
            {sentence}
            <span className="soft">
              {' '}
              {who}, {formatDate(isoDate(at.slice(0, 10)))}
            </span>
          </li>
        ))}
      </ul>
      {data.total > data.rows.length ? (
        <a href={hrefOfHistory({ field: 'adjustment' })}>All {data.total} changes</a>
      ) : null}
    </div>
  );
}

function signed(pence: number): string {
  return `${pence > 0 ? '+' : ''}${formatPence(pence).replace('£', '')}`;
}
