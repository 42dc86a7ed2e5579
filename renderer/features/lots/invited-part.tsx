import { useState } from 'react';
import type { TenderPage } from '../../../shared/api/views/lots.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Invitation } from '../../../shared/model/tender.ts';
import { dayOfMoment, formatMoment } from '../../../shared/service/lots/moment.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** Who was asked, when the files were written, and who handed them over how. */
export function InvitedPart({ page }: { readonly page: TenderPage }) {
  const [handing, setHanding] = useState<Invitation | null>(null);
  const [inviting, setInviting] = useState(false);
  const bids = (provider: string): number => page.lots.flatMap((lot) => lot.bids).filter(({ bid }) => bid.provider === provider).length; // prettier-ignore
  return (
    <div className="lots-scroll">
      <div className="lots-does">
        <Button
          size="small"
          onPress={() => {
            setInviting(true);
          }}
        >
          Invite another provider…
        </Button>
      </div>
      <Table
        caption="Providers invited"
        head={
          <>
            <Th>Provider</Th>
            <Th>Invited</Th>
            <Th>Files written</Th>
            <Th>Handed over</Th>
            <Th align="end">Bids that count</Th>
            <Th />
          </>
        }
      >
        {page.invitations.map((each) => (
          <tr key={each.id}>
            <Td>{each.provider}</Td>
            <Td>
              {formatDate(each.invited_on)} <span className="soft">by {each.invited_by}</span>
            </Td>
            <Td>
              {each.written_at === null ? 'not yet' : formatMoment(each.written_at)}
              {each.written_at === null ? null : <span className="soft"> by {each.written_by}</span>}
            </Td>
            <Td>
              {each.handed === null ? 'not recorded' : `${formatDate(each.handed.on)}, ${each.handed.how}`}
              {each.handed === null ? null : <span className="soft"> by {each.handed.by}</span>}
            </Td>
            <Td align="end">{bids(each.provider)}</Td>
            <Td>
              <Button
                size="small"
                disabledReason={each.written_at === null ? 'Write the files first.' : null}
                onPress={() => {
                  setHanding(each);
                }}
              >
                Record handing over…
              </Button>
            </Td>
          </tr>
        ))}
      </Table>
      {handing === null ? null : (
        <HandedDialog page={page} invitation={handing} onClose={() => { setHanding(null); }} />
      )}
      {inviting ? <InviteDialog page={page} onClose={() => { setInviting(false); }} /> : null}
    </div>
  ); // prettier-ignore
}

function HandedDialog(props: {
  readonly page: TenderPage;
  readonly invitation: Invitation;
  readonly onClose: () => void;
}) {
  const { page, invitation } = props;
  const today = dayOfMoment(page.now);
  const [on, setOn] = useState<string>(today);
  const [how, setHow] = useState('');
  const [by, setBy] = useState(officerName);
  const day = parseIsoDate(on);
  const problems = [
    ...(day === null ? ['Give the day.'] : day > today ? ['The day lies ahead.'] : []),
    ...(how.trim() === '' ? ['Say how: by the portal, by email, in person.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={`Files handed to ${invitation.provider}`}
      verb="Record it"
      done="Recorded."
      problems={problems}
      signedBy={by}
      sign={() => call('lots/handed', { tender_id: page.tender.id, invitation_id: invitation.id, on: day ?? today, how, by })} // prettier-ignore
      onClose={props.onClose}
    >
      <p>Kerbside sends nothing by itself: it notes what somebody did.</p>
      <DateField label="On" value={on} onChange={setOn} />
      <TextField label="How" value={how} onChange={setHow} isRequired />
      <TextField label="Handed over by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

function InviteDialog(props: { readonly page: TenderPage; readonly onClose: () => void }) {
  const { page } = props;
  const [names, setNames] = useState('');
  const [by, setBy] = useState(officerName);
  const providers = names.split('\n').map((name) => name.trim()).filter((name) => name !== ''); // prettier-ignore
  const problems = [
    ...(providers.length === 0 ? ['Name a provider, one a line.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={`Invite to tender ${page.tender.ref}`}
      verb="Invite"
      done="Invited. Write the files and hand them over."
      problems={problems}
      signedBy={by}
      sign={() => call('lots/invite', { tender_id: page.tender.id, providers, by })}
      onClose={props.onClose}
    >
      <TextField
        label="Providers, one a line"
        value={names}
        onChange={setNames}
        lines={4}
        isRequired
      />{' '}
      {/* prettier-ignore */}
      <TextField label="Invited by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
