import { useState } from 'react';
import type { CostOverview } from '../../../shared/api/views/costs.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import type { BillLine } from '../../../shared/pressure/overview.ts';
import { formatShare } from '../../../shared/format/number.ts';
import { Table, Td, Th } from '../../ui/table.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { BillRoutesDialog } from './bill-routes-dialog.tsx';
import { FinancialYearsTable } from './financial-years-table.tsx';

/** The bill by kind of line, a day and a year; the lines add up to the headline. */
export function BillPanel({ overview }: { readonly overview: CostOverview }) {
  const [open, setOpen] = useState<BillLine | null>(null);
  return (
    <div className="costs-narrow costs-stack">
      <Table
        caption="What the cost is made of"
        head={
          <>
            <Th>Line</Th>
            <Th>Known from</Th>
            <Th align="end">£ a day</Th>
            <Th align="end">£ a year</Th>
            <Th align="end">Share</Th>
          </>
        }
        foot={
          <tr>
            <Td colSpan={2}>All lines</Td>
            <Td align="end">{plain(formatPence(overview.cost_day_pence))}</Td>
            <Td align="end">{plain(formatPounds(overview.cost_year_pence))}</Td>
            <Td align="end">100%</Td>
          </tr>
        }
      >
        {overview.lines.map((line) => (
          <tr key={line.key}>
            <Td>
              <LinkButton
                onPress={() => {
                  setOpen(line);
                }}
              >
                {line.label}
              </LinkButton>
            </Td>
            <Td soft>
              {line.estimated ? 'estimated, by the rate card' : 'contract, by the register'}
            </Td>
            <Td align="end">{plain(formatPence(line.day_pence))}</Td>
            <Td align="end">{plain(formatPounds(line.year_pence))}</Td>
            <Td align="end" soft>
              {formatShare(line.year_pence, overview.cost_year_pence, 1)}
            </Td>
          </tr>
        ))}
      </Table>
      <FinancialYearsTable />
      {open === null ? null : (
        <BillRoutesDialog
          line={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}

/** The heading names the unit. */
function plain(amount: string): string {
  return amount.replace('£', '');
}
