import './calendars.css';
import { useState } from 'react';
import type { AbsenceView } from '../../../shared/api/views/calendars.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import { fail, type Result } from '../../../shared/kernel/result.ts';
import { ABSENCE_LEGS, type AbsenceLegs } from '../../../shared/model/year.ts';
import { ABSENCE_WORDS, LEGS_WORDS } from '../../../shared/model/year-words.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { secondsTyped } from './time-typed.ts';

type About = { readonly client_id: number } | { readonly contract_id: number };
type Doing = { readonly kind: 'away' } | { readonly kind: 'rule' } | { readonly kind: 'withdraw'; readonly id: number }; // prettier-ignore

/** Days that a child was away, or a provider did not come, and how a run that nobody needs is stood down. */
export function Absences({ about, title }: { readonly about: About; readonly title?: string }) {
  const { data, error, refetch } = useChannel('absences/list', about);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = (): void => {
    setDoing(null);
  };
  const isContract = 'contract_id' in about;
  return (
    <section aria-label={title ?? 'Days away'}>
      {title === undefined ? null : <h3>{title}</h3>}
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null || data.rows.length > 0 ? null : <p className="soft">None recorded.</p>}
      <ul className="calendars-list">
        {(data?.rows ?? []).map((row) => (
          <li key={row.id}>
            <span>
              {ABSENCE_WORDS[row.kind]}, {formatDate(row.from_on)}
              {row.to_on === row.from_on ? '' : ` to ${formatDate(row.to_on)}`}
              {row.legs === 'both' ? '' : `, ${LEGS_WORDS[row.legs].toLowerCase()}`}
              {row.why === '' ? '' : `: ${row.why}`}
              <small className="soft">
                {' '}
                {row.kind === 'provider'
                  ? 'Nothing is due for it.'
                  : row.told === null
                    ? 'The provider was not told.'
                    : `Provider told ${formatDate(row.told.on)}, ${formatTimeOfDay(row.told.s)}.`}
              </small>
            </span>
            <LinkButton
              onPress={() => {
                setDoing({ kind: 'withdraw', id: row.id });
              }}
            >
              Withdraw
            </LinkButton>
          </li>
        ))}
      </ul>
      {data === null || data.rule === null ? null : <p className="soft">{ruleWords(data.rule)}</p>}
      <div className="calendars-does">
        <Button
          size="small"
          onPress={() => {
            setDoing({ kind: 'away' });
          }}
        >
          {isContract ? 'Provider did not come…' : 'Away…'}
        </Button>
        {isContract ? (
          <Button
            size="small"
            onPress={() => {
              setDoing({ kind: 'rule' });
            }}
          >
            Rule of standing down…
          </Button>
        ) : null}
      </div>
      {doing?.kind === 'away' ? <AwayDialog about={about} onClose={close} /> : null}
      {doing?.kind === 'rule' && data !== null ? <RuleDialog view={data} onClose={close} /> : null}
      {doing?.kind === 'withdraw' ? <WithdrawDialog id={doing.id} onClose={close} /> : null}
    </section>
  );
}

function ruleWords(rule: NonNullable<AbsenceView['rule']>): string {
  const when =
    rule.days_before === 0
      ? 'the same day'
      : rule.days_before === 1
        ? 'the working day before'
        : `${rule.days_before} working days before`;
  return `A run that nobody needs is stood down when the provider is told by ${formatTimeOfDay(rule.by_s)} ${when}; ${rule.share_percent}% is still paid. ${rule.source}.`;
}

function AwayDialog({ about, onClose }: { readonly about: About; readonly onClose: () => void }) {
  const today = useSession((session) => session.info?.store?.today ?? '');
  const isContract = 'contract_id' in about;
  const [from, setFrom] = useState<string>(today);
  const [to, setTo] = useState<string>(today);
  const [legs, setLegs] = useState<AbsenceLegs>('both');
  const [toldOn, setToldOn] = useState(isContract ? '' : today);
  const [toldAt, setToldAt] = useState('');
  const [why, setWhy] = useState('');
  const [by, setBy] = useState(officerName);
  const [from_on, to_on] = [parseIsoDate(from), parseIsoDate(to)];
  const told_on = parseIsoDate(toldOn);
  const told_s = secondsTyped(toldAt);
  const isTold = !isContract && toldAt.trim() !== '';
  const problems = [
    ...(from_on === null || to_on === null ? ['Give the days.'] : []),
    ...(from_on !== null && to_on !== null && to_on < from_on ? ['The last day is before the first.'] : []), // prettier-ignore
    ...(isTold && (told_on === null || told_s === null) ? ['Give the day and time the provider was told, like 16:30.'] : []), // prettier-ignore
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  const sign = async (): Promise<Result<unknown>> =>
    from_on === null || to_on === null
      ? fail('not_complete', 'The day is not given.', 'Give it.')
      : await call('absences/record', {
          kind: isContract ? 'provider' : 'child',
          client_id: isContract ? null : about.client_id,
          urn: null,
          contract_id: isContract ? about.contract_id : null,
          from_on,
          to_on,
          legs,
          told: isTold && told_on !== null && told_s !== null ? { on: told_on, s: told_s } : null,
          why,
          by,
        });
  return (
    <SigningDialog
      title={isContract ? 'The provider did not come' : 'Away from school'}
      verb="Record it"
      done="Recorded."
      problems={problems}
      signedBy={by}
      sign={sign}
      onClose={onClose}
    >
      <DateField label="From" value={from} onChange={setFrom} />
      <DateField label="To" value={to} onChange={setTo} />
      <Select
        label="Which legs"
        value={legs}
        options={ABSENCE_LEGS.map((id) => ({ id, label: LEGS_WORDS[id] }))}
        onChange={setLegs}
      />
      {isContract ? null : (
        <>
          <DateField label="Provider told on" value={toldOn} onChange={setToldOn} />
          <TextField
            label="Provider told at"
            value={toldAt}
            onChange={setToldAt}
            placeholder="16:30"
            description="Left empty where the provider was not told."
          />
        </>
      )}
      <TextField label="Why" value={why} onChange={setWhy} />
      <TextField label="By" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

function RuleDialog({
  view,
  onClose,
}: {
  readonly view: AbsenceView;
  readonly onClose: () => void;
}) {
  const { rule, contract_id } = view;
  const [days, setDays] = useState(String(rule?.days_before ?? 1));
  const [time, setTime] = useState(formatTimeOfDay(rule?.by_s ?? 64_800));
  const [share, setShare] = useState(String(rule?.share_percent ?? 50));
  const [source, setSource] = useState(rule?.own?.source ?? '');
  const by_s = secondsTyped(time);
  const [days_before, share_percent] = [Number(days), Number(share)];
  const isWhole = (value: number, most: number): boolean =>
    Number.isInteger(value) && value >= 0 && value <= most;
  const isOwn = source.trim() !== '';
  const problems = [
    ...(days.trim() === '' || !isWhole(days_before, 30)
      ? ['Give whole working days, 0 to 30.']
      : []),
    ...(by_s === null ? ['Write the time like 18:00.'] : []),
    ...(share.trim() === '' || !isWhole(share_percent, 100)
      ? ['Give whole per cent, 0 to 100.']
      : []),
    ...(isOwn || (rule?.own ?? null) !== null ? [] : ['Write where the contract says so.']),
  ];
  return (
    <SigningDialog
      title="The contract’s rule of standing down"
      verb={isOwn ? 'Keep this rule' : 'Back to the county’s rule'}
      done="Kept."
      problems={problems}
      signedBy={officerName()}
      sign={() =>
        call('absences/set-rule', {
          contract_id: contract_id ?? 0,
          rule: isOwn ? { days_before, by_s: by_s ?? 0, share_percent, source } : null,
        })
      }
      onClose={onClose}
    >
      <TextField
        label="Working days before"
        value={days}
        onChange={setDays}
        inputMode="numeric"
        description="0: the same day."
      />
      <TextField label="Told by" value={time} onChange={setTime} />
      <TextField label="Still paid, %" value={share} onChange={setShare} inputMode="numeric" />
      <TextField
        label="Where the contract says so"
        value={source}
        onChange={setSource}
        description="Left empty the county’s rule holds again."
      />
    </SigningDialog>
  );
}

function WithdrawDialog({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const [why, setWhy] = useState('');
  const [by, setBy] = useState(officerName);
  return (
    <SigningDialog
      title="Withdraw this entry"
      verb="Withdraw it"
      done="Withdrawn: it does not count any more."
      problems={[
        ...(why.trim() === '' ? ['Write why.'] : []),
        ...(by.trim() === '' ? ['Sign with your name.'] : []),
      ]}
      signedBy={by}
      sign={() => call('absences/withdraw', { id, why, by })}
      onClose={onClose}
    >
      <TextField label="Why" value={why} onChange={setWhy} isRequired />
      <TextField label="By" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
