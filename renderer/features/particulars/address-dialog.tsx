import { useState } from 'react';
import type { ParticularsPage } from '../../../shared/api/views/particulars.ts';
import type { Weekday } from '../../../shared/calendar/dates.ts';
import { addressProblems } from '../../../shared/casework/check-particulars.ts';
import {
  ADDRESS_WORDS,
  BUDGET_WORDS,
  RHYTHM_WORDS,
} from '../../../shared/casework/particulars-words.ts';
import { AWARD_LEGS, AWARD_POWERS } from '../../../shared/model/decision.ts';
import {
  ADDRESS_KINDS,
  BUDGETS,
  DISCRETIONARY,
  RHYTHMS,
  type AddressGiven,
  type ClientAddress,
} from '../../../shared/model/particulars.ts';
import { LEGS_WORDS, POWER_WORDS } from '../../../shared/model/words.ts';
import { call } from '../../bridge/bridge.ts';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { DaysField } from '../applications/days-field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { SpanFields } from './span-fields.tsx';

function firstAddress(page: ParticularsPage): AddressGiven {
  return {
    kind: 'other_parent',
    address: '',
    postcode: '',
    days: [],
    legs: 'both',
    rhythm: 'daily',
    power: 's508B',
    budget: 'education',
    budget_note: '',
    from_on: page.on,
    to_on: null,
    protected: false,
    note: '',
  };
}

/** One address of a child, new or changed. */
export function AddressDialog(props: {
  readonly page: ParticularsPage;
  readonly address: ClientAddress | null;
  readonly onClose: () => void;
}) {
  const { page, address: kept } = props;
  const [given, setGiven] = useState<AddressGiven>(() => kept ?? firstAddress(page));
  const set = (change: Partial<AddressGiven>): void => {
    setGiven((before) => ({ ...before, ...change }));
  };
  const isHidden = kept !== null && kept.address === '' && kept.kind !== 'home';
  const others = page.addresses.filter(({ id }) => id !== kept?.id);
  const problems = addressProblems(
    isHidden ? { ...given, address: given.address || '–' } : given,
    others,
  );
  const {
    kind,
    address,
    postcode,
    days,
    legs,
    rhythm,
    power,
    budget,
    budget_note,
    from_on,
    to_on,
    note,
  } = given;
  return (
    <SigningDialog
      title={kept === null ? 'Add an address' : 'Change the address'}
      verb="Save address"
      done="Address saved."
      problems={problems}
      signedBy=""
      sign={() =>
        call('particulars/save-address', {
          client_id: page.client_id,
          id: kept?.id ?? null,
          address: {
            kind,
            address,
            postcode,
            days: [...days],
            legs,
            rhythm,
            power,
            budget,
            budget_note,
            from_on,
            to_on,
            protected: given.protected,
            note,
          },
        })
      }
      onClose={props.onClose}
    >
      <div className="case-form-fields">
        <Select
          label="Whose"
          value={kind}
          options={ADDRESS_KINDS.map((id) => ({ id, label: ADDRESS_WORDS[id] }))}
          onChange={(next) => {
            set({
              kind: next,
              ...(DISCRETIONARY.includes(next) && power === 's508B'
                ? { power: 's508C' as const }
                : {}),
              rhythm: next === 'residential' ? 'weekly' : 'daily',
            });
          }}
        />
        <Select
          label="How often"
          value={rhythm}
          options={RHYTHMS.map((id) => ({ id, label: RHYTHM_WORDS[id] }))}
          onChange={(next) => {
            set({ rhythm: next });
          }}
        />
        <div className="case-form-wide">
          <TextField
            label="Address"
            value={address}
            onChange={(next) => {
              set({ address: next });
            }}
            {...(kind === 'home'
              ? { description: 'Empty: the home in the record.' }
              : isHidden
                ? { description: 'Protected; left empty it stays as it is.' }
                : {})}
          />
        </div>
        <TextField
          label="Postcode"
          value={postcode}
          onChange={(next) => {
            set({ postcode: next });
          }}
        />
        <Select
          label="Legs"
          value={legs}
          options={AWARD_LEGS.map((id) => ({ id, label: LEGS_WORDS[id] }))}
          onChange={(next) => {
            set({ legs: next });
          }}
        />
        {rhythm === 'daily' ? (
          <div className="case-form-wide">
            <DaysField
              label="Days"
              value={days}
              onChange={(next: readonly Weekday[]) => {
                set({ days: next });
              }}
            />
          </div>
        ) : null}
        <Select
          label="Power"
          value={power}
          options={AWARD_POWERS.map((id) => ({ id, label: POWER_WORDS[id] }))}
          onChange={(next) => {
            set({ power: next });
          }}
        />
        <Select
          label="Paying budget"
          value={budget}
          options={BUDGETS.map((id) => ({ id, label: BUDGET_WORDS[id] }))}
          onChange={(next) => {
            set({ budget: next });
          }}
        />
        <TextField
          label={budget === 'other_authority' ? 'Which authority' : 'Said of the budget'}
          value={budget_note}
          onChange={(next) => {
            set({ budget_note: next });
          }}
        />
        <SpanFields span={given} onChange={set} />
        <div className="case-form-wide">
          <TextField
            label="Note"
            value={note}
            onChange={(next) => {
              set({ note: next });
            }}
            lines={2}
            description="Also why, where two addresses share a day."
          />
        </div>
        <div className="case-form-wide">
          <Checkbox
            isSelected={given.protected}
            onChange={(next) => {
              set({ protected: next });
            }}
          >
            Protected: shown only to officers named for it
          </Checkbox>
        </div>
      </div>
    </SigningDialog>
  );
}
