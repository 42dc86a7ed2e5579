import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { ApplicationRow } from '../../../shared/api/views/applications.ts';
import { hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { HeldDialog } from '../applications/held-dialog.tsx';

/** Applications kept but not used until a person decides, with what stands in the way of each. */
export function HeldPart(props: { readonly rows: readonly ApplicationRow[] }) {
  const [deciding, setDeciding] = useState<number | null>(null);
  if (props.rows.length === 0) {
    return (
      <EmptyState icon={CircleCheck} title="Nothing is held">
        Rows that an import could not take in without a person’s word would stand here.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="data-lead">
        Held applications are kept and counted, but not planned. Decide each: take it into use, or
        refuse it.
      </p>
      <Table
        caption="Held applications"
        head={
          <>
            <Th>Child</Th>
            <Th>Reference</Th>
            <Th>Why it is held</Th>
            <Th>Decision</Th>
          </>
        }
      >
        {props.rows.map((row) => (
          <tr key={row.client_id}>
            <Td>
              <a href={hrefOfCase(row.client_id)}>{row.name}</a>
            </Td>
            <Td soft>
              <span className="data-none">{row.ref}</span>
            </Td>
            <Td>{row.held_reason}</Td>
            <Td>
              <Button
                size="small"
                onPress={() => {
                  setDeciding(row.client_id);
                }}
              >
                Decide
              </Button>
            </Td>
          </tr>
        ))}
      </Table>
      {deciding === null ? null : (
        <HeldDialog
          clientId={deciding}
          onClose={() => {
            setDeciding(null);
          }}
        />
      )}
    </>
  );
}
