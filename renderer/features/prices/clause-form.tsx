import { useState } from 'react';
import type { ClauseRow } from '../../../shared/api/views/prices.ts';
import { parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import { parseMonthKey } from '../../../shared/calendar/months.ts';
import { clauseProblems, clauseWarnings } from '../../../shared/costing/clauses/check-clause.ts';
import {
  PRICE_INDICES,
  type IndexClause,
  type PriceIndex,
} from '../../../shared/model/index-clause.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { INDEX_LABELS, INDEX_UNITS, keptValue, shownValue, typedPercent } from './index-words.ts';

const KINDS = [
  { id: 'proportional', label: 'A share moves with the index' },
  { id: 'fixed', label: 'A fixed rise while the index is high' },
] as const;

/** What is typed of a clause. */
interface Typed {
  readonly ref: string;
  readonly provider: string;
  readonly contract_ref: string;
  readonly kind: IndexClause['kind'];
  readonly index: PriceIndex;
  readonly share: string;
  readonly fixed: string;
  readonly base_month: string;
  readonly lag: string;
  readonly cap: string;
  readonly collar: string;
  readonly trigger: string;
  readonly symmetric: boolean;
  readonly from_on: string;
  readonly to_on: string;
  readonly source: string;
}

const text = (value: number | null): string => (value === null ? '' : String(value));

function typedOf(clause: IndexClause | null, provider: string): Typed {
  if (clause === null)
    return { ref: '', provider, contract_ref: '', kind: 'proportional', index: 'diesel', share: '', fixed: '', base_month: '', lag: '1', cap: '', collar: '', trigger: '', symmetric: true, from_on: '', to_on: '', source: '' };
  return {
    ...clause,
    share: text(clause.share_percent),
    fixed: text(clause.fixed_percent),
    base_month: clause.base_month ?? '',
    lag: text(clause.lag_months),
    cap: text(clause.cap_percent),
    collar: text(clause.collar_percent),
    trigger: clause.trigger === null ? '' : shownValue(clause.index, clause.trigger),
    to_on: clause.to_on ?? '',
  };
} // prettier-ignore

/** The clause as it would be kept, or what cannot be read. */
function readTyped(typed: Typed, on: IsoDate) {
  const base_month = parseMonthKey(typed.base_month.trim());
  const from_on = parseIsoDate(typed.from_on);
  const to_on = parseIsoDate(typed.to_on);
  const isFixed = typed.kind === 'fixed';
  const trigger = typed.trigger.trim() === '' ? null : keptValue(typed.index, typed.trigger);
  const optional = [typed.cap, typed.collar, ...(isFixed ? [typed.fixed] : [])];
  const clause = {
    ref: typed.ref,
    provider: typed.provider,
    contract_ref: typed.contract_ref.trim(),
    kind: typed.kind,
    index: typed.index,
    share_percent: typedPercent(typed.share) ?? 0,
    fixed_percent: isFixed ? typedPercent(typed.fixed) : null,
    base_month: isFixed ? null : base_month,
    lag_months: /^\d+$/.test(typed.lag.trim()) ? Number(typed.lag) : -1,
    cap_percent: typedPercent(typed.cap),
    collar_percent: typedPercent(typed.collar),
    trigger,
    symmetric: !isFixed && typed.symmetric,
    from_on: from_on ?? on,
    to_on,
    source: typed.source.trim(),
  };
  const unread = [
    ...(from_on === null ? ['Say from when it holds.'] : []),
    ...(!isFixed && typed.base_month.trim() !== '' && base_month === null ? ['Write the base month as 2026-04.'] : []),
    ...(typed.trigger.trim() !== '' && trigger === null ? ['Give the trigger as a number.'] : []),
    ...(optional.some((each) => each.trim() !== '' && typedPercent(each) === null) ? ['Give per cents as numbers.'] : []),
    ...(clause.source === '' ? ['Say where the clause is written.'] : []),
  ];
  return { clause, problems: [...unread, ...clauseProblems(clause)], warnings: clauseWarnings(clause) };
} // prettier-ignore

/** Adds a clause or changes one; the one of that name keeps its history. */
export function ClauseForm(props: {
  readonly row: ClauseRow | null;
  readonly providers: readonly string[];
  readonly on: IsoDate;
  readonly onClose: () => void;
}) {
  const { row, providers } = props;
  const [typed, setTyped] = useState(() => typedOf(row?.clause ?? null, providers[0] ?? ''));
  const [by, setBy] = useState(officerName);
  const put = (part: Partial<Typed>): void => {
    setTyped((before) => ({ ...before, ...part }));
  };
  const { clause, problems, warnings } = readTyped(typed, props.on);
  const unit = INDEX_UNITS[typed.index];
  return (
    <SigningDialog
      title={row === null ? 'An index clause' : row.clause.ref}
      verb="Keep the clause"
      done="What it gives is reckoned at once; the price paid stays the register’s."
      problems={[...problems, ...(by.trim() === '' ? ['Sign with your name.'] : [])]}
      signedBy={by}
      sign={() => call('clauses/save', { clause, by })}
      onClose={props.onClose}
    >
      <div className="case-form-fields">
        <Select label="Provider" options={providers.map((id) => ({ id, label: id }))} value={typed.provider} onChange={(provider) => { put({ provider }); }} />
        <TextField label="One contract alone" description="Its number; leave empty for all of the provider’s" value={typed.contract_ref} onChange={(contract_ref) => { put({ contract_ref }); }} />
        <Select label="How it works" options={KINDS} value={typed.kind} onChange={(kind) => { put({ kind }); }} />
        <Select label="Index" options={PRICE_INDICES.map((id) => ({ id, label: INDEX_LABELS[id] }))} value={typed.index} onChange={(index) => { put({ index }); }} />
        <TextField label="Share of the price, %" value={typed.share} inputMode="decimal" onChange={(share) => { put({ share }); }} isRequired />
        {typed.kind === 'fixed' ? (
          <TextField label="Rise of the share, %" value={typed.fixed} inputMode="decimal" onChange={(fixed) => { put({ fixed }); }} isRequired />
        ) : (
          <TextField label="Base month" description="Empty: when each price was set" placeholder="2026-04" value={typed.base_month} onChange={(base_month) => { put({ base_month }); }} />
        )}
        <TextField label="Lag, months" value={typed.lag} inputMode="numeric" onChange={(lag) => { put({ lag }); }} />
        <TextField label={`Trigger, ${unit}`} description={typed.kind === 'fixed' ? 'It holds at this or above' : 'Empty: none'} value={typed.trigger} inputMode="decimal" onChange={(trigger) => { put({ trigger }); }} />
        <TextField label="Cap, % of the price" description="Empty: none" value={typed.cap} inputMode="decimal" onChange={(cap) => { put({ cap }); }} />
        <TextField label="Collar, % of the price" description="Empty: none" value={typed.collar} inputMode="decimal" onChange={(collar) => { put({ collar }); }} />
        <DateField label="From" value={typed.from_on} onChange={(from_on) => { put({ from_on }); }} />
        <DateField label="To (empty: no end)" value={typed.to_on} onChange={(to_on) => { put({ to_on }); }} />
      </div>
      {typed.kind === 'fixed' ? null : (
        <Checkbox isSelected={typed.symmetric} onChange={(symmetric) => { put({ symmetric }); }}>
          The price falls with the index, too
        </Checkbox>
      )}
      <TextField label="Where it is written" value={typed.source} onChange={(source) => { put({ source }); }} lines={2} isRequired />
      {warnings.map((warning) => (
        <p key={warning} className="costs-text">
          {warning}
        </p>
      ))}
      <TextField label="Signed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
} // prettier-ignore
