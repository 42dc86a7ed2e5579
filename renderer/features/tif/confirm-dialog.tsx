import { useState } from 'react';
import type { TifPage } from '../../../shared/api/views/tif.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { keepOfficer, officerName } from '../../state/officer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { typedDate } from './typed-date.ts';

/** Nothing changed since the form was signed: it stands for the year planned too. */
export function ConfirmDialog(props: {
  readonly page: TifPage;
  readonly onConfirmed: (page: TifPage) => void;
  readonly onClose: () => void;
}) {
  const { page } = props;
  const [confirmed_by, setConfirmedBy] = useState(page.carer_name);
  const [relationship, setRelationship] = useState(page.carer_relationship);
  const [date, setDate] = useState(formatDate(page.on));
  const [entered_by, setEnteredBy] = useState(officerName());
  const [failure, setFailure] = useState<Failure | null>(null);
  const confirmed_on = typedDate(date, page.on);
  const lacking =
    confirmed_by.trim() === ''
      ? 'Say who confirmed the form.'
      : confirmed_on === null
        ? 'The date is not a date.'
        : null;
  const confirm = async (): Promise<void> => {
    if (confirmed_on === null || lacking !== null) return;
    const answer = await call('tif/confirm', {
      client_id: page.client_id,
      confirmed_by,
      relationship,
      confirmed_on,
      entered_by,
    });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    keepOfficer(entered_by);
    notify({ tone: 'good', text: `The form stands for ${page.year}.` });
    forgetAnswers();
    props.onConfirmed(answer.value);
    props.onClose();
  };
  return (
    <Dialog title={`Confirm the form for ${page.year}`} isOpen onClose={props.onClose} width={600}>
      <form
        className="tif-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <p>
          Nothing has changed since the last version was signed. The form then stands until the end
          of {page.year}.
        </p>
        <div className="tif-dialog-pair">
          <TextField
            label="Confirmed by"
            value={confirmed_by}
            onChange={setConfirmedBy}
            takesFocus
          />
          <TextField
            label="Relationship to the client"
            value={relationship}
            onChange={setRelationship}
          />
          <TextField label="Confirmed on" value={date} onChange={setDate} />
          <TextField label="Entered by" value={entered_by} onChange={setEnteredBy} />
        </div>
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button variant="primary" type="submit" disabledReason={lacking}>
            Confirm for {page.year}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
