import { Pencil } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import { useCommands } from '../../state/commands.ts';
import { IconButton } from '../../ui/button.tsx';
import { hrefOf } from '../../state/place.ts';
import { StateMark } from '../../ui/mark.tsx';
import { distanceWords, transportSentence } from './case-words.ts';
import { EditDialog } from './edit-dialog.tsx';
import { CASE_FACTS } from './case-facts.tsx';
import { EligibilityPart } from './eligibility-part.tsx';
import { Facts } from './facts.tsx';
import { FIELD_GROUPS, type FieldGroup } from './fields.ts';
import { ParticularsPart } from '../particulars/particulars-part.tsx';
import { ApplicationsPart } from '../new-application/applications-part.tsx';
import { LifePart } from '../life/life-part.tsx';
import { HistoryPart } from './history-part.tsx';
import { Part } from './part.tsx';
import { PositionPart } from './position-part.tsx';
import { TRANSPORT_TONES } from './words.ts';
import { TRANSPORT_WORDS } from '../../../shared/model/words.ts';

/** The parts of a case: transport first, then what is known, the TIF, the map and the history. */
export function CaseParts(props: { readonly page: CasePage }) {
  const { page } = props;
  const [editing, setEditing] = useState<FieldGroup | null>(null);
  useCommands(
    'case-facts',
    useMemo(
      () =>
        FIELD_GROUPS.map((group) => ({
          id: `edit-${group.key}`,
          label: `Edit: ${group.title.toLowerCase()}`,
          keywords: `change correct ${group.fields.map(({ label }) => label).join(' ')}`,
          isEnabled: () => true,
          run: () => {
            setEditing(group);
          },
        })),
      [],
    ),
  );
  return (
    <div className="case-parts">
      <div className="case-column">
        <TransportPart page={page} />
        {page.application === null ? null : <EligibilityPart page={page} />}
        {page.application === null ? null : <LifePart page={page} />}
        <ApplicationsPart page={page} />
        {FIELD_GROUPS.map((group) => (
          <Part
            key={group.key}
            title={group.title}
            action={
              <IconButton
                label={`Edit: ${group.title.toLowerCase()}`}
                icon={Pencil}
                onPress={() => {
                  setEditing(group);
                }}
              />
            }
          >
            <Facts showEmpty facts={CASE_FACTS[group.key](page)} />
          </Part>
        ))}
      </div>
      <div className="case-column">
        <PositionPart page={page} />
        <ParticularsPart page={page} />
        <TifPart page={page} />
        <HistoryPart page={page} />
      </div>
      {editing === null ? null : (
        <EditDialog
          key={editing.key}
          page={page}
          group={editing}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </div>
  );
}

function TransportPart(props: { readonly page: CasePage }) {
  const { page } = props;
  const label = TRANSPORT_WORDS[page.transport];
  const tone = TRANSPORT_TONES[page.transport];
  const stop = page.route?.stops.find((one) => one.client_id === page.client.id);
  const over = stop !== undefined && stop.ride_s > stop.limit_s;
  return (
    <Part title="Transport">
      <p className="case-transport">
        <StateMark tone={tone}>{label}</StateMark>
      </p>
      <p>{transportSentence(page)}</p>
      <Facts
        facts={[
          ['Provider', page.route?.provider ?? page.contract?.provider ?? ''],
          ['Vehicle', page.contract?.vehicle_given ?? ''],
          [
            'Ride',
            stop === undefined
              ? ''
              : `${formatMinutes(stop.ride_s)}, ${stop.limit_kind} limit ${formatMinutes(stop.limit_s)}${over ? ': over' : ''}`,
          ],
          ['Distance', distanceWords(page)],
          [
            'Share of the cost',
            page.cost_day_pence === null ? '' : `${formatPence(page.cost_day_pence)} a day`,
          ],
        ]}
      />
    </Part>
  );
}

function TifPart(props: { readonly page: CasePage }) {
  const { tif_sections, application } = props.page;
  const done = tif_sections.filter((section) => section.complete).length;
  const claim =
    application === null
      ? 'No TIF is asked: the child is carried already.'
      : application.tif_received_on === null
        ? 'No TIF has been received.'
        : `Received ${formatDate(application.tif_received_on)}; the council’s record says ${application.tif_claimed_complete ? 'complete' : 'not complete'}.`;
  return (
    <Part
      title="Transport Information Form (TIF)"
      action={
        <a href={hrefOf('applications', ['case', props.page.client.id, 'tif'])}>Open the form</a>
      }
    >
      <p>
        {claim} Kerbside’s check: {done} of {tif_sections.length} sections complete.
      </p>
      <ul className="case-tif">
        {tif_sections.map((section) => (
          <li key={section.key}>
            <StateMark tone={section.complete ? 'good' : 'warning'}>{section.label}</StateMark>
            {section.complete ? null : (
              <span className="soft">Missing: {section.missing.join(', ')}</span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
