import type { ReactNode } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import type { Client } from '../../../shared/model/client.ts';
import { hrefOfCase } from '../../state/place.ts';
import { ProtectedHome } from '../life/protected-home.tsx';
import type { FieldGroup } from './fields.ts';
import {
  ASSISTANT_WORDS,
  MOBILITY_WORDS,
  NEED_WORDS,
  PHASE_WORDS,
} from '../../../shared/model/words.ts';

type FactList = readonly (readonly [string, ReactNode])[];

const dateOf = (on: IsoDate | null): string => (on === null ? '' : formatDate(on));
const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'Yes' : 'No');

function siblingsOf(page: CasePage): ReactNode {
  if (page.siblings.length === 0) return 'None known';
  return page.siblings.map((sibling) => (
    <a key={sibling.client_id} className="case-sibling" href={hrefOfCase(sibling.client_id)}>
      <bdi>{sibling.name}</bdi>
      {sibling.twin ? ' (twin)' : ''}
    </a>
  ));
}

function soleOf(client: Client): string {
  if (!client.sole_occupancy) return 'No';
  return client.sole_until === null
    ? 'Yes, no end date'
    : `Yes, until ${formatDate(client.sole_until)}`;
}

const daysOf = (client: Client): string =>
  client.days.length === 5 ? 'Monday to Friday' : client.days.join(', ');

/** The school, as matched or as it was given; '' where none is named. */
export const schoolOf = ({ school, client }: CasePage): string =>
  school?.name ?? (client.school_given === '' ? '' : `${client.school_given} (not matched)`);

const homeOf = (client: Client): string =>
  [client.home_address, client.postcode].filter((part) => part !== '').join(', ');

/** What is known of a case, group by group; '' is not known. */
export const CASE_FACTS: Readonly<Record<FieldGroup['key'], (page: CasePage) => FactList>> = {
  child: (page) => {
    const { client } = page;
    return [
      ['Home', client.protected_address ? <ProtectedHome page={page} /> : homeOf(client)],
      ['District', page.district_name],
      [
        'Parent or carer',
        [client.carer_name, client.carer_relationship].filter((part) => part !== '').join(', '),
      ],
      ['Telephone', client.phone],
      ['Language or format', client.language_or_format],
      ['Same family', siblingsOf(page)],
    ];
  },
  placement: (page) => {
    const { client } = page;
    return [
      ['School', schoolOf(page)],
      ['Section I', client.section_i],
      ['Primary need', client.need === null ? '' : NEED_WORDS[client.need]],
      ['EHCP', yesNo(client.ehcp)],
      ['Phase', page.phase === null ? '' : PHASE_WORDS[page.phase]],
      ['Days', daysOf(client)],
      [
        'First day',
        client.transport_start_on === null
          ? 'The school’s first day'
          : dateOf(client.transport_start_on),
      ],
    ];
  },
  travel: ({ client }) => [
    ['Mobility', client.mobility === null ? '' : MOBILITY_WORDS[client.mobility]],
    ['Wheelchair', client.wheelchair === '' ? 'None given' : client.wheelchair],
    ['Passenger assistant', client.assistant === null ? '' : ASSISTANT_WORDS[client.assistant]],
    ['Sole occupancy', soleOf(client)],
    [
      'May not travel with',
      client.not_with.length === 0 ? 'Nobody named' : client.not_with.join(', '),
    ],
    ['Equipment', client.equipment === '' ? 'None given' : client.equipment],
    [
      'Ride limit',
      client.clinical_limit_s === null
        ? 'Advisory, by phase'
        : `Clinical, ${formatMinutes(client.clinical_limit_s)}`,
    ],
  ],
  care: ({ client }) => [
    ['Medical needs', client.medical === '' ? 'None given' : client.medical],
    ['Rescue medication', yesNo(client.rescue_medication)],
    ['Risk assessment', dateOf(client.risk_assessment_on)],
    ['Handover', client.handover],
    ['Notes', client.notes === '' ? 'None' : client.notes],
  ],
};
