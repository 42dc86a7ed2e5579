import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { NoticeRow } from '../../../shared/api/views/notices.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { TOLD_HOW, type ToldHow } from '../../../shared/model/change-notice.ts';
import { countsInWords } from '../../../shared/service/notices/open-notices.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { HOW_WORDS } from './notice-words.ts';

const NOT_GIVEN = fail('not_complete', 'The day is not given.', 'Give it.');

/** Says of one or many notices that their recipients were told: how, by whom, when. */
export function TellDialog(props: {
  readonly notices: readonly NoticeRow[];
  readonly onClose: () => void;
}) {
  const { notices } = props;
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [day, setDay] = useState<string>(today);
  const [how, setHow] = useState<ToldHow>('telephone');
  const [by, setBy] = useState(officerName);
  const on = parseIsoDate(day);
  return (
    <SigningDialog
      title={`${formatQuantity(notices.length, 'notice')} told`}
      verb="Mark as told"
      done={`${formatQuantity(notices.length, 'notice is', 'notices are')} marked as told.`}
      problems={[
        ...(on === null ? ['Give the day.'] : day > today ? ['The day has not come yet.'] : []),
        ...(by.trim() === '' ? ['Say who told them.'] : []),
      ]}
      signedBy={by}
      sign={async () =>
        on === null
          ? NOT_GIVEN
          : await call('notices/tell', { ids: notices.map(({ id }) => id), how, on, by })
      }
      onClose={props.onClose}
    >
      <p>{countsInWords(notices)}. The words are kept as they stand now; marking can be undone.</p>
      <Select
        label="How"
        value={how}
        options={TOLD_HOW.map((id) => ({ id, label: HOW_WORDS[id] }))}
        onChange={setHow}
      />
      <DateField label="On" value={day} onChange={setDay} />
      <TextField label="Told by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

/** Says that recipients confirmed it. */
export function AcknowledgeDialog(props: {
  readonly notices: readonly NoticeRow[];
  readonly onClose: () => void;
}) {
  const { notices } = props;
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [day, setDay] = useState<string>(today);
  const [by, setBy] = useState('');
  const [recorded_by, setRecordedBy] = useState(officerName);
  const on = parseIsoDate(day);
  return (
    <SigningDialog
      title={`${formatQuantity(notices.length, 'notice')} acknowledged`}
      verb="Mark as acknowledged"
      done={`${formatQuantity(notices.length, 'notice is', 'notices are')} acknowledged.`}
      problems={[
        ...(by.trim() === '' ? ['Say who confirmed it.'] : []),
        ...(on === null ? ['Give the day.'] : []),
        ...(recorded_by.trim() === '' ? ['Sign with your name.'] : []),
      ]}
      signedBy={recorded_by}
      sign={
        async () =>
        on === null
          ? NOT_GIVEN
          : await call('notices/acknowledge', { ids: notices.map(({ id }) => id), on, by, recorded_by }) // prettier-ignore
      }
      onClose={props.onClose}
    >
      <TextField
        label="Confirmed by"
        value={by}
        onChange={setBy}
        isRequired
        description="Who of the family, school or provider said that they have it."
      />
      <DateField label="On" value={day} onChange={setDay} />
      <TextField label="Recorded by" value={recorded_by} onChange={setRecordedBy} isRequired />
    </SigningDialog>
  );
}
