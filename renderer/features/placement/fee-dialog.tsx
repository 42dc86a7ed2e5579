import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { NEEDS, PHASES, type Need, type Phase } from '../../../shared/model/client.ts';
import { isFee } from '../../../shared/model/placement.ts';
import { NEED_WORDS, PHASE_WORDS } from '../../../shared/model/words.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { SchoolChoice } from '../applications/school-choice.tsx';

/** The select's id of no need or phase in particular. */
const EVERY = 'every';

const NEED_OPTIONS = [
  { id: EVERY, label: 'Every need' },
  ...NEEDS.map((id) => ({ id, label: NEED_WORDS[id] })),
];
const PHASE_OPTIONS = [
  { id: EVERY, label: 'Every phase' },
  ...PHASES.map((id) => ({ id, label: PHASE_WORDS[id] })),
];

/** A school's own fee from a day on, of every child or of one need or phase, with its source. */
export function FeeDialog({ onClose }: { readonly onClose: () => void }) {
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [urn, setUrn] = useState<number | null>(null);
  const [need, setNeed] = useState<Need | null>(null);
  const [phase, setPhase] = useState<Phase | null>(null);
  const [pounds, setPounds] = useState('');
  const [from, setFrom] = useState<string>(today);
  const [source, setSource] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const fee_pence = Math.round(Number(pounds.replaceAll(/[£,\s]/g, '')) * 100);
  const from_on = parseIsoDate(from);
  const lacking =
    urn === null
      ? 'Choose the school.'
      : pounds.trim() === '' || !isFee(fee_pence)
        ? 'Give the fee in pounds a year, up to a million.'
        : from_on === null
          ? 'Say from which day on.'
          : source.trim() === ''
            ? 'Name the source.'
            : null;
  const save = async (): Promise<void> => {
    if (lacking !== null || urn === null || from_on === null) return;
    const answer = await call('placements/save-fee', {
      school_urn: urn,
      from_on,
      need,
      phase,
      fee_pence,
      source: source.trim(),
    });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    notify({ tone: 'good', text: 'The school’s fee is kept.' });
    forgetAnswers();
    onClose();
  };
  return (
    <Dialog title="A school’s own fee" isOpen onClose={onClose} width={520}>
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SchoolChoice label="School" urn={urn} name="" onChange={setUrn} />
        <Select
          label="Primary need"
          options={NEED_OPTIONS}
          value={need ?? EVERY}
          onChange={(id) => {
            setNeed(NEEDS.find((each) => each === id) ?? null);
          }}
        />
        <Select
          label="Phase"
          options={PHASE_OPTIONS}
          value={phase ?? EVERY}
          onChange={(id) => {
            setPhase(PHASES.find((each) => each === id) ?? null);
          }}
        />
        <TextField
          label="Fee, pounds a year"
          value={pounds}
          onChange={setPounds}
          inputMode="decimal"
        />
        <DateField label="In force from" value={from} onChange={setFrom} />
        <TextField
          label="Source"
          value={source}
          onChange={setSource}
          placeholder="Contract, schedule of fees, and its date"
        />
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="k-form-foot">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabledReason={lacking}>
            Keep the fee
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
