import type { PeoplePage, PersonRow } from '../../../shared/api/views/register.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { hrefOfProviderNamed } from './provider-address.ts';
import { DayFact, RecordPanel } from './record-panel.tsx';
import { ROLE_WORDS } from './register-words.ts';

/** One driver or assistant: badge, checks, training, what they hold, whom they carry. */
export function PersonPanel(props: {
  readonly person: PersonRow;
  readonly page: Pick<PeoplePage, 'on' | 'ahead_days'>;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}) {
  const { person, page } = props;
  const days = { on: page.on, ahead: page.ahead_days };
  const badge = [person.badge_number, person.licensing_authority].filter(Boolean).join(', ');
  return (
    <RecordPanel
      label="Selected person"
      name={person.name === '' ? person.ref : person.name}
      under={
        <>
          {ROLE_WORDS[person.role]},{' '}
          <a href={hrefOfProviderNamed(person.provider)}>{person.provider}</a>
        </>
      }
      remove={{ kind: 'worker', id: person.id }}
      routes={person.routes}
      onEdit={props.onEdit}
      onClose={props.onClose}
    >
      <dl className="provider-facts">
        <dt>Reference</dt>
        <dd>{person.ref}</dd>
        {person.phone === '' ? null : (
          <>
            <dt>Telephone</dt>
            <dd>{person.phone}</dd>
          </>
        )}
        <DayFact label="Badge" until={person.badge_expires_on} what={badge} {...days} />
        <dt>Enhanced DBS</dt>
        <dd>
          {person.dbs_on === null ? (
            <span className="soft">not recorded</span>
          ) : (
            `checked ${formatDate(person.dbs_on)}`
          )}
        </dd>
        <DayFact
          label="Training"
          until={person.training_expires_on}
          what={person.training}
          isWanted={false}
          {...days}
        />
        {person.left_on === null ? null : (
          <>
            <dt>Last day</dt>
            <dd>{formatDate(person.left_on)}</dd>
          </>
        )}
        {person.notes === '' ? null : (
          <>
            <dt>Notes</dt>
            <dd>{person.notes}</dd>
          </>
        )}
      </dl>
      <section aria-label="Competences">
        <h3>Competences</h3>
        {person.competences.length === 0 ? (
          <p className="soft">None recorded.</p>
        ) : (
          <dl className="provider-facts">
            {person.competences.map((each) => (
              <DayFact
                key={each.competence}
                label={each.competence}
                until={each.expires_on}
                isWanted={false}
                {...days}
              />
            ))}
          </dl>
        )}
      </section>
    </RecordPanel>
  );
}
