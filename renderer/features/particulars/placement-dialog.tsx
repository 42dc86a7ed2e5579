import { useState } from 'react';
import type { ParticularsPage } from '../../../shared/api/views/particulars.ts';
import { placementProblems } from '../../../shared/casework/check-particulars.ts';
import { PLACEMENT_WORDS } from '../../../shared/casework/particulars-words.ts';
import {
  PLACEMENT_KINDS,
  type ClientPlacement,
  type PlacementGiven,
} from '../../../shared/model/particulars.ts';
import { call } from '../../bridge/bridge.ts';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { DaysField } from '../applications/days-field.tsx';
import { SchoolChoice } from '../applications/school-choice.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { SpanFields } from './span-fields.tsx';

/** One setting of education beside the school in the record. */
export function PlacementDialog(props: {
  readonly page: ParticularsPage;
  readonly placement: ClientPlacement | null;
  readonly onClose: () => void;
}) {
  const { page, placement: kept } = props;
  const [given, setGiven] = useState<PlacementGiven>(
    () =>
      kept ?? {
        kind: 'school',
        school_urn: null,
        name: '',
        days: [],
        from_on: page.on,
        to_on: null,
        note: '',
      },
  );
  const set = (change: Partial<PlacementGiven>): void => {
    setGiven((before) => ({ ...before, ...change }));
  };
  const { kind, school_urn, name, days, from_on, to_on, note } = given;
  return (
    <SigningDialog
      title={kept === null ? 'Add a setting of education' : 'Change the setting of education'}
      verb="Save setting"
      done="Setting of education saved."
      problems={placementProblems(given)}
      signedBy=""
      sign={() =>
        call('particulars/save-placement', {
          client_id: page.client_id,
          id: kept?.id ?? null,
          placement: { kind, school_urn, name, days: [...days], from_on, to_on, note },
        })
      }
      onClose={props.onClose}
    >
      <div className="case-form-fields">
        <Select
          label="What it is"
          value={kind}
          options={PLACEMENT_KINDS.map((id) => ({ id, label: PLACEMENT_WORDS[id] }))}
          onChange={(next) => {
            set({ kind: next, ...(next === 'eotas' ? { school_urn: null } : {}) });
          }}
        />
        {kind === 'eotas' ? null : (
          <SchoolChoice
            label="School or college"
            urn={school_urn}
            name={school_urn === null ? '' : name}
            onChange={(urn) => {
              set({ school_urn: urn });
            }}
          />
        )}
        {school_urn === null ? (
          <TextField
            label={kind === 'eotas' ? 'Provision' : 'Or its name, where the list has it not'}
            value={name}
            onChange={(next) => {
              set({ name: next });
            }}
          />
        ) : null}
        <div className="case-form-wide">
          <DaysField
            label="Days there"
            value={days}
            onChange={(next) => {
              set({ days: next });
            }}
          />
        </div>
        <SpanFields span={given} onChange={set} />
        <div className="case-form-wide">
          <TextField
            label="Note"
            value={note}
            onChange={(next) => {
              set({ note: next });
            }}
            lines={2}
          />
        </div>
      </div>
    </SigningDialog>
  );
}
