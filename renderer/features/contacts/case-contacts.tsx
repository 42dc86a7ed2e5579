import type { CasePage } from '../../../shared/api/views/case.ts';
import { Part } from '../applications/part.tsx';
import { Absences } from '../calendars/absences-part.tsx';
import { ContactEntries } from './contact-entries.tsx';

/** The log of one child on its case page, and when it was away. */
export function CaseContacts({ page }: { readonly page: CasePage }) {
  const { client, route } = page;
  const name = `${client.forename} ${client.surname}`.trim() || client.ref;
  return (
    <>
      <Part title="Contact log">
        <ContactEntries
          about={{ client_id: client.id }}
          options={[
            {
              label: name,
              client_id: client.id,
              route_ref: route?.ref ?? '',
              provider: route?.provider ?? '',
            },
          ]}
        />
      </Part>
      <Part title="Days away">
        <Absences about={{ client_id: client.id }} />
      </Part>
    </>
  );
}
