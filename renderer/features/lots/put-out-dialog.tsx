import { useState } from 'react';
import type { TenderDraft } from '../../../shared/api/views/lots.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { layoutWords } from '../../../shared/service/lots/specification.ts';
import { dayOfMoment, momentOf } from '../../../shared/service/lots/moment.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { go, hrefOf } from '../../state/place.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import './lots.css';

/** Puts routes out together: title, when bids close, the contracts' term, the weights, who is invited. */
export function PutOutDialog(props: {
  readonly refs: readonly string[];
  readonly onClose: () => void;
}) {
  // prettier-ignore
  const { data, error } = useChannel('lots/draft', { refs: [...props.refs] });
  if (data !== null) return <PutOutForm draft={data} onClose={props.onClose} />;
  return (
    <Dialog title="Put out to tender" isOpen onClose={props.onClose}>
      {error === null ? <Spinner label="Reading the routes" /> : <FailureNotice failure={error} />}
    </Dialog>
  );
}

function PutOutForm({
  draft,
  onClose,
}: {
  readonly draft: TenderDraft;
  readonly onClose: () => void;
}) {
  // prettier-ignore
  const fit = draft.lots.filter((lot) => lot.why_not === '');
  const not = draft.lots.filter((lot) => lot.why_not !== '');
  const [title, setTitle] = useState('');
  const [closesDay, setClosesDay] = useState<string>(dayOfMoment(draft.closes_at));
  const [closesTime, setClosesTime] = useState(draft.closes_at.slice(11));
  const [starts, setStarts] = useState<string>(draft.starts_on);
  const [ends, setEnds] = useState<string>(draft.ends_on);
  const [notice, setNotice] = useState(String(draft.notice_days));
  const [weight, setWeight] = useState(String(draft.rules.price_weight));
  const [invited, setInvited] = useState<ReadonlySet<string>>(new Set());
  const [more, setMore] = useState('');
  const [sought, setSought] = useState('');
  const [by, setBy] = useState(officerName);
  const closes_at = momentOf(closesDay, closesTime);
  const [starts_on, ends_on] = [parseIsoDate(starts), parseIsoDate(ends)];
  const wholeOf = (text: string, most: number): number | null => (/^\d{1,3}$/.test(text.trim()) && Number(text) <= most ? Number(text) : null); // prettier-ignore
  const [notice_days, price_weight] = [wholeOf(notice, 366), wholeOf(weight, 100)];
  const others = more.split('\n').map((name) => name.trim()).filter((name) => name !== ''); // prettier-ignore
  const providers = [...invited, ...others];
  const problems = [
    ...(fit.length === 0 ? ['None of these routes can be put out.'] : []),
    ...(title.trim() === '' ? ['Give the tender a title.'] : []),
    ...(closes_at === null ? ['Give the day and time at which bids close, such as 12:00.'] : closes_at <= draft.opens_at ? ['Bids close before they open.'] : []),
    ...(starts_on === null || ends_on === null ? ['Give the contracts’ first and last day.'] : []),
    ...(notice_days === null ? ['Give the notice in days, 0 to 366.'] : []),
    ...(price_weight === null ? ['Give the weight of the price, 0 to 100.'] : []),
    ...(providers.length === 0 ? ['Invite at least one provider.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ]; // prettier-ignore
  const shown = draft.providers.filter(({ name }) => name.toLowerCase().includes(sought.toLowerCase())); // prettier-ignore
  const sign = async () => {
    const answer = await call('lots/put-out', {
      refs: fit.map(({ route_ref }) => route_ref),
      title,
      opens_at: draft.opens_at,
      closes_at: closes_at ?? '',
      starts_on: starts_on ?? draft.starts_on,
      ends_on: ends_on ?? draft.ends_on,
      notice_days: notice_days ?? 0,
      price_weight: price_weight ?? 0,
      questions: draft.rules.questions.map((each) => ({ ...each })),
      providers,
      by,
    });
    if (answer.ok) go(hrefOf('providers', ['tenders', answer.value.id]));
    return answer;
  };
  return (
    <SigningDialog
      title={`Put ${formatQuantity(fit.length, 'route')} out to tender`}
      verb="Put out"
      done={`Tender ${draft.ref} is out. Write its files and hand them over: Kerbside sends nothing.`}
      problems={problems}
      signedBy={by}
      sign={sign}
      onClose={onClose}
    >
      <TextField label="Title, which every bidder reads: name no child" value={title} onChange={setTitle} isRequired takesFocus />
      <ul className="lots-list lots-drafts" aria-label="Lots">
        {fit.map(({ route_ref, specification: spec, model_day_pence }) => (
          <li key={route_ref}>
            {route_ref}: {spec === null ? '' : `${spec.school}, ${spec.vehicle.toLowerCase()}, ${layoutWords(spec)}, ${formatQuantity(spec.children, 'child', 'children')}${spec.assistants === 0 ? '' : `, ${formatQuantity(spec.assistants, 'assistant')}`}`}{' '}
            <span className="soft">model {formatPounds(model_day_pence)} a day</span>
          </li>
        ))}
      </ul>
      {not.length === 0 ? null : (
        <NoticeBar tone="warning" title={`${formatQuantity(not.length, 'route')} left out`}>
          <ul className="lots-list lots-drafts">{not.map((lot) => <li key={lot.route_ref}>{lot.why_not}</li>)}</ul>
        </NoticeBar>
      )}
      <div className="case-form-fields">
        <DateField label="Bids close on" value={closesDay} onChange={setClosesDay} />
        <TextField label="At" value={closesTime} onChange={setClosesTime} />
        <DateField label="Contracts’ first day" value={starts} onChange={setStarts} />
        <DateField label="Contracts’ last day" value={ends} onChange={setEnds} />
        <TextField label="Notice, days" value={notice} inputMode="numeric" onChange={setNotice} />
        <TextField label="Weight of the price, %" value={weight} inputMode="numeric" onChange={setWeight} description={`Quality has the rest. ${draft.rules.source}.`} />
      </div>
      <TextField label={`Providers to invite (${formatQuantity(invited.size, 'chosen one', 'chosen')})`} type="search" placeholder="Search the framework" value={sought} onChange={setSought} />
      <div className="lots-providers">
        {shown.slice(0, 60).map(({ name, registered, contracts }) => (
          <Checkbox
            key={name}
            isSelected={invited.has(name)}
            onChange={(on) => {
              const next = new Set(invited);
              if (on) next.add(name);
              else next.delete(name);
              setInvited(next);
            }}
          >
            {name} <span className="soft">{registered ? 'on the register, ' : ''}{formatQuantity(contracts, 'contract')}</span>
          </Checkbox>
        ))}
      </div>
      <TextField label="Others, one a line" value={more} onChange={setMore} lines={2} />
      <TextField label="Put out by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  ); // prettier-ignore
}
