import { useState } from 'react';
import type { LedgerRow } from '../../../shared/api/views/money.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { shownLineWords } from '../../../shared/money/budget-lines.ts';
import { MATCH_KINDS, MATCH_WORDS } from '../../../shared/money/match-ledger.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import type { BudgetPartProps } from './budget-screen.tsx';
import { exact } from './budget-words.ts';

const MOST = 200;

/** The ledger against contracts and invoices: sums that agree to the penny, and what is left to look at. */
export function LedgerPart({ view }: BudgetPartProps) {
  const [taking, setTaking] = useState<LedgerRow | null>(null);
  const sum = (of: (each: (typeof view.reconciled)[number]) => number): number =>
    view.reconciled.reduce((total, each) => total + of(each), 0);
  const unmatched = view.unmatched.reduce((total, { line }) => total + line.amount_pence, 0);
  return (
    <section className="budget-part" aria-label="Ledger">
      <Table
        caption="The ledger by what its lines were matched to, pounds"
        showCaption
        head={
          <>
            <Th>Line</Th>
            {MATCH_KINDS.map((kind) => (
              <Th key={kind} align="end">
                {MATCH_WORDS[kind]}
              </Th>
            ))}
            <Th align="end">Actual</Th>
          </>
        }
        foot={
          <tr>
            <Td>Total</Td>
            {MATCH_KINDS.map((kind) => (
              <Td key={kind} align="end">
                {exact(sum(({ pence }) => pence[kind]))}
              </Td>
            ))}
            <Td align="end">{exact(sum(({ actual_pence }) => actual_pence))}</Td>
          </tr>
        }
      >
        {view.reconciled.map((each) => (
          <tr key={each.line}>
            <Td>{shownLineWords(each.line)}</Td>
            {MATCH_KINDS.map((kind) => (
              <Td key={kind} align="end">
                <span title={formatQuantity(each.lines[kind], 'line')}>
                  {each.lines[kind] === 0 ? '' : exact(each.pence[kind])}
                </span>
              </Td>
            ))}
            <Td align="end">{exact(each.actual_pence)}</Td>
          </tr>
        ))}
      </Table>
      {view.unmatched.length === 0 ? (
        <p className="soft">Every line of the ledger found its contract or invoice.</p>
      ) : (
        <Table
          caption={`${formatQuantity(view.unmatched.length, 'line')} to look at, ${formatPence(unmatched)} together`}
          showCaption
          head={
            <>
              <Th>Period</Th>
              <Th>Code</Th>
              <Th>Provider</Th>
              <Th>Contract</Th>
              <Th>Invoice</Th>
              <Th align="end">£</Th>
              <Th>Why</Th>
              <Th>
                <span className="visually-hidden">What to do</span>
              </Th>
            </>
          }
        >
          {view.unmatched.slice(0, MOST).map((row) => (
            <tr key={row.line.id}>
              <Td>{row.line.period}</Td>
              <Td>{row.line.code}</Td>
              <Td>{row.line.provider}</Td>
              <Td>{row.line.contract_ref}</Td>
              <Td>{row.line.invoice_ref}</Td>
              <Td align="end">{exact(row.line.amount_pence)}</Td>
              <Td soft>{[row.line.narrative, row.why].filter(Boolean).join('. ')}</Td>
              <Td>
                <LinkButton
                  label={`Take out ${row.line.document}, ${formatPence(row.line.amount_pence)}`}
                  onPress={() => {
                    setTaking(row);
                  }}
                >
                  Take out…
                </LinkButton>
              </Td>
            </tr>
          ))}
        </Table>
      )}
      {view.invoices.length === 0 ? (
        <p className="soft">The ledger has every invoice as it was accepted.</p>
      ) : (
        <Table
          caption="Invoices that the ledger has otherwise than they were accepted, pounds"
          showCaption
          head={
            <>
              <Th>Invoice</Th>
              <Th>Provider</Th>
              <Th align="end">Accepted</Th>
              <Th align="end">In the ledger</Th>
              <Th align="end">Difference</Th>
              <Th>What that means</Th>
            </>
          }
        >
          {view.invoices.slice(0, MOST).map((each) => (
            <tr key={each.invoice_id}>
              <Td>{each.ref}</Td>
              <Td>{each.provider}</Td>
              <Td align="end">{exact(each.accepted_pence)}</Td>
              <Td align="end">{exact(each.posted_pence)}</Td>
              <Td align="end">{exact(each.accepted_pence - each.posted_pence)}</Td>
              <Td soft>{each.sentence}</Td>
            </tr>
          ))}
        </Table>
      )}
      {taking === null ? null : (
        <TakeOutDialog
          row={taking}
          onClose={() => {
            setTaking(null);
          }}
        />
      )}
    </section>
  );
}

/** Takes a line out that the council's own ledger does not have any more. */
function TakeOutDialog(props: { readonly row: LedgerRow; readonly onClose: () => void }) {
  const { line } = props.row;
  const [why, setWhy] = useState('');
  return (
    <SigningDialog
      title={`Take ${formatPence(line.amount_pence)} out of the ledger`}
      verb="Take it out"
      done="The line is taken out; the history keeps it."
      problems={why.trim() === '' ? ['Write why.'] : []}
      signedBy={officerName()}
      sign={() => call('money/take-out-ledger', { ids: [line.id], reason: why })}
      onClose={props.onClose}
    >
      <p>
        Only where your council’s own ledger does not have the line any more, or has it otherwise. A
        line that stands there stays here, matched or not.
      </p>
      <TextField label="Why" value={why} onChange={setWhy} lines={2} isRequired />
    </SigningDialog>
  );
}
