import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { fail } from '../../../shared/kernel/result.ts';
import type { EventKind } from '../../../shared/model/change-notice.ts';
import { EVENT_KIND_WORDS } from '../../../shared/service/notices/event-kinds.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { go } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';
import { Combo } from '../../ui/combo.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SchoolChoice } from '../applications/school-choice.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { hrefOfEvent } from './notices-address.ts';

const KINDS: readonly EventKind[] = (Object.keys(EVENT_KIND_WORDS) as readonly EventKind[]).filter(
  (kind) => EVENT_KIND_WORDS[kind].by_hand,
);
const CREW = [
  { field: 'driver', label: 'driver' },
  { field: 'assistant_named', label: 'passenger assistant' },
  { field: 'vehicle_used', label: 'vehicle' },
] as const;

interface Subject {
  readonly client_id: number | null;
  readonly route_ref: string | null;
  readonly school_urn: number | null;
}

/** Records a change that no plan shows, or that the plan has still to answer. */
export function RecordDialog(props: {
  /** The child it is about, where that is known. */
  readonly client?: { readonly id: number; readonly name: string };
  readonly onClose: () => void;
}) {
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [kind, setKind] = useState<EventKind>('suspension');
  const [subject, setSubject] = useState<Subject>({
    client_id: props.client?.id ?? null,
    route_ref: null,
    school_urn: null,
  });
  const [day, setDay] = useState<string>(today);
  const [until, setUntil] = useState('');
  const [what, setWhat] = useState('');
  const [by, setBy] = useState(officerName);
  const [crew, setCrew] = useState<Readonly<Record<string, { old: string; now: string }>>>({});
  const { about, awaits_plan } = EVENT_KIND_WORDS[kind];
  const effective_on = parseIsoDate(day);
  const told = CREW.map(({ field }) => ({ field, ...(crew[field] ?? { old: '', now: '' }) }));
  const problems = [
    ...(about === 'client' && subject.client_id === null ? ['Choose the child.'] : []),
    ...((about === 'route' || about === 'contract') && subject.route_ref === null
      ? ['Choose the route.']
      : []),
    ...(about === 'school' && subject.school_urn === null ? ['Choose the school.'] : []),
    ...(kind === 'crew' && told.every(({ now }) => now.trim() === '')
      ? ['Say who or what is new.']
      : []),
    ...(effective_on === null ? ['Give the first day.'] : []),
    ...(what.trim() === '' ? ['Write what happened, for the office.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  const record = async () => {
    if (effective_on === null) return fail('not_complete', 'The day is not given.', 'Give it.');
    const answer = await call('notices/record', {
      kind,
      contract_id: null,
      client_id: about === 'client' ? subject.client_id : null,
      route_ref: about === 'route' || about === 'contract' ? subject.route_ref : null,
      school_urn: about === 'school' ? subject.school_urn : null,
      effective_on,
      what,
      by,
      crew: kind === 'crew' ? told : [],
      away_until: kind === 'suspension' ? parseIsoDate(until) : null,
    });
    if (answer.ok) go(hrefOfEvent(answer.value.event.id));
    return answer;
  };
  return (
    <SigningDialog
      title="Record a change"
      verb="Record the change"
      done="The change is recorded."
      problems={problems}
      signedBy={by}
      sign={record}
      onClose={props.onClose}
    >
      <Select
        label="What happens"
        value={kind}
        options={KINDS.map((id) => ({ id, label: EVENT_KIND_WORDS[id].label }))}
        onChange={setKind}
      />
      <p className="soft">
        {awaits_plan
          ? 'The plan in use must be changed for it: the notices come with that, and are listed with this change.'
          : 'Its notices are made at once.'}
      </p>
      {about === 'client' ? (
        props.client === undefined ? (
          <ChildChoice onChange={(client_id) => { setSubject({ ...subject, client_id }); }} /> // prettier-ignore
        ) : (
          <TextField
            label="Child"
            value={props.client.name}
            onChange={() => undefined}
            isReadOnly
          />
        )
      ) : about === 'school' ? (
        <SchoolChoice
          label="School"
          urn={subject.school_urn}
          name=""
          onChange={(school_urn) => {
            setSubject({ ...subject, school_urn });
          }}
        />
      ) : (
        <RouteChoice
          onChange={(route_ref) => {
            setSubject({ ...subject, route_ref });
          }}
        />
      )}
      {kind === 'crew'
        ? CREW.map(({ field, label }) => (
            <div key={field} className="record-crew">
              {(['old', 'now'] as const).map((side) => (
                <TextField
                  key={side}
                  label={side === 'old' ? `Before: ${label}` : `New ${label}`}
                  value={crew[field]?.[side] ?? ''}
                  onChange={(value) => {
                    setCrew({ ...crew, [field]: { old: '', now: '', ...crew[field], [side]: value } }); // prettier-ignore
                  }}
                />
              ))}
            </div>
          ))
        : null}
      <DateField
        label={kind === 'suspension' ? 'First day away' : 'First day in the new way'}
        value={day}
        onChange={setDay}
      />
      {kind === 'suspension' ? (
        <DateField
          label="Last day away"
          value={until}
          onChange={setUntil}
          description="Empty: nobody knows yet."
        />
      ) : null}
      <TextField
        label="What happened"
        value={what}
        onChange={setWhat}
        lines={2}
        isRequired
        description="For the office alone: it stands on no notice."
      />
      <TextField label="Recorded by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

function ChildChoice(props: { readonly onChange: (id: number) => void }) {
  const [text, setText] = useState('');
  const { data } = useChannel('search/all', text.trim().length < 2 ? null : { text, limit: 12 });
  const options = (data ?? []).flatMap((hit) =>
    hit.kind === 'client' && typeof hit.id === 'number'
      ? [{ id: hit.id, label: hit.title, detail: hit.detail }]
      : [],
  );
  return (
    <Combo
      label="Child"
      text={text}
      onText={setText}
      placeholder="Name or reference"
      options={options}
      onChoose={(id) => {
        setText(options.find((each) => each.id === id)?.label ?? text);
        props.onChange(id);
      }}
    />
  );
}

function RouteChoice(props: { readonly onChange: (ref: string | null) => void }) {
  const [text, setText] = useState('');
  const { data } = useChannel('routes/query', { school_urn: null });
  const words = text.toLowerCase();
  const options = (data ?? [])
    .filter((row) => `${row.ref} ${row.provider} ${row.school}`.toLowerCase().includes(words))
    .slice(0, 20)
    .map((row) => ({ id: row.id, label: row.ref, detail: `${row.provider === '' ? 'not let yet' : row.provider}, ${row.school}` })); // prettier-ignore
  return (
    <Combo
      label="Route"
      text={text}
      onText={(next) => {
        setText(next);
        props.onChange((data ?? []).find((row) => row.ref === next)?.ref ?? null);
      }}
      placeholder="Route, provider, school"
      options={options}
      onChoose={(id) => {
        const ref = options.find((each) => each.id === id)?.label ?? null;
        setText(ref ?? text);
        props.onChange(ref);
      }}
    />
  );
}
