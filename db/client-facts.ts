import { planningYearOf } from '../shared/calendar/years.ts';
import {
  schoolCalendars,
  type FirstDay,
  type SchoolCalendars,
} from '../shared/calendar/school-calendars.ts';
import type { AcademicYear, IsoDate } from '../shared/calendar/dates.ts';
import { phaseOf } from '../shared/casework/phase.ts';
import type { RuleBasis } from '../shared/casework/ride-limit.ts';
import { isUndecided } from '../shared/casework/stage.ts';
import { signedStage, type Standing } from '../shared/casework/stage.ts';
import { daysLate, firstDayNeeded, isOpen, isProvisional } from '../shared/casework/status.ts';
import { tifComplete } from '../shared/casework/tif.ts';
import { blockingQuestions } from '../shared/casework/questions.ts';
import type { WeekRecords } from '../shared/casework/week.ts';
import type { Application, Client } from '../shared/model/client.ts';
import type { School } from '../shared/model/school.ts';
import { asksOf, daysNeeded, isJustASeat } from '../shared/service/child-need.ts';
import { codeWords } from '../shared/search/codes.ts';
import { foldText, joined } from '../shared/search/fold.ts';
import { sortKey } from './search-text.ts';
import type { SqlValue } from './sql.ts';
import type { Store } from './store.ts';

/** What the facts of one client are worked out from, read once for many. */
export interface FactBasis {
  readonly rules: RuleBasis;
  readonly school: (urn: number) => Pick<School, 'name' | 'lat'> | null;
  readonly districtName: (code: string) => string;
  readonly firstDay: FirstDay;
  readonly standing: (application_ref: string) => Standing;
  /** Further addresses and settings of a client, and what the last signed form answers on help with transfers. */
  readonly week: (client_id: number) => Omit<WeekRecords, 'second'> | undefined;
  readonly transferHelp: (client: Pick<Client, 'id' | 'tif_signed'>) => string;
}

/** Everything about a client's state that casework decides, in the order of the columns of `client_state`. */
export const FACT_COLUMNS = [
  'client_id',
  'ref',
  'name',
  'name_key',
  'school_urn',
  'school',
  'school_placed',
  'need',
  'year_group',
  'application_ref',
  'type',
  'received_on',
  'status',
  'closed',
  'held',
  'questions',
  'late',
  'provisional',
  'tif',
  'tif_checked',
  'phase',
  'first_day',
  'position_source',
  'district',
  'district_code',
  'protected_address',
  'step',
  'days_late',
  'waiting_since',
  'assigned_to',
  'mornings',
  'afternoons',
  'asks',
  'words',
] as const;

/** Every school's calendar as the store has it. */
export function calendarsOf(store: Pick<Store, 'terms' | 'inYear'>): SchoolCalendars {
  return schoolCalendars(store.terms.all(), store.inYear.dayRules());
}

/** First open days in a year, by school and year group; of the school as a whole where no group is given. Each is worked out once. */
export function firstDays(store: Pick<Store, 'terms' | 'inYear'>, year: AcademicYear): FirstDay {
  const calendars = calendarsOf(store);
  return (urn, year_group = null) => calendars.firstDay(urn, year_group, year);
}

/** Reads what facts are worked out from, as the store stands. */
export function factBasis(
  store: Pick<Store, 'settings' | 'schools' | 'districts' | 'terms' | 'inYear'>,
  on: IsoDate,
  read: Pick<FactBasis, 'standing' | 'week' | 'transferHelp'>,
): FactBasis {
  const year = planningYearOf(on);
  const schools = new Map<number, School | null>();
  const districts = new Map(store.districts.all().map((each) => [each.code, each.name]));
  return {
    rules: { settings: store.settings.all(), year, on },
    school: (urn) => {
      let school = schools.get(urn);
      if (school === undefined) {
        school = store.schools.get(urn);
        schools.set(urn, school);
      }
      return school;
    },
    districtName: (code) => districts.get(code) ?? '',
    firstDay: firstDays(store, year),
    ...read,
  };
}

function tifState(
  application: Application | null,
): 'complete' | 'incomplete' | 'none' | 'not_needed' {
  if (application === null) return 'not_needed';
  if (application.tif_claimed_complete) return 'complete';
  return application.tif_received_on === null ? 'none' : 'incomplete';
}

const flag = (value: boolean): number => (value ? 1 : 0);

/** Where nothing waits for a decision: after every day, so that the oldest come first. */
export const NOT_WAITING = '9999-12-31';

/** A register gives references only: whoever it does not name comes after those who are named. */
const NAMELESS = '~';

/**
 * The facts of one client as the values of `FACT_COLUMNS`; the last are the words it is found by. A protected address leaves no trace here: no
 * district, and no postcode among the words that are searched.
 */
export function factsOf(
  client: Client,
  application: Application | null,
  basis: FactBasis,
): SqlValue[] {
  const { rules } = basis;
  const school = client.school_urn === null ? null : basis.school(client.school_urn);
  const schoolName = school?.name ?? client.school_given;
  const hidden = client.protected_address;
  const name = [client.surname, client.forename].filter((part) => part !== '').join(', ');
  const questions = (application?.questions.length ?? 0) + blockingQuestions(client).length;
  const ref = application === null || application.ref === client.ref ? '' : application.ref;
  const phase = phaseOf(client, rules.year);
  const late = application === null ? 0 : daysLate(application, phase, rules);
  const first_day = firstDayNeeded(client, basis.firstDay(client.school_urn, client.year_group));
  const from = first_day > rules.on ? first_day : rules.on;
  const days = daysNeeded(client, basis.week(client.id), from);
  const asks = asksOf(client, basis.transferHelp(client));
  const waits =
    application !== null && isUndecided(application.status) ? application.received_on : null;
  return [
    client.id,
    client.ref,
    name,
    name === '' ? NAMELESS : sortKey(name),
    client.school_urn,
    schoolName,
    flag(school !== null && school.lat !== null),
    client.need,
    client.year_group,
    application?.ref ?? '',
    application?.type ?? '',
    application?.received_on ?? null,
    application?.status ?? '',
    flag(application === null || !isOpen(application)),
    flag(application !== null && application.held_reason !== ''),
    questions,
    flag(late > 0),
    flag(isProvisional(client, application)),
    tifState(application),
    flag(application !== null && tifComplete(client, application)),
    phase,
    first_day,
    client.position_source,
    hidden ? '' : basis.districtName(client.district_code),
    hidden ? '' : client.district_code,
    flag(hidden),
    application === null ? '' : signedStage(application, basis.standing(application.ref)),
    late,
    waits ?? NOT_WAITING,
    application?.assigned_to ?? '',
    days.mornings,
    days.afternoons,
    isJustASeat(asks) ? '' : JSON.stringify(asks),
    [
      nameWords(client),
      [client.ref, ref, hidden ? '' : client.postcode].flatMap(codeWords).join(' '),
      foldText(schoolName),
    ].join(WORDS_APART),
  ];
}

/** Between the words of a name, of codes and of a school in the last of the facts; each has a column in `client_text`. */
export const WORDS_APART = '\n';

/** Names as words, the surname first, and each name of several parts as one: `o'brien mary-jane obrien maryjane`. */
function nameWords({ forename, surname }: Pick<Client, 'forename' | 'surname'>): string {
  const whole = [forename, surname].map(joined).filter((name) => name !== '');
  const words = foldText(`${surname} ${forename}`);
  return [words, ...whole.filter((name) => !words.split(' ').includes(name))].join(' ');
}
