import type { ChangeBar } from '../../../shared/pressure/change.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { Table, Td, Th } from '../../ui/table.tsx';

/** The bars that a change moves, as they are and as they would be. */
export function EffectTable(props: {
  readonly before: readonly ChangeBar[];
  readonly after: readonly ChangeBar[];
}) {
  const rows = movedBars(props.before, props.after);
  if (rows.length === 0)
    return (
      <p className="soft">
        No bar moves: none of its days lie in the years, months or plans compared, or it is as it
        was.
      </p>
    );
  const total = sumOf(props.after) - sumOf(props.before);
  return (
    <>
      <Table
        caption="The bars that move, in pounds"
        head={
          <>
            <Th>Bar</Th>
            <Th align="end">£ now</Th>
            <Th align="end">£ with it</Th>
          </>
        }
      >
        {rows.map(({ key, kind, label, now, later }) => (
          <tr key={key}>
            <Td>{label}</Td>
            <Td align="end" soft>
              {kind === 'total' ? plain(now) : signed(now)}
            </Td>
            <Td align="end">{kind === 'total' ? plain(later) : signed(later)}</Td>
          </tr>
        ))}
      </Table>
      <p className="soft" aria-live="polite">
        {total === 0
          ? 'The change in all stays as it is: pounds move from one bar to another.'
          : `The change in all ${total < 0 ? 'falls' : 'rises'} by ${formatPence(Math.abs(total))}.`}
      </p>
    </>
  );
}

interface MovedBar {
  readonly key: string;
  readonly kind: ChangeBar['kind'];
  readonly label: string;
  readonly now: number;
  readonly later: number;
}

function movedBars(before: readonly ChangeBar[], after: readonly ChangeBar[]): readonly MovedBar[] {
  const [now, changed] = [before, after].map((bars) => new Map(bars.map((bar) => [bar.key, bar])));
  const all = new Map([...before.slice(0, -1), ...after].map((bar) => [bar.key, bar]));
  return [...all.values()].flatMap(({ key, kind, label }): readonly MovedBar[] => {
    const row = { key, kind, label: kind === 'total' ? `Cost, ${label}` : label, now: now?.get(key)?.pence ?? 0, later: changed?.get(key)?.pence ?? 0 }; // prettier-ignore
    return row.now === row.later ? [] : [row];
  });
}

/** The change in all: what the bars between the totals add up to. */
function sumOf(bars: readonly ChangeBar[]): number {
  return bars.reduce((sum, { kind, pence }) => (kind === 'change' ? sum + pence : sum), 0);
}

function signed(pence: number): string {
  return `${pence > 0 ? '+' : ''}${plain(pence)}`;
}

/** The heading names the unit. */
function plain(pence: number): string {
  return formatPence(pence).replace('£', '');
}
