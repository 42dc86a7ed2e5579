import { useState } from 'react';
import { dayMask, WHOLE_WEEK } from '../../../shared/calendar/day-mask.ts';
import { parseIsoDate, WEEKDAYS, type IsoDate, type Weekday } from '../../../shared/calendar/dates.ts'; // prettier-ignore
import type { DayRuleKind } from '../../../shared/calendar/school-calendars.ts';
import { fail, type Result } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { secondsTyped } from './time-typed.ts';

/** What is to be said of a day: a rule of the calendar, or (`shut`) that the school was shut at short notice. */
export interface DayWish {
  readonly urn: number;
  readonly name: string;
  readonly on: IsoDate;
  readonly kind: DayRuleKind | 'shut';
}

const TITLES: Readonly<Record<DayWish['kind'], string>> = {
  closed: 'Closed',
  open: 'Open',
  early: 'Finishes early',
  starts: 'Staggered start',
  days: 'Open on days of the week alone',
  shut: 'Shut at short notice',
};

/** Year groups typed: `7, 9-11`; empty for all. null where it is none. */
function groupsTyped(text: string): readonly number[] | null {
  const groups: number[] = [];
  for (const part of text.split(/[,;\s]+/u).filter((each) => each !== '')) {
    const match = /^(R|-?\d{1,2})(?:[-–](\d{1,2}))?$/iu.exec(part);
    if (match === null) return null;
    const from = /^r$/iu.test(match[1] ?? '') ? 0 : Number(match[1]);
    const to = match[2] === undefined ? from : Number(match[2]);
    if (to < from || to > 20) return null;
    for (let at = from; at <= to; at++) groups.push(at);
  }
  return groups;
}

/** Says what a day, or days, of a school are. */
export function DayDialog({
  wish,
  onClose,
}: {
  readonly wish: DayWish;
  readonly onClose: () => void;
}) {
  const { kind, urn } = wish;
  const [from, setFrom] = useState<string>(wish.on);
  const [to, setTo] = useState<string>(kind === 'days' ? `${Number(wish.on.slice(0, 4)) + 1}-07-31` : wish.on); // prettier-ignore
  const [groups, setGroups] = useState('');
  const [days, setDays] = useState<readonly Weekday[]>(['Mon', 'Tue', 'Wed']);
  const [ends, setEnds] = useState('12:30');
  const [toldOn, setToldOn] = useState<string>(wish.on);
  const [toldAt, setToldAt] = useState('07:00');
  const [why, setWhy] = useState(kind === 'closed' ? 'INSET day' : '');
  const [by, setBy] = useState(officerName);
  const from_on = parseIsoDate(from);
  const to_on = kind === 'starts' ? from_on : parseIsoDate(to);
  const year_groups = groupsTyped(groups);
  const ends_s = secondsTyped(ends);
  const problems = [
    ...(from_on === null || to_on === null ? ['Give the day.'] : []),
    ...(from_on !== null && to_on !== null && to_on < from_on ? ['The last day is before the first.'] : []), // prettier-ignore
    ...(year_groups === null ? ['Write year groups like 7, 9-11; R for reception.'] : []),
    ...(kind === 'starts' && year_groups?.length === 0
      ? ['Say which year groups start then.']
      : []),
    ...(kind === 'early' && ends_s === null ? ['Write the time it finishes like 12:30.'] : []),
    ...(kind === 'days' && days.length === 0 ? ['Choose a day of the week.'] : []),
    ...((kind === 'closed' || kind === 'shut') && why.trim() === '' ? ['Write why.'] : []),
    ...(kind === 'shut' && secondsTyped(toldAt) === null ? ['Write when the providers were told.'] : []), // prettier-ignore
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  const sign = async (): Promise<Result<unknown>> => {
    if (from_on === null || to_on === null) return fail('not_complete', 'The day is not given.', 'Give it.'); // prettier-ignore
    if (kind === 'shut') {
      const on = parseIsoDate(toldOn);
      const s = secondsTyped(toldAt);
      const told = on === null || s === null ? null : { on, s };
      return await call('absences/record', { kind: 'school', client_id: null, urn, contract_id: null, from_on, to_on, legs: 'both', told, why, by }); // prettier-ignore
    }
    return await call('calendars/set', {
      rule: {
        urn,
        kind,
        from_on,
        to_on,
        year_groups: [...(year_groups ?? [])],
        days: kind === 'days' ? dayMask(days) : WHOLE_WEEK,
        ends_s: kind === 'early' ? ends_s : null,
        why,
      },
    });
  };
  return (
    <SigningDialog
      title={`${TITLES[kind]}: ${wish.name}`}
      verb="Say so"
      done="The calendar says so now."
      problems={problems}
      signedBy={by}
      sign={sign}
      onClose={onClose}
    >
      <DateField
        label={kind === 'starts' ? 'Their first day' : 'From'}
        value={from}
        onChange={setFrom}
      />
      {kind === 'starts' ? null : <DateField label="To" value={to} onChange={setTo} />}
      {kind === 'shut' ? (
        <>
          <DateField label="Providers were told on" value={toldOn} onChange={setToldOn} />
          <TextField
            label="At"
            value={toldAt}
            onChange={setToldAt}
            description="Told in time, a run that nobody needs is stood down and a share of its price is due."
          />
        </>
      ) : (
        <TextField
          label="Year groups"
          value={groups}
          onChange={setGroups}
          placeholder={kind === 'starts' ? '8-11' : 'All of them'}
          description="Like 7, 9-11; R for reception. Left empty it is for all."
        />
      )}
      {kind === 'early' ? <TextField label="Finishes at" value={ends} onChange={setEnds} /> : null}
      {kind === 'days' ? (
        <fieldset className="calendars-week">
          <legend>Open on</legend>
          {WEEKDAYS.map((day) => (
            <Checkbox
              key={day}
              isSelected={days.includes(day)}
              onChange={(is) => {
                setDays(is ? [...days, day] : days.filter((each) => each !== day));
              }}
            >
              {day}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      <TextField label="Why" value={why} onChange={setWhy} isRequired={kind === 'closed'} />
      <TextField label="By" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
