/** What the invented families and officers write on the whole form. No real clinic, firm or person is meant. */
import { addDays, isoDate } from '../calendar/dates.ts';
import { answersOfRecord } from '../casework/tif/record-answers.ts';
import type { Random } from '../kernel/random.ts';
import type { Client } from '../model/client.ts';
import type { TifAnswers } from '../model/tif.ts';
import { MEN, SURNAMES, WOMEN } from './names.ts';

const TRIGGERS = [
  'Loud noise; ear defenders help',
  'A changed route; say so before setting off',
  'Waiting at lights; talk about trains',
  'A new face; a photograph the day before helps',
  'Being touched; ask first',
  'Nothing known',
];
const VIEWS = [
  'Likes to sit by the window',
  'Likes the driver to say good morning and then be quiet',
  'Did not wish to say',
  'Wants to go with a friend',
  'Is a little worried about being late',
  'Showed a picture of the bus and a smile',
];
const RECEIVES = [
  'Class staff at the gate',
  'Reception',
  'The transport lead at the bay',
  'A teaching assistant at the vehicle',
];
const NOBODY_IN = [
  'Ring the emergency contact, then back to school',
  'Take to the grandparents, address with the office',
  'Stay with the client and ring the office',
];
const WHY_ASSISTANT = {
  shared: 'Needs somebody to keep calm and belted',
  own: 'Needs one person alone who knows the plan',
  medical: 'Needs care on the way by somebody trained',
} as const;
const CLINICS = [
  'Epilepsy nurse, invented clinic',
  'Community paediatrician, invented clinic',
  'Children’s nursing team, invented clinic',
];
const TEAM = ['Transport officer 1', 'Transport officer 2', 'Transport officer 3'];

/** An invented adult's name. */
export function drawAdult(random: Random): string {
  return `${random.pick(random.chance(0.6) ? WOMEN : MEN)} ${random.pick(SURNAMES)}`;
}

/** A telephone number that Ofcom keeps for drama. */
function drawNumber(random: Random): string {
  return `01632 960${String(random.below(1000)).padStart(3, '0')}`;
}

/** The whole form of a client: what the record says, and all else that is asked. What the record lacks stays missing. */
export function drawAnswers(random: Random, client: Client): TifAnswers {
  const record = answersOfRecord(client);
  return {
    ...record,
    ...drawHome(random, client),
    ...drawSchool(random, client),
    ...drawMobility(random, client),
    ...drawCare(random, client),
    ...drawCompany(random, client),
    ...drawJourney(random, client),
    ...drawContacts(random),
    ...drawConsents(random, client),
  };
}

const yesNo = (yes: boolean): string => (yes ? 'yes' : 'no');

function drawHome(random: Random, client: Client): TifAnswers {
  const elsewhere = client.second_address !== '' || client.second_postcode !== '';
  return elsewhere ? { second_kind: random.weighted(SECOND_HOMES) } : { other_addresses: 'no' };
}
const SECOND_HOMES = [
  ['other_parent', 8],
  ['short_break', 2],
  ['childcare', 1],
] as const;

function drawSchool(random: Random, client: Client): TifAnswers {
  const part = client.days.length > 0 && client.days.length < 5;
  const weekly = random.chance(0.01);
  return {
    part_time: yesNo(part),
    ...(part ? { part_time_pattern: `At school on ${client.days.join(', ')} only` } : {}),
    residential: weekly ? 'weekly' : 'no',
    ...(weekly ? { residential_pattern: 'Monday morning to Friday afternoon' } : {}),
  };
}

function drawMobility(random: Random, client: Client): TifAnswers {
  const { mobility, equipment } = client;
  const needed = equipment !== '';
  return {
    ...(mobility === 'walks_with_aid'
      ? { walking_aid: random.pick(['Frame', 'Stick', 'Rollator']) }
      : {}),
    ...(mobility === 'wheelchair_transfers'
      ? { transfer_help: random.pick(['alone', 'one_person', 'hoist']) }
      : {}),
    ...(mobility === 'wheelchair_travels'
      ? {
          crash_tested: random.chance(0.9) ? 'yes' : 'not_known',
          headrest: yesNo(random.chance(0.8)),
        }
      : {}),
    equipment_needed: yesNo(needed),
    ...(needed
      ? {
          equipment_by: 'Occupational therapist, invented clinic',
          equipment_fitted_by: 'The provider, shown by the therapist',
        }
      : {}),
  };
}

function drawCare(random: Random, client: Client): TifAnswers {
  const {
    assistant,
    medical,
    rescue_medication: rescue,
    clinical_limit_s,
    risk_assessment_on,
  } = client;
  const hasNeeds = medical !== '' || rescue;
  const hasPlan = rescue || (hasNeeds && random.chance(0.5));
  const behaves = random.chance(0.18);
  return {
    ...(assistant === null || assistant === 'none'
      ? {}
      : { assistant_why: WHY_ASSISTANT[assistant] }),
    medical_needs: yesNo(hasNeeds),
    rescue_medication: yesNo(rescue),
    ...(rescue
      ? {
          rescue_name: 'Buccal midazolam',
          rescue_dose: random.pick(['2.5 mg', '5 mg', '7.5 mg', '10 mg']),
          rescue_when: 'A seizure of five minutes, or as the plan says',
        }
      : {}),
    ...(clinical_limit_s === null ? {} : { ride_limit_by: random.pick(CLINICS) }),
    ...(hasNeeds ? { plan_has: yesNo(hasPlan) } : {}),
    ...(hasPlan
      ? {
          plan_by: random.pick(CLINICS),
          plan_on: addDays(isoDate('2025-10-01'), random.below(200)),
          plan_trained: 'Two assistants of the county’s list',
          without_trained: yesNo(!rescue),
          without_trained_by: random.pick(CLINICS),
        }
      : {}),
    ...(risk_assessment_on === null
      ? {}
      : {
          risk_by: random.pick(TEAM),
          risk_review_on: addDays(risk_assessment_on, 365),
          risk_controls: 'Same crew, assistant beside the client, seat away from the door',
        }),
    behaviour_plan: yesNo(behaves),
    ...(behaves ? { behaviour_what: 'Give a warning before stops; praise sitting still' } : {}),
    communication: random.weighted(COMMUNICATION),
    triggers: random.pick(TRIGGERS),
  };
}
const COMMUNICATION = [
  ['speech', 58],
  ['few_words', 20],
  ['signs', 7],
  ['pictures', 9],
  ['device', 4],
  ['other', 2],
] as const;

function drawCompany(random: Random, client: Client): TifAnswers {
  const { sole_occupancy: sole, not_with } = client;
  return {
    ...(not_with.length === 0 ? { apart: 'no' } : {}),
    sole_occupancy: yesNo(sole),
    ...(sole
      ? {
          sole_why: 'Cannot be safe beside another client at present',
          sole_authorised_by: random.pick(TEAM),
        }
      : {}),
  };
}

/** One home in so many that stands on a street has one that no minibus gets into [A]. */
const NARROW_ONE_IN = 36;

function drawJourney(random: Random, { id }: Client): TifAnswers {
  const met = random.chance(0.88);
  const access = random.weighted([
    ['door', 70],
    ['street', 24],
    ['walk', 6],
  ] as const);
  return {
    must_be_met: yesNo(met),
    ...(met ? { nobody_in: random.pick(NOBODY_IN) } : {}),
    school_staff: random.pick(RECEIVES),
    access,
    ...(access === 'street' ? { access_largest: id % NARROW_ONE_IN === 0 ? 'taxi' : 'any' } : {}),
    ...(access === 'walk' ? { access_where: 'At the end of the lane' } : {}),
    own_view: random.pick(VIEWS),
  };
}

function drawContacts(random: Random): TifAnswers {
  return {
    emergency_name: drawAdult(random),
    emergency_relationship: random.pick(['Grandmother', 'Grandfather', 'Aunt', 'Neighbour']),
    emergency_phone: drawNumber(random),
  };
}

function drawConsents(random: Random, client: Client): TifAnswers {
  return {
    ...(client.rescue_medication ? { consent_medication: 'yes' } : {}),
    consent_ptb: yesNo(random.chance(0.08)),
    consent_mileage: yesNo(random.chance(0.06)),
    consent_training: yesNo(random.chance(0.12)),
    consent_photograph: yesNo(random.chance(0.7)),
  };
}
