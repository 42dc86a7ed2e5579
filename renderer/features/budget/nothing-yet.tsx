import { Download, FolderInput, Landmark } from 'lucide-react';
import { go, hrefOf } from '../../state/place.ts';
import { saveBytes } from '../../state/files.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

/** What each file holds; headings as your finance system writes them are understood too. */
const FILES: readonly {
  readonly name: string;
  readonly columns: readonly string[];
  readonly says: string;
}[] = [
  {
    name: 'budget',
    columns: [
      'Financial year',
      'Cost code',
      'Budget line',
      'Description',
      'Original budget',
      'Current budget',
      'Changed on',
      'Reason',
    ],
    says: 'A row a cost code. Income stands below nothing.',
  },
  {
    name: 'ledger',
    columns: [
      'Financial year',
      'Period',
      'Cost code',
      'Budget line',
      'Posted on',
      'Document',
      'Provider',
      'Contract',
      'Invoice',
      'Narrative',
      'Amount',
    ],
    says: 'A row a posting. Credits stand below nothing, in brackets or with CR; period 1 is April.',
  },
  {
    name: 'benchmarks',
    columns: ['Benchmark', 'Budget line', 'Figure', 'Unit', 'Year', 'Source', 'Definition'],
    says: 'A row a published figure a head, with what it counts.',
  },
];

/** Before a budget or a ledger was imported: what to bring, and in which columns. */
export function NothingYet() {
  return (
    <div className="budget">
      <div className="budget-page">
        <h1>Budget</h1>
        <EmptyState
          icon={Landmark}
          title="No budget and no ledger yet"
          action={
            <Button
              variant="primary"
              icon={FolderInput}
              onPress={() => {
                go(hrefOf('data'));
              }}
            >
              Import them
            </Button>
          }
        >
          Import the year’s budget and your finance system’s transactions (.xlsx or .csv). Each
          period then shows what was spent, what ran and is not invoiced, what confirmed contracts
          still cost, and what the year comes to.
        </EmptyState>
        <Table
          caption="The columns wanted"
          showCaption
          head={
            <>
              <Th>File</Th>
              <Th>Columns</Th>
              <Th>What it holds</Th>
              <Th>
                <span className="visually-hidden">An empty file</span>
              </Th>
            </>
          }
        >
          {FILES.map(({ name, columns, says }) => (
            <tr key={name}>
              <Td>{name.charAt(0).toUpperCase() + name.slice(1)}</Td>
              <Td>{columns.join(', ')}</Td>
              <Td soft>{says}</Td>
              <Td>
                <Button
                  size="small"
                  icon={Download}
                  onPress={() => {
                    saveBytes(
                      `${name}.csv`,
                      new TextEncoder().encode(`\uFEFF${columns.join(',')}\r\n`),
                      'text/csv',
                    );
                  }}
                >
                  Empty .csv
                </Button>
              </Td>
            </tr>
          ))}
        </Table>
      </div>
    </div>
  );
}
