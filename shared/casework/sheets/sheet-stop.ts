/** What a provider is told of one child: only the fields of `STOP_FIELDS`. */
import { dayWords, WHOLE_WEEK, type DayMask } from '../../calendar/day-mask.ts';
import { formatTimeOfDay } from '../../format/time.ts';
import type { Client, Mobility } from '../../model/client.ts';
import type { PlannedStop } from '../../model/plan.ts';
import type { SheetStop, StopField } from '../../model/route-sheet.ts';
import type { TifAnswers } from '../../model/tif.ts';
import type { StopAddress } from '../stop-address.ts';
import { STREET_WORDS, streetOf } from '../street-access.ts';
import { guardWords, type Secrets } from './guard.ts';

/** One child as a sheet is made of it. */
export interface SheetChild {
  readonly client: Client;
  readonly stop: PlannedStop;
  /** The address of this stop. */
  readonly at: StopAddress;
  /** Answers of the last signed TIF, else those of the record. */
  readonly answers: TifAnswers;
  readonly secrets: Secrets;
  /** A protected address stands on the sheet only where an officer said so, with a reason. */
  readonly may_show: boolean;
}

/** A text that was not printed, for the office: which child, which field, what it says. */
export interface HeldBack {
  readonly ref: string;
  readonly field: StopField;
  readonly says: readonly string[];
}

/** What stands where words were held back, and for a protected address. */
export const RING_OFFICE = 'Ring the office.';

/** The child's line and what was held back from it. */
export function sheetStop(child: SheetChild): {
  readonly stop: SheetStop;
  readonly held: readonly HeldBack[];
} {
  const { client, stop } = child;
  const held: HeldBack[] = [];
  const words = (field: StopField, text: string): string => {
    const kind = field === 'emergency' ? 'emergency' : 'other';
    const guarded = guardWords(text, child.secrets, kind);
    if (guarded.held.length === 0) return guarded.text;
    held.push({ ref: client.ref, field, says: guarded.held });
    return RING_OFFICE;
  };
  const made: SheetStop = {
    name: sheetName(client),
    pick_up: stop.mornings === 0 ? 'Not collected here' : formatTimeOfDay(stop.pick_up_s),
    days: daysOf(stop),
    home_time: stop.afternoons === 0 ? 'Not brought here' : formatTimeOfDay(stop.drop_off_s),
    address: addressOf(child, words),
    seat: seatOf(child, words),
    support: sentences(supportTexts(child), (text) => words('support', text)),
    communicate: sentences(communicateTexts(child), (text) => words('communicate', text)),
    emergency: emergencyOf(child, words),
    at_school: words('at_school', atSchool(child.answers)),
    at_home: sentences(atHome(child), (text) => words('at_home', text)),
    ring: isHidden(child) ? '' : numbersOf(child),
  };
  return { stop: made, held };
}

/** First name and initial. Where the record gives no first name a surname is no stand-in: the driver asks. */
export function sheetName({ forename, surname }: Pick<Client, 'forename' | 'surname'>): string {
  const initial = surname.trim().charAt(0).toLocaleUpperCase('en-GB');
  const first = forename.trim();
  if (first === '') return RING_OFFICE;
  return initial === '' ? first : `${first} ${initial}.`;
}

/** The family's number, then the emergency contact's; whose they are is not said. */
function numbersOf({ client, answers }: SheetChild): string {
  const numbers = [client.phone, answers['emergency_phone'] ?? ''].map((each) => each.trim());
  return [...new Set(numbers.filter((each) => each !== ''))].join(', then ');
}

function isHidden({ at, may_show }: SheetChild): boolean {
  return at.protected && !may_show;
}

/** The days of this stop; where the ways there and home differ, those of each. */
function daysOf({ mornings, afternoons }: PlannedStop): string {
  const words = (days: DayMask): string =>
    days === WHOLE_WEEK ? 'Mon to Fri' : `${dayWords(days)} only`;
  if (mornings === afternoons) return words(mornings);
  const there = mornings === 0 ? '' : `To school ${words(mornings)}`;
  const home = afternoons === 0 ? '' : `Home ${words(afternoons)}`;
  return [there, home].filter((part) => part !== '').join('. ');
}

type Words = (field: StopField, text: string) => string;

/** The address of the stop, and where the vehicle can stop at the home. Whose other address it is would say how the family lives. */
function addressOf(child: SheetChild, words: Words): string {
  const { at, answers } = child;
  if (isHidden(child)) return RING_OFFICE;
  const line = [at.address.trim(), at.postcode.trim()].filter((part) => part !== '').join(', ');
  if (at.words !== '') return line === '' ? RING_OFFICE : line;
  const meet = answers['access'] === 'walk' ? words('address', answers['access_where'] ?? '') : '';
  const notes = words('address', answers['access_notes'] ?? '');
  const street = streetOf(answers);
  return joined([
    line === '' ? RING_OFFICE : line,
    meet === '' ? '' : `Meet: ${meet}`,
    street === null ? '' : STREET_WORDS[street],
    notes,
  ]);
}

const SEATS: Readonly<Record<Mobility, string>> = {
  walks: 'Seat with belt',
  walks_with_aid: 'Seat with belt. Walks with an aid',
  wheelchair_transfers: 'Seat with belt. Moves to it from a wheelchair, which travels too',
  wheelchair_travels: 'Travels in the wheelchair, tied down',
};

const TRANSFER: Readonly<Record<string, string>> = {
  alone: 'Moves to the seat alone',
  one_person: 'Moves to the seat with one person',
  hoist: 'Moves to the seat with a hoist',
};

function seatOf({ client, answers }: SheetChild, words: Words): string {
  const { mobility, wheelchair, occupied_weight_kg, equipment } = client;
  const chair = words('seat', wheelchair);
  const weight = occupied_weight_kg === null ? '' : `${Math.round(occupied_weight_kg)} kg with the child`; // prettier-ignore
  const tested = { yes: 'crash tested', no: 'not crash tested' }[answers['crash_tested'] ?? ''] ?? ''; // prettier-ignore
  const travels = mobility === 'wheelchair_travels';
  return joined([
    mobility === null ? '' : SEATS[mobility],
    mobility === 'walks_with_aid' ? words('seat', answers['walking_aid'] ?? '') : '',
    mobility === 'wheelchair_transfers' ? (TRANSFER[answers['transfer_help'] ?? ''] ?? '') : '',
    [chair, travels ? weight : '', travels ? tested : ''].filter((part) => part !== '').join(', '),
    travels && answers['headrest'] === 'yes' ? 'Headrest' : '',
    words('seat', equipment),
    client.sole_occupancy ? 'No other child in the vehicle' : '',
  ]);
}

function supportTexts({ answers }: SheetChild): readonly string[] {
  return [
    answers['behaviour_what'] ?? '',
    answers['risk_controls'] ?? '',
    NOTHING.test(answers['triggers'] ?? '') ? '' : (answers['triggers'] ?? ''),
  ];
}
const NOTHING = /^(nothing( known)?|none( known)?|n\/?a|no)\.?$/i;

const SPEAKS: Readonly<Record<string, string>> = {
  speech: 'Speaks',
  few_words: 'A few words: speak simply and wait for the answer',
  signs: 'Signs',
  pictures: 'Pictures or symbols',
  device: 'A device: keep it within reach',
  other: 'Another way: ring the office before the first run',
};

function communicateTexts({ answers }: SheetChild): readonly string[] {
  return [SPEAKS[answers['communication'] ?? ''] ?? ''];
}

/** Steps for rescue medication. Medical needs without steps are not printed: a diagnosis may be among them. */
function emergencyOf({ client, answers }: SheetChild, words: Words): string {
  if (client.rescue_medication) {
    const name = words('emergency', answers['rescue_name'] ?? '');
    const dose = words('emergency', answers['rescue_dose'] ?? '');
    const when = words('emergency', answers['rescue_when'] ?? '');
    if (name === '' || when === '')
      return 'Rescue medication is carried. Ring the office for the steps before the first run. Ring 999.';
    const by =
      answers['without_trained'] === 'yes' ? '' : ' Given only by the assistant trained for it.';
    return `${[name, dose].filter((part) => part !== '').join(' ')}: ${when}.${by} Ring 999, then the office.`;
  }
  return client.medical.trim() === '' ? '' : 'Ring the office before the first run: there is something to know.'; // prettier-ignore
}

function atSchool(answers: TifAnswers): string {
  const staff = (answers['school_staff'] ?? '').trim();
  const bay = (answers['school_bay'] ?? '').trim();
  return bay === '' ? staff : `${staff}${staff === '' ? '' : ', '}bay ${bay}`;
}

function atHome({ client, answers }: SheetChild): readonly string[] {
  const nobody = (answers['nobody_in'] ?? '').trim();
  return [client.handover, nobody === '' ? '' : `Nobody in: ${nobody}`];
}

const sentences = (texts: readonly string[], words: (text: string) => string): string =>
  joined(texts.map(words));

/** Parts as one text, each once. */
function joined(parts: readonly string[]): string {
  const said = parts.map((part) => part.trim().replace(/\.$/, '')).filter((part) => part !== '');
  return [...new Set(said)].join('. ');
}
