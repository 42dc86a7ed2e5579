import { useState } from 'react';
import type { SplitPage } from '../../../shared/api/views/pressure.ts';
import {
  ADJUSTED_BAR_WORDS,
  ADJUSTED_BARS,
  ADJUSTMENT_KIND_WORDS,
  ADJUSTMENT_KINDS,
  type AdjustedBar,
  type Adjustment,
  type AdjustmentKind,
} from '../../../shared/costing/adjustment-settings.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { barsWith, type SidePeriod } from '../../../shared/pressure/adjusted-bars.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { readTyped, typedOf, USUAL_EFFECT, type TypedAdjustment } from './adjustment-typed.ts';
import { EffectTable } from './effect-table.tsx';

const KIND_HELP: Readonly<Record<AdjustmentKind, string>> = {
  policy: 'A change of the council’s own rules or charges, or of a setting, between the two years.',
  savings: 'What a programme took out of the cost: vehicles fuller, children trained to travel. Those tracked in Costs, Budget are in the bar already: do not record them again.',
  income: 'Contributions of families, recharges to social care or another authority: more income is less cost.',
  one_offs: 'A cost of one time that will not come again: cover after a hand-back, a settlement, a move of school.',
}; // prettier-ignore

const EFFECTS = [
  { id: 'less', label: 'The cost falls' },
  { id: 'more', label: 'The cost rises' },
] as const;

/** Adds an adjustment or changes one: each field explained, and what it does to the waterfall while it is typed. */
export function AdjustmentDialog(props: {
  readonly was: Adjustment | null;
  readonly page: SplitPage;
  /** Days of both sides; null where one has none of its own. */
  readonly sides: { readonly from: SidePeriod; readonly to: SidePeriod } | null;
  readonly onTakeOut: () => void;
  readonly onClose: () => void;
}) {
  const { was, page, sides } = props;
  const [typed, setTyped] = useState(() =>
    typedOf(was, {
      from_on: sides?.to.from_on ?? '',
      to_on: sides?.to.to_on ?? '',
      signed_by: officerName(),
    }),
  );
  const put = (part: Partial<TypedAdjustment>): void => {
    setTyped((before) => ({ ...before, ...part }));
  };
  const { now, problems, warnings } = readTyped(typed);
  return (
    <SigningDialog
      title={was === null ? 'Policy, a saving, income or a one-off' : was.label}
      width={960}
      verb={was === null ? 'Record it' : 'Keep the change'}
      done="It stands in the waterfall."
      problems={problems}
      signedBy={typed.signed_by}
      sign={async () =>
        now === null
          ? fail('not_complete', 'It is not whole yet.', 'Fill in what is still wanting.')
          : call('adjustments/save', { was, now })
      }
      onClose={props.onClose}
    >
      <div className="adjust-form">
        <div className="case-form-fields">
          <Select label="Kind" description={KIND_HELP[typed.kind]} options={ADJUSTMENT_KINDS.map((id) => ({ id, label: ADJUSTMENT_KIND_WORDS[id] }))} value={typed.kind} onChange={(kind) => { put({ kind, effect: USUAL_EFFECT[kind] }); }} />
          <TextField label="What it is" description="As a committee would read it." value={typed.label} onChange={(label) => { put({ label }); }} isRequired takesFocus={was === null} />
          <DateField label="From" description="Its first day." value={typed.from_on} onChange={(from_on) => { put({ from_on }); }} />
          <DateField label="To" description="Its last day. A year or month takes its part by days." value={typed.to_on} onChange={(to_on) => { put({ to_on }); }} />
          <TextField label="Pounds over all its days" description="Without a sign, at what it comes to from its first day to its last." value={typed.pounds} inputMode="decimal" onChange={(pounds) => { put({ pounds }); }} isRequired />
          <Select label="What it does" description="A saving and income usually lower the cost." options={EFFECTS} value={typed.effect} onChange={(effect) => { put({ effect }); }} />
          <Select label="Part of which bar already" description={withinHelp(typed.within, typed.kind)} options={ADJUSTED_BARS.map((id) => ({ id, label: ADJUSTED_BAR_WORDS[id] }))} value={typed.within} onChange={(within) => { put({ within }); }} />
          <TextField label="Source" description="Where it was decided or is recorded: minute, agreement, ledger code, with its date." value={typed.source} onChange={(source) => { put({ source }); }} lines={2} isRequired />
        </div>
        <section className="adjust-effect" aria-label="What it does to the waterfall">
          <h3>
            What the bars would say, {page.from.label} to {page.to.label}
          </h3>
          {sides === null ? (
            <p className="soft">Shown once it is kept: one of the two sides has no days of its own to share it by.</p>
          ) : now === null ? (
            <p className="soft">Give its days and its pounds, and the bars that move stand here.</p>
          ) : (
            <EffectTable before={page.bars} after={barsWith(page.bars, { was, now }, sides)} />
          )}
          {warnings.map((warning) => (
            <p key={warning} className="adjust-warning">
              {warning}
            </p>
          ))}
        </section>
      </div>
      <div className="case-form-fields">
        <TextField label="Signed by" description="Who answers for it; kept with the day." value={typed.signed_by} onChange={(signed_by) => { put({ signed_by }); }} isRequired />
        {was === null ? null : (
          <div className="adjust-out">
            <Button onPress={props.onTakeOut}>Take it out…</Button>
          </div>
        )}
      </div>
    </SigningDialog>
  );
} // prettier-ignore

function withinHelp(within: AdjustedBar, kind: AdjustmentKind): string {
  const own = ADJUSTMENT_KIND_WORDS[kind];
  return within === 'none'
    ? `It is in no route’s price: the bar ${own} and the total both take it.`
    : `The routes’ prices hold it already: it moves from ${ADJUSTED_BAR_WORDS[within]} to ${own}, the total stays.`;
}
