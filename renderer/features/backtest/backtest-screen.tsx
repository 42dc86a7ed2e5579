import './backtest.css';
import { settingAt } from '../../../shared/costing/read-settings.ts';
import { contractSplitAt } from '../../../shared/costing/contract-shares.ts';
import { formatPercentChange } from '../../../shared/format/number.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { isoDate } from '../../../shared/calendar/dates.ts';
import type { Setting } from '../../../shared/model/money.ts';
import {
  backtest,
  KENT_PAIR,
  NOT_TO_SPLICE,
  PAIR_PRICES,
  type Backtest,
} from '../../../shared/pressure/backtest.ts';
import { useChannel } from '../../state/channel.ts';
import { useSession } from '../../state/session.ts';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Estimated } from '../../ui/tooltip.tsx';

/** What the method says of the one pair of years that can be used together, and how little that proves. */
export function BacktestScreen() {
  const answer = useChannel('settings/list', {});
  const today = useSession((session) => session.info?.store?.today ?? '');
  return (
    <div className="backtest-page">
      <h1>Backtest: what the method says of a year that is over</h1>
      <p>
        Of Kent’s published figures one pair can be used together: {KENT_PAIR.from} to{' '}
        {KENT_PAIR.to}. <strong>Its base is derived</strong>: the £60m of the second year less the
        £15m that it rose by. Two points prove little; this shows that the sums are right, and is no
        finding about Kent.
      </p>
      {answer.data === null ? (
        answer.error === null ? (
          <Spinner label="Reading the shares of a price" />
        ) : (
          <FailureNotice failure={answer.error} onRetry={answer.refetch} />
        )
      ) : (
        <Pair settings={answer.data} today={today} />
      )}
      <Apart />
    </div>
  );
}

function millions(pounds: number): string {
  return `${pounds < 0 ? '−' : ''}£${Math.abs(pounds / 1_000_000).toFixed(2)}m`;
}

function Pair({
  settings,
  today,
}: {
  readonly settings: readonly Setting[];
  readonly today: string;
}) {
  if (today === '') return null;
  const on = isoDate(today);
  const fuel = Number(settingAt(settings, 'fuel_share_low_percent', on)?.value ?? 13);
  const labour = contractSplitAt(settings, on)['driver'] ?? 0;
  const found = backtest({ fuel: fuel / 100, labour: labour / 100 });
  return (
    <>
      <Rise found={found} />
      <section aria-label="The second year from the first">
        <h2>The second year, reckoned from the first</h2>
        <Table
          caption="Prices between the two years"
          head={
            <>
              <Th>Price</Th>
              <Th align="end">Share of a contract</Th>
              <Th align="end">{KENT_PAIR.from}</Th>
              <Th align="end">{KENT_PAIR.to}</Th>
              <Th align="end">Change</Th>
              <Th>Source</Th>
            </>
          }
        >
          {PAIR_PRICES.map(({ key, label, unit, from, to, digits, source }) => (
            <tr key={key}>
              <Td>
                {label}, {unit}
              </Td>
              <Td align="end">
                {key === 'fuel' ? fuel : key === 'labour' ? labour : 100 - fuel - labour}%
              </Td>
              <Td align="end">{from.toFixed(digits)}</Td>
              <Td align="end">{to.toFixed(digits)}</Td>
              <Td align="end">{formatPercentChange(to / from - 1)}</Td>
              <Td soft>{source}</Td>
            </tr>
          ))}
        </Table>
        <p>
          {KENT_PAIR.pupils_percent}% more pupils and these prices make{' '}
          {millions(found.forecast_pounds)}{' '}
          <Estimated why="By the shares of a price in Settings, which are assumptions." /> of the
          £60m. {millions(found.left_pounds)} are left to what these figures do not say: longer
          runs, dearer vehicles, fewer to a vehicle, assistants, and prices above the indices when
          contracts were let again.
        </p>
      </section>
    </>
  );
}

function Rise({ found }: { readonly found: Backtest }) {
  const rows = [
    ['Cost a year', millions(KENT_PAIR.from_pounds), millions(KENT_PAIR.to_pounds), millions(KENT_PAIR.to_pounds - KENT_PAIR.from_pounds)],
    ['of it more pupils', '', formatCount(KENT_PAIR.pupils_to), millions(found.volume_pounds)],
    ['of it a dearer pupil', '', '', millions(found.unit_pounds)],
  ] as const; // prettier-ignore
  return (
    <section aria-label="The rise split in two">
      <h2>The rise of £15m in two parts</h2>
      <Table
        caption="The rise split by LMDI"
        head={
          <>
            <Th>What</Th>
            <Th align="end">{KENT_PAIR.from}, derived</Th>
            <Th align="end">{KENT_PAIR.to}</Th>
            <Th align="end">Rise</Th>
          </>
        }
      >
        {rows.map(([label, from, to, rise]) => (
          <tr key={label}>
            <Td>{label}</Td>
            <Td align="end">{from}</Td>
            <Td align="end">{to}</Td>
            <Td align="end">{rise}</Td>
          </tr>
        ))}
      </Table>
      <p className="soft">
        Additive LMDI-I (Ang, Energy Policy 33, 2005) on pupils times cost a pupil: the two parts
        add up to the rise with nothing left over. Pupils of {KENT_PAIR.to} are derived too.
      </p>
    </section>
  );
}

function Apart() {
  return (
    <section aria-label="Figures that may not be spliced">
      <h2>Figures that look like a longer series and are none</h2>
      <Table
        caption="Kent’s figures and what each counts"
        head={
          <>
            <Th>Year</Th>
            <Th align="end">Figure</Th>
            <Th>What it counts</Th>
          </>
        }
      >
        {NOT_TO_SPLICE.map(({ year, amount, counts }) => (
          <tr key={year}>
            <Td>{year}</Td>
            <Td align="end">{amount}</Td>
            <Td>{counts}</Td>
          </tr>
        ))}
      </Table>
      <p className="soft">
        Net budget is after income and before overspending; spend is neither. A line through them
        would show a rise that is partly a change of what is counted. Sources: Kent County Council’s
        budget books and committee papers, 2010 to 2026.
      </p>
    </section>
  );
}
