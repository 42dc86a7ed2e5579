import type { SplitPage } from '../../../shared/api/views/pressure.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import type { ChangeBar } from '../../../shared/pressure/change.ts';
import type { SplitDimension, SplitRow } from '../../../shared/pressure/split/split-by.ts';
import { SPLIT_BARS, type SplitBarName } from '../../../shared/pressure/split/split-sides.ts';
import { Select } from '../../ui/select.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

const BY: readonly { readonly id: SplitDimension; readonly label: string }[] = [
  { id: 'school', label: 'By school' },
  { id: 'district', label: 'By district of the school' },
  { id: 'provider', label: 'By provider' },
];

const HEADS: Readonly<Record<SplitDimension, string>> = {
  school: 'School',
  district: 'District',
  provider: 'Provider',
};

/** Each row's change in its bars; rows add up to the waterfall. */
export function SplitTable(props: {
  readonly page: SplitPage;
  readonly by: SplitDimension;
  readonly onBy: (by: SplitDimension) => void;
  readonly isLoading: boolean;
}) {
  const { page, by } = props;
  const labels = new Map(page.bars.filter(isDrawn).map(({ key, label }) => [key, label]));
  const bars = SPLIT_BARS.filter((name) => labels.has(name));
  return (
    <section
      className="costs-split"
      aria-label="The change by school, district or provider"
      aria-busy={props.isLoading}
    >
      <div className="costs-split-head">
        <h2>Where it changed</h2>
        <Select
          label="Told by"
          hideLabel
          size="small"
          options={BY}
          value={by}
          onChange={props.onBy}
        />
        <p className="costs-text">
          {by === 'provider'
            ? 'Each provider’s clients are split by themselves: the sums agree with the waterfall, its single bars need not.'
            : 'Every column adds up to its bar.'}
        </p>
      </div>
      <div className="costs-split-rows">
        <Table
          caption={`Why the cost changed, ${BY.find(({ id }) => id === by)?.label.toLowerCase() ?? ''}, in pounds`}
          head={
            <>
              <Th>{HEADS[by]}</Th>
              <Th align="end">Change</Th>
              {bars.map((name) => (
                <Th key={name} align="end">
                  {labels.get(name) ?? name}
                </Th>
              ))}
            </>
          }
          foot={
            <tr>
              <Td>All</Td>
              <Td align="end">{signed(page.total_pence)}</Td>
              {bars.map((name) => (
                <Td key={name} align="end">
                  {signed(sumOf(page.rows, name))}
                </Td>
              ))}
            </tr>
          }
        >
          {page.rows.map((row) => (
            <tr key={row.key}>
              <Td>{row.label}</Td>
              <Td align="end">{signed(row.to_pence - row.from_pence)}</Td>
              {bars.map((name) => (
                <Td key={name} align="end" soft={isNothing(row.bars[name])}>
                  {signed(row.bars[name])}
                </Td>
              ))}
            </tr>
          ))}
        </Table>
      </div>
    </section>
  );
}

function sumOf(rows: readonly SplitRow[], name: SplitBarName): number {
  return rows.reduce((sum, { bars }) => sum + bars[name], 0);
}

function signed(pence: number): string {
  return isNothing(pence) ? '0' : `${pence > 0 ? '+' : ''}${formatPounds(pence).replace('£', '')}`;
}

/** Less than half a pound, which is no pound. */
function isNothing(pence: number): boolean {
  return Math.abs(pence) < 50;
}

/** A bar of less than half a pound would be drawn as nothing. */
export function isDrawn({ kind, pence }: ChangeBar): boolean {
  return kind === 'total' || !isNothing(pence);
}
