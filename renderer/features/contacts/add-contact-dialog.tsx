import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { CONTACT_KINDS, type ContactKind } from '../../../shared/model/contact.ts';
import { CONTACT_WORDS } from '../../../shared/model/year-words.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { Combo } from '../../ui/combo.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** Whom an entry may be about. */
export interface AboutOption {
  readonly label: string;
  readonly client_id: number | null;
  readonly route_ref: string;
  readonly provider: string;
}

/** Nobody chosen yet: route, provider and child are asked for. */
const ANY: AboutOption = { label: '', client_id: null, route_ref: '', provider: '' };
const KINDS = CONTACT_KINDS.map((id) => ({ id, label: CONTACT_WORDS[id] }));

/** A new entry of the log, signed. */
export function AddContactDialog(props: {
  /** Empty: whom it is about is asked for. */
  readonly options: readonly AboutOption[];
  readonly onClose: () => void;
}) {
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [kind, setKind] = useState<ContactKind>('concern');
  const [at, setAt] = useState('0');
  const [typed, setTyped] = useState<AboutOption>(ANY);
  const [day, setDay] = useState<string>(today);
  const [what, setWhat] = useState('');
  const [told_by, setToldBy] = useState('');
  const [followUp, setFollowUp] = useState('');
  const [by, setBy] = useState(officerName);
  const about = props.options[Number(at)] ?? typed;
  const happened_on = parseIsoDate(day);
  const follow_up_on = parseIsoDate(followUp);
  const isNobody = about.client_id === null && about.route_ref === '' && about.provider === '';
  const problems = [
    ...(isNobody ? ['Say whom it is about: a child, a route or a provider.'] : []),
    ...(happened_on === null ? ['Give the day it happened.'] : []),
    ...(what.trim() === '' ? ['Write what happened.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title="Add to the contact log"
      verb="Record it"
      done="Recorded in the contact log."
      problems={problems}
      signedBy={by}
      sign={async () =>
        happened_on === null
          ? fail('not_complete', 'The day is not given.', 'Give it.')
          : await call('contacts/add', {
              kind,
              client_id: about.client_id,
              route_ref: about.route_ref,
              provider: about.provider,
              happened_on,
              what,
              told_by,
              follow_up_on,
              by,
            })
      }
      onClose={props.onClose}
    >
      <Select label="What kind" options={KINDS} value={kind} onChange={setKind} />
      {kind === 'safeguarding' ? <RestrictedNotice /> : null}
      {props.options.length === 0 ? (
        <WhomFields about={typed} onChange={setTyped} />
      ) : (
        <Select
          label="About"
          options={props.options.map((option, index) => ({
            id: String(index),
            label: option.label,
          }))}
          value={at}
          onChange={setAt}
        />
      )}
      <DateField label="Happened on" value={day} onChange={setDay} />
      <TextField label="What happened" value={what} onChange={setWhat} lines={3} isRequired />
      <TextField
        label="Told by"
        value={told_by}
        onChange={setToldBy}
        description="A parent, the school, the provider, the assistant."
      />
      <DateField label="Look again on (if needed)" value={followUp} onChange={setFollowUp} />
      <TextField label="Recorded by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

function RestrictedNotice() {
  const { data } = useChannel('contacts/readers', {});
  const names = data?.names ?? [];
  return (
    <NoticeBar tone="info" title="Read by named persons alone">
      {names.length === 0
        ? 'Nobody is named yet who may read it: name them under Data, Settings. It is kept until then.'
        : `It goes into no list, search, history or file but for ${names.join(', ')}.`}{' '}
      A child in danger: ring the duty social worker now.
    </NoticeBar>
  );
}

/** Finds the child by name or reference; the route and the provider by their own. */
function WhomFields(props: {
  readonly about: AboutOption;
  readonly onChange: (about: AboutOption) => void;
}) {
  const { about, onChange } = props;
  const [text, setText] = useState('');
  const found = useChannel('search/all', text.trim().length < 2 ? null : { text, limit: 8 });
  const options = (found.data ?? []).flatMap(({ kind, id, title, detail }) =>
    kind === 'client' && typeof id === 'number' ? [{ id, label: title, detail }] : [],
  );
  return (
    <>
      <Combo
        label="Child (if about one)"
        text={text}
        onText={(next) => {
          setText(next);
          if (next === '') onChange({ ...about, client_id: null });
        }}
        options={options}
        onChoose={(client_id) => {
          onChange({ ...about, client_id });
        }}
        placeholder="Name or reference"
      />
      <TextField
        label="Route (if about one)"
        value={about.route_ref}
        onChange={(route_ref) => {
          onChange({ ...about, route_ref: route_ref.trim() });
        }}
      />
      <TextField
        label="Provider"
        value={about.provider}
        onChange={(provider) => {
          onChange({ ...about, provider });
        }}
        description="Left empty it is the route’s."
      />
    </>
  );
}
