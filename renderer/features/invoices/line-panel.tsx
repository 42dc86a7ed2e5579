import { useState } from 'react';
import type { InvoiceRow } from '../../../shared/api/views/invoices.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import type { InvoiceAnswer } from '../../../shared/model/invoice.ts';
import { INVOICE_ANSWER_WORDS, INVOICE_ITEM_WORDS } from '../../../shared/model/year-words.ts';
import { FINDING_WORDS } from '../../../shared/service/year/finding-words.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { periodWords } from './invoice-words.ts';

/** One line: what was found, how it was answered, and answering it. */
export function LinePanel({ row }: { readonly row: InvoiceRow }) {
  const [answering, setAnswering] = useState<InvoiceAnswer | null>(null);
  const { line } = row;
  const nothingIn = row.queried_pence === 0 ? 'Nothing of the line is in query.' : null;
  const nothingOn = line.amount_pence <= 0 ? 'There is nothing to ask back on this line.' : null;
  const ask = (label: string, kind: InvoiceAnswer, disabledReason: string | null) => (
    <Button
      size="small"
      disabledReason={disabledReason}
      onPress={() => {
        setAnswering(kind);
      }}
    >
      {label}
    </Button>
  );
  return (
    // The panel is scrolled by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className="sheets-panel" aria-label="The line chosen" tabIndex={0}>
      <h2 className="invoice-line-name">
        Invoice {row.invoice_ref}, line {line.line}
      </h2>
      <p className="soft">
        {row.provider === '' ? 'Provider not named' : row.provider}
        {row.dated_on === null ? '' : `, ${formatDate(row.dated_on)}`}
      </p>
      <dl className="invoice-facts">
        <dt>Contract</dt>
        <dd>{line.contract_ref}</dd>
        <dt>Days</dt>
        <dd>{periodWords(line)}</dd>
        <dt>Item</dt>
        <dd>{INVOICE_ITEM_WORDS[line.item]}</dd>
        <dt>Price a day</dt>
        <dd>{line.unit_pence === null ? 'not given' : formatPence(line.unit_pence)}</dd>
        <dt>Invoiced</dt>
        <dd>{formatPence(line.amount_pence)}</dd>
        <dt>VAT</dt>
        <dd>{line.vat_pence === null ? 'not given' : formatPence(line.vat_pence)}</dd>
        {line.note === '' ? null : (
          <>
            <dt>Says</dt>
            <dd>{line.note}</dd>
          </>
        )}
      </dl>
      <section aria-label="What was found">
        <h3>What was found</h3>
        {row.findings.length === 0 ? (
          <p className="soft">Nothing: it is due as it stands.</p>
        ) : null}
        <ul className="invoice-findings">
          {row.findings.map((finding) => (
            <li key={finding.code}>
              <strong>{FINDING_WORDS[finding.code]}</strong>
              <span className="number">{formatPence(finding.pence)}</span>
              <p>{finding.sentence}</p>
            </li>
          ))}
        </ul>
      </section>
      <dl className="invoice-totals">
        <div>
          <dt>Accepted</dt>
          <dd>{formatPence(row.accepted_pence)}</dd>
        </div>
        <div>
          <dt>In query</dt>
          <dd>{formatPence(row.queried_pence)}</dd>
        </div>
        <div>
          <dt>Credited</dt>
          <dd>{formatPence(row.credited_pence)}</dd>
        </div>
      </dl>
      <div className="invoice-does">
        {ask('Asked back…', 'queried', nothingOn)}
        {ask('Accept it…', 'accepted', nothingIn)}
        {ask('Credited…', 'credited', nothingIn)}
      </div>
      {row.steps.length === 0 ? null : (
        <ol className="invoice-steps" aria-label="Answers">
          {row.steps.map((step) => (
            <li key={step.id}>
              <strong>{INVOICE_ANSWER_WORDS[step.kind]}</strong> {formatPence(step.pence)}{' '}
              <span className="soft">
                {formatDate(step.on)}, {step.by}
              </span>
              <p>{step.why}</p>
            </li>
          ))}
        </ol>
      )}
      {answering === null ? null : (
        <AnswerDialog
          row={row}
          kind={answering}
          onClose={() => {
            setAnswering(null);
          }}
        />
      )}
    </aside>
  );
}

const TITLES: Readonly<Record<InvoiceAnswer, string>> = {
  queried: 'Asked back of the provider',
  accepted: 'Accept what is in query',
  credited: 'The provider credited it',
};
const VERBS: Readonly<Record<InvoiceAnswer, string>> = {
  queried: 'Record the query',
  accepted: 'Accept it',
  credited: 'Record the credit',
};

/** Pounds as typed, as whole pence; null for anything else. */
function penceOf(text: string): number | null {
  const match = /^£?\s*(\d{1,7})(?:\.(\d{1,2}))?$/u.exec(text.trim().replaceAll(',', ''));
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

function AnswerDialog(props: {
  readonly row: InvoiceRow;
  readonly kind: InvoiceAnswer;
  readonly onClose: () => void;
}) {
  const { row, kind } = props;
  const found = kind === 'queried' ? Math.max(row.over_pence, row.queried_pence) : row.queried_pence; // prettier-ignore
  const [amount, setAmount] = useState((found / 100).toFixed(2));
  const [why, setWhy] = useState(
    kind === 'queried' ? row.findings.map(({ sentence }) => sentence).join(' ') : '',
  );
  const [by, setBy] = useState(officerName);
  const pence = penceOf(amount);
  const problems = [
    ...(pence === null || pence === 0 ? ['Give an amount in pounds.'] : []),
    ...(why.trim() === '' ? ['Write why.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={TITLES[kind]}
      verb={VERBS[kind]}
      done="Recorded."
      problems={problems}
      signedBy={by}
      sign={() =>
        call('invoices/answer', { line_id: row.line.id, kind, pence: pence ?? 0, why, by })
      }
      onClose={props.onClose}
    >
      <TextField
        label="Amount, £"
        value={amount}
        onChange={setAmount}
        inputMode="decimal"
        isRequired
      />
      <TextField
        label={kind === 'queried' ? 'What was asked' : kind === 'accepted' ? 'Why it is accepted' : 'Credit note'} // prettier-ignore
        value={why}
        onChange={setWhy}
        lines={3}
        isRequired
      />
      <TextField label="By" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
