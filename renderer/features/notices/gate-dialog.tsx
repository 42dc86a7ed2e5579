import './notices.css';
import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useGate, type AtGate } from './gate-state.ts';

/** Asks before a change goes live whoever is not told yet. Nothing is lost: stopping leaves everything as it was. */
export function GateDialog() {
  const at = useGate((state) => state.at);
  return at === null ? null : <Form at={at} />;
}

function Form({ at }: { readonly at: AtGate }) {
  const { opened, advice, answer } = at;
  const last = useGate((state) => state.lastReason);
  const [reason, setReason] = useState(last);
  const [day, setDay] = useState('');
  const more = opened.count - opened.listed.length;
  const lacks = reason.trim() === '' ? 'Write why it goes live before they are told.' : null;
  const goOn = (): void => {
    if (lacks === null) answer({ reason: reason.trim(), effective_on: parseIsoDate(day) });
  };
  const stop = (): void => {
    answer(null);
  };
  return (
    <Dialog
      title={`${formatQuantity(opened.count, 'notice')} to be told for ${formatQuantity(opened.children, 'child', 'children')}`}
      isOpen
      onClose={stop}
      width={640}
    >
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <p>
          This changes how children are carried: {opened.counts}. Going on makes the notices and
          keeps the reason with them. {advice}
        </p>
        <ul className="gate-list" aria-label="Who would have to be told">
          {opened.listed.map(({ client_id, ref, name, recipient, by_on }) => (
            <li key={`${client_id} ${recipient}`}>
              <span>
                <bdi>{name === '' ? ref : name}</bdi> <small>{ref}</small>
              </span>
              <span>{recipient}</span>
              <span className="soft">by {formatDate(by_on)}</span>
            </li>
          ))}
          {more > 0 ? <li className="soft">and {formatCount(more)} more</li> : null}
        </ul>
        <TextField
          label="Why it goes live before they are told"
          value={reason}
          onChange={setReason}
          lines={2}
          isRequired
          takesFocus
        />
        <DateField
          label="First day in the new way"
          value={day}
          onChange={setDay}
          description="Empty: the next school day. Each notice is due so many working days before it."
        />
        <div className="k-form-foot">
          <Button onPress={stop}>Stop</Button>
          <Button variant="primary" type="submit" disabledReason={lacks}>
            Go on and open {formatQuantity(opened.count, 'notice')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
