/** A client's week: from which address to which school, on which mornings and afternoons. */
import type { IsoDate } from '../calendar/dates.ts';
import { dayMask, WHOLE_WEEK, type DayMask } from '../calendar/day-mask.ts';
import type { Position } from '../geo/position.ts';
import type { Client } from '../model/client.ts';
import type { ClientAddress, ClientPlacement, Span } from '../model/particulars.ts';
import { HOME, placeFor, type StopPlace } from '../model/stop-place.ts';
import { ADDRESS_WORDS } from './particulars-words.ts';

/** What a week is read from beside the client's record. */
export interface WeekRecords {
  readonly addresses: readonly ClientAddress[];
  readonly placements: readonly ClientPlacement[];
  /** The position of the record's second postcode, where it is known. */
  readonly second: Position | null;
}

/** Journeys between one address and one school. */
export interface Journey {
  readonly place: StopPlace;
  /** `the other parent's address`. */
  readonly place_words: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly postcode: string;
  readonly protected: boolean;
  readonly school_urn: number | null;
  /** The school or setting as it is called in the record. */
  readonly school_given: string;
  /** Days on which the client is taken to school from here. */
  readonly mornings: DayMask;
  /** Days on which the client is brought here from school. */
  readonly afternoons: DayMask;
  /** The record's own home and school. */
  readonly main: boolean;
  /** Runs at the ends of terms only: planned as of Mondays and Fridays, its days agreed by hand. */
  readonly termly: boolean;
}

const MONDAY: DayMask = 1;
const FRIDAY: DayMask = 16;

type Leg = 'mornings' | 'afternoons';
interface Part {
  readonly mornings: DayMask;
  readonly afternoons: DayMask;
}

/**
 * The week as it stands on a day. The home of the record has every day that no other address has; a day that two addresses claim is the
 * first one's. A school that boards is travelled to on Monday morning and from it on Friday afternoon. On the days of a college or of
 * another school the journey goes there. Nobody is left out for want of days: none given is every day.
 */
export function weekOf(
  client: Client,
  records: WeekRecords | undefined,
  on: IsoDate,
): readonly Journey[] {
  const addresses = (records?.addresses ?? []).filter((each) => isInForce(each, on));
  const placements = (records?.placements ?? []).filter((each) => isInForce(each, on));
  const boards = addresses.find((each) => each.kind === 'residential' && each.rhythm !== 'daily');
  // The days of the record may be those of its own school alone: those of another setting are travelled besides.
  const travelled = placements.reduce(
    (days, each) => days | dayMask(each.days),
    client.days.length === 0 ? WHOLE_WEEK : dayMask(client.days),
  );
  const left = {
    mornings: boards === undefined ? travelled : MONDAY,
    afternoons: boards === undefined ? travelled : FRIDAY,
  };
  const termly = boards?.rhythm === 'termly';
  const places: readonly (Place & { readonly wanted: Part })[] =
    boards === undefined ? otherPlaces(client, addresses, records) : [];
  const journeys: Journey[] = [];
  const taken: Journey[] = [];
  for (const { wanted, ...place } of places) {
    const part = takeFrom(left, wanted);
    taken.push(...toSchools({ ...place, termly }, part, { client, placements }));
  }
  const home: Place = {
    place: HOME,
    place_words: 'home',
    lat: client.lat,
    lon: client.lon,
    postcode: client.postcode,
    protected: client.protected_address,
  };
  journeys.push(...toSchools({ ...home, termly }, left, { client, placements }), ...taken);
  return journeys;
}

type Place = Pick<Journey, 'place' | 'place_words' | 'lat' | 'lon' | 'postcode' | 'protected'>;

function isInForce({ from_on, to_on }: Span, on: IsoDate): boolean {
  return from_on <= on && (to_on === null || on <= to_on);
}

/** Addresses kept one by one stand for the second address of the record, which an import fills. */
function otherPlaces(
  client: Client,
  addresses: readonly ClientAddress[],
  records: WeekRecords | undefined,
): readonly (Place & { readonly wanted: Part })[] {
  const kept = addresses.filter(
    (each) => each.rhythm === 'daily' && (each.kind !== 'home' || each.lat !== null),
  );
  if (addresses.length > 0)
    return kept.map((each) => {
      const days = dayMask(each.days);
      return {
        place: `address ${each.id}`,
        place_words: ADDRESS_WORDS[each.kind].toLowerCase(),
        lat: each.lat,
        lon: each.lon,
        postcode: each.postcode,
        protected: each.protected || client.protected_address,
        wanted: {
          mornings: each.legs === 'afternoon' ? 0 : days,
          afternoons: each.legs === 'morning' ? 0 : days,
        },
      };
    });
  if (client.second_days.length === 0) return [];
  const days = dayMask(client.second_days);
  return [
    {
      place: 'second',
      place_words: 'second address',
      lat: records?.second?.lat ?? null,
      lon: records?.second?.lon ?? null,
      postcode: client.second_postcode,
      protected: client.protected_address,
      wanted: { mornings: days, afternoons: days },
    },
  ];
}

/** Takes the wanted days that are still left. */
function takeFrom(left: { mornings: DayMask; afternoons: DayMask }, wanted: Part): Part {
  const take = (leg: Leg): DayMask => {
    const days = left[leg] & wanted[leg];
    left[leg] &= ~days;
    return days;
  };
  return { mornings: take('mornings'), afternoons: take('afternoons') };
}

/** From one address: to another school on its days, to the school of the record on the rest. */
function toSchools(
  place: Place & Pick<Journey, 'termly'>,
  part: Part,
  {
    client,
    placements,
  }: { readonly client: Client; readonly placements: readonly ClientPlacement[] },
): readonly Journey[] {
  const left = { ...part };
  const found: Journey[] = [];
  for (const placement of placements) {
    if (placement.school_urn !== null && placement.school_urn === client.school_urn) continue;
    const days = dayMask(placement.days);
    const there = takeFrom(left, { mornings: days, afternoons: days });
    // Education without a school has no journey to one.
    if (placement.kind === 'eotas' && placement.school_urn === null) continue;
    if ((there.mornings | there.afternoons) === 0) continue;
    const { school_urn, name } = placement;
    const key = placeFor(place.place, placement.id);
    found.push({ ...place, ...there, place: key, school_urn, school_given: name, main: false });
  }
  const { school_urn, school_given } = client;
  const main = place.place === HOME;
  if ((left.mornings | left.afternoons) !== 0)
    found.unshift({ ...place, ...left, school_urn, school_given, main });
  return found;
}
