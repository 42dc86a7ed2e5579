import { useState } from 'react';
import { isoDate, parseIsoDate } from '../../../shared/calendar/dates.ts';
import {
  APPLICATION_TYPES,
  newApplicationProblems,
  type NewChild,
} from '../../../shared/casework/new-application.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOfCase } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SchoolChoice } from '../applications/school-choice.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { AlikeList } from './alike-list.tsx';
import './new-application.css';

/** A child who is here, for whom an application is entered. */
export interface KnownChild {
  readonly client_id: number;
  readonly name: string;
  readonly ref: string;
}

const NOBODY: NewChild = {
  forename: '',
  surname: '',
  date_of_birth: null,
  home_address: '',
  postcode: '',
  carer_name: '',
  phone: '',
  school_urn: null,
};

/** Enters an application for a new child, or for one who is here (`known`). */
export function NewApplicationDialog(props: {
  readonly known: KnownChild | null;
  readonly onClose: () => void;
}) {
  const today = useSession((session) => session.info?.store?.today ?? '2026-01-01');
  const [known, setKnown] = useState(props.known);
  const [child, setChild] = useState(NOBODY);
  const [type, setType] = useState<(typeof APPLICATION_TYPES)[number]>(
    props.known === null ? 'New EHCP' : 'Renewal',
  );
  const [day, setDay] = useState<string>(today);
  const [ref, setRef] = useState('');
  const received_on = parseIsoDate(day);
  const of = known === null ? { child } : { client_id: known.client_id };
  const given = { of, type, received_on: received_on ?? isoDate(today), ref };
  const problems = [
    ...(received_on === null ? ['Give the day it was received.'] : []),
    ...newApplicationProblems(given, { on: isoDate(today), isTaken: () => false }),
  ];
  return (
    <SigningDialog
      title={known === null ? 'New application' : `New application for ${known.name}`}
      verb="Enter application"
      done="Application entered."
      problems={problems}
      signedBy=""
      sign={async () => {
        const answer = await call('applications/add', given);
        if (answer.ok) go(hrefOfCase(answer.value.client_id));
        return answer;
      }}
      onClose={props.onClose}
    >
      {known === null ? (
        <ChildFields
          child={child}
          onChange={setChild}
          onKnown={(found) => {
            setKnown(found);
            setType('Re-application');
          }}
        />
      ) : (
        <p>
          <bdi>{known.name}</bdi>, {known.ref}, is here already. The new application counts from now
          on; earlier ones stay on the case with their decisions.
        </p>
      )}
      <div className="case-form-fields">
        <Select
          label="Kind of application"
          value={type}
          options={APPLICATION_TYPES.map((id) => ({ id, label: id }))}
          onChange={setType}
        />
        <DateField label="Received on" value={day} onChange={setDay} />
        <div className="case-form-wide">
          <TextField
            label="The council’s reference"
            value={ref}
            onChange={setRef}
            description="Empty: one is made of H for by hand, the year, your initials and a running number."
          />
        </div>
      </div>
    </SigningDialog>
  );
}

function ChildFields(props: {
  readonly child: NewChild;
  readonly onChange: (child: NewChild) => void;
  readonly onKnown: (known: KnownChild) => void;
}) {
  const { child, onChange } = props;
  const { forename, surname, date_of_birth, postcode } = child;
  const { data } = useChannel('applications/alike', { forename, surname, date_of_birth, postcode });
  const text = (
    name: 'forename' | 'surname' | 'home_address' | 'postcode' | 'carer_name' | 'phone',
    label: string,
  ) => (
    <TextField
      label={label}
      value={child[name]}
      onChange={(value) => {
        onChange({ ...child, [name]: value });
      }}
    />
  );
  return (
    <>
      <div className="case-form-fields">
        {text('forename', 'First name')}
        {text('surname', 'Surname')}
        <DateField
          label="Date of birth"
          value={date_of_birth ?? ''}
          onChange={(value) => {
            onChange({ ...child, date_of_birth: parseIsoDate(value) });
          }}
        />
        {text('postcode', 'Postcode')}
        <div className="case-form-wide">{text('home_address', 'Home address')}</div>
        {text('carer_name', 'Parent or carer')}
        {text('phone', 'Telephone')}
        <div className="case-form-wide">
          <SchoolChoice
            label="School"
            urn={child.school_urn}
            name=""
            onChange={(school_urn) => {
              onChange({ ...child, school_urn });
            }}
          />
        </div>
      </div>
      <AlikeList
        alike={data ?? []}
        onChoose={({ client_id, name, ref }) => {
          props.onKnown({ client_id, name, ref });
        }}
      />
    </>
  );
}
