import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { financialYearName, PERIODS } from '../../../shared/calendar/financial-year.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { SAVING_KINDS, type Saving, type SavingKind } from '../../../shared/model/budget.ts';
import { SAVING_KIND_WORDS } from '../../../shared/model/budget-words.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { penceOf, PERIOD_OPTIONS } from './budget-words.ts';

const typed = (pence: number): string => (pence / 100).toFixed(2);

/** Adds or changes a saving: what is promised. What is delivered is not asked for. */
export function SavingDialog(props: {
  readonly saving: Saving | null;
  readonly year: number;
  readonly onClose: () => void;
  readonly onRemove: (id: number) => void;
}) {
  const { saving, year } = props;
  const [name, setName] = useState(saving?.name ?? '');
  const [owner, setOwner] = useState(saving?.owner ?? officerName());
  const [kind, setKind] = useState<SavingKind>(saving?.kind ?? 'cashable');
  const [baseline, setBaseline] = useState(saving?.baseline ?? '');
  const [baselineText, setBaselineText] = useState(typed(saving?.baseline_pence ?? 0));
  const [from, setFrom] = useState<string>(saving?.from_on ?? '');
  const [contracts, setContracts] = useState(saving?.contracts.join(', ') ?? '');
  const [profile, setProfile] = useState<readonly string[]>(
    (saving?.profile ?? PERIODS.map(() => 0)).map(typed),
  );
  const from_on = parseIsoDate(from);
  const baseline_pence = penceOf(baselineText);
  const planned = profile.map(penceOf);
  const refs = contracts.split(/[\s,;]+/u).filter(Boolean);
  const problems = [
    ...(name.trim() === '' ? ['Give the saving a name.'] : []),
    ...(owner.trim() === '' ? ['Say who owns it.'] : []),
    ...(from_on === null ? ['Give the day it begins.'] : []),
    ...(baseline_pence === null || baseline_pence < 0 ? ['Give the baseline in pounds.'] : []),
    ...(refs.length === 0 ? ['Name the contracts whose prices it changes.'] : []),
    ...(planned.includes(null) ? ['Give what is planned in pounds, period by period.'] : []),
  ];
  const total = planned.reduce<number>((sum, pence) => sum + (pence ?? 0), 0);
  return (
    <SigningDialog
      title={saving === null ? `Add a saving of ${financialYearName(year)}` : saving.name}
      verb={saving === null ? 'Add the saving' : 'Keep the changes'}
      done="The saving is kept."
      problems={problems}
      signedBy={officerName()}
      sign={async () =>
        from_on === null || baseline_pence === null
          ? fail('not_complete', 'The saving is not whole.', 'Give its day and its baseline.')
          : call('money/save-saving', {
              id: saving?.id ?? null,
              name,
              owner,
              kind,
              baseline,
              baseline_pence,
              year: saving?.year ?? year,
              from_on,
              contracts: refs,
              profile: planned.map((pence) => pence ?? 0),
            })
      }
      onClose={props.onClose}
    >
      <TextField label="Name" value={name} onChange={setName} isRequired />
      <TextField label="Owner" value={owner} onChange={setOwner} isRequired />
      <Select
        label="Kind"
        value={kind}
        options={SAVING_KINDS.map((id) => ({ id, label: SAVING_KIND_WORDS[id] }))}
        onChange={setKind}
      />
      <DateField
        label="Begins on"
        value={from}
        onChange={setFrom}
        description="Prices are compared with those of the day before."
      />
      <TextField label="Baseline in words" value={baseline} onChange={setBaseline} />
      <TextField
        label="Baseline a year, £"
        value={baselineText}
        onChange={setBaselineText}
        inputMode="decimal"
      />
      <TextField
        label="Contracts"
        value={contracts}
        onChange={setContracts}
        lines={2}
        isRequired
        description="Numbers, with commas between. What is delivered comes from their prices alone."
      />
      <fieldset className="budget-profile">
        <legend>Planned by period, £: {formatPence(total)} in the year</legend>
        {PERIOD_OPTIONS.map(({ id, label }, at) => (
          <TextField
            key={id}
            label={label}
            value={profile[at] ?? ''}
            inputMode="decimal"
            onChange={(text) => {
              setProfile(profile.map((each, index) => (index === at ? text : each)));
            }}
          />
        ))}
      </fieldset>
      {saving === null ? null : (
        <div>
          <Button
            size="small"
            onPress={() => {
              props.onRemove(saving.id);
            }}
          >
            Remove this saving
          </Button>
        </div>
      )}
    </SigningDialog>
  );
}
