import { addDays, daysBetween, isoDate } from '../calendar/dates.ts';
import type { Random } from '../kernel/random.ts';
import type { CohortMember } from '../model/school.ts';
import { OPENS, OWN_DAY, type Requested } from './applications.ts';
import { drawStreet } from './homes.ts';
import { FORENAMES, SURNAMES, WOMEN } from './names.ts';

/** Families of the secondary transfer who had not applied by 10 August, for each that had [A]. */
const SILENT_SHARE = 0.07;
/** Those of them whose parent or carer the council has no name of [A]. */
const NO_CARER_SHARE = 0.08;

/** The children expected to apply for secondary transfer: those who did, and some who have not yet. */
export function demoCohort(random: Random, requests: readonly Requested[]): CohortMember[] {
  const applied = requests.filter(({ application }) => application.type === 'Secondary transfer');
  const members = applied.map(({ client, application }, at) => ({
    ref: cohortRef(at),
    forename: client.forename,
    surname: client.surname,
    date_of_birth: client.date_of_birth,
    postcode: client.postcode,
    school_urn: client.school_urn,
    school_given: client.school_given,
    carer_name: client.carer_name,
    application_ref: application.ref,
    home_address: client.home_address,
    told_on: OPENS,
  }));
  const silent = Array.from({ length: Math.round(applied.length * SILENT_SHARE) }, (_, at) => {
    const like = random.pick(applied).client;
    const surname = random.pick(SURNAMES);
    return {
      ref: cohortRef(applied.length + at),
      forename: random.pick(FORENAMES),
      surname,
      date_of_birth: addDays(isoDate('2014-09-01'), random.below(365)),
      postcode: like.postcode,
      school_urn: like.school_urn,
      school_given: like.school_given,
      carer_name: random.chance(NO_CARER_SHARE) ? '' : `${random.pick(WOMEN)} ${surname}`,
      application_ref: '',
      home_address: `${drawStreet(random)}, ${like.home_address.split(', ').at(-1) ?? ''}`,
      told_on: addDays(OPENS, random.below(daysBetween(OPENS, OWN_DAY))),
    };
  });
  return random.shuffle([...members, ...silent]);
}

function cohortRef(at: number): string {
  return `CO26-${String(at + 1).padStart(4, '0')}`;
}
