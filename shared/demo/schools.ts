import type { Position } from '../geo/position.ts';
import type { Need } from '../model/client.ts';
import type { School } from '../model/school.ts';
import { ALTERNATIVE_LINES, COLLEGE_LINES, MAINSTREAM_LINES } from './other-school-facts.ts';
import { cells } from './places.ts';
import { SPECIAL_INDEPENDENT_LINES, SPECIAL_STATE_LINES } from './special-school-facts.ts';

/** How a placement came about; decides which schools are in question. */
export type PlacementKind =
  'special' | 'independent' | 'provision' | 'college' | 'alternative' | 'far';

/** A school with what the generator needs to know of it. */
export interface DemoSchool {
  readonly school: School;
  readonly at: Position;
  readonly kind: PlacementKind;
  /** Needs that children are placed here with; wider than the published designation. */
  readonly takes: ReadonlySet<Need>;
  /** Clients that this school has room for in a county of the usual size. */
  readonly room: number;
}

/**
 * Needs by Kent's designations (Kent County Council: PSCN profound, severe and complex needs; C&I
 * communication and interaction; SEMH social, emotional and mental health; LD learning difficulties).
 */
const NEEDS_BY_KEY: Readonly<Record<string, readonly Need[]>> = {
  PSCN: ['PMLD', 'SLD', 'PD', 'ASD', 'MLD', 'SLCN', 'MSI', 'HI', 'VI', 'OTH'],
  CI: ['ASD', 'SLCN'],
  CI_LD: ['ASD', 'SLCN', 'MLD', 'SLD'],
  SEMH: ['SEMH'],
  SEMH_LD: ['SEMH', 'MLD', 'SPLD'],
  PD: ['PD'],
};

/** Units of mainstream schools, colleges and the like take most needs but the severe ones [A]. */
const PROVISION_NEEDS: readonly Need[] = [
  'ASD',
  'SLCN',
  'SEMH',
  'MLD',
  'SPLD',
  'HI',
  'VI',
  'PD',
  'OTH',
];
const COLLEGE_NEEDS: readonly Need[] = [...PROVISION_NEEDS, 'SLD', 'PMLD', 'MSI'];

/** Special school places in Kent rose from 3,628 (2016) to 5,197 (2022); rolls of 2019 are scaled by this [A]. */
const ROLL_GROWTH = 1.25;

/**
 * Schools beyond the county, all invented: the ones that really take Kent's children are not named here.
 * Numbers from 900001 are not used by the Department for Education.
 */
const FAR_LINES = `
900001|Ouseholme House School (invented)|Lewes|51.012|-0.012|SEMH|9|19
900002|Ashdown Gate School (invented)|Crowborough|51.063|0.150|ASD|7|19
900003|Northdowns Lodge (invented)|Oxted|51.258|-0.006|ASD|5|19
900004|Ravensbourne Reach School (invented)|Bromley|51.398|0.030|SLCN|5|16
900005|Cray Meadow School (invented)|Sidcup|51.424|0.108|ASD|4|16
900006|Brede Valley School (invented)|Hastings|50.900|0.570|SEMH|8|16
900007|Tilehurst Copse School (invented)|Crawley|51.110|-0.170|HI|4|19
900008|Roding Bank School (invented)|Brentwood|51.610|0.310|SLD|5|19
900009|Thurrock Levels School (invented)|Grays|51.488|0.330|PMLD|3|19
`;

const FACT_LINES: readonly (readonly [PlacementKind, string])[] = [
  ['special', SPECIAL_STATE_LINES],
  ['independent', SPECIAL_INDEPENDENT_LINES],
  ['provision', MAINSTREAM_LINES],
  ['college', COLLEGE_LINES],
  ['alternative', ALTERNATIVE_LINES],
];

/** The schools, colleges and units of the demonstration; `scale` is the county's size against the usual one. */
export function demoSchools(scale: number): DemoSchool[] {
  const near = FACT_LINES.flatMap(([kind, lines]) =>
    cells(lines).map((row) => schoolOfFacts(kind, row, scale)),
  );
  return [...near, ...cells(FAR_LINES).map((row) => farSchool(row, scale))];
}

function schoolOfFacts(kind: PlacementKind, row: readonly string[], scale: number): DemoSchool {
  const [urn, name = '', town = '', postcode = '', lat, lon, district = ''] = row;
  const [type_group = '', designation = '', key = '', from, to, size] = row.slice(7);
  const isSpecial = kind === 'special' || kind === 'independent';
  const pupils = Number(size) * (isSpecial ? ROLL_GROWTH : 1);
  const roll = Math.round(pupils * Math.max(1, scale));
  const needs = NEEDS_BY_KEY[key] ?? [];
  return {
    school: {
      urn: Number(urn),
      name,
      town,
      postcode,
      lat: Number(lat),
      lon: Number(lon),
      district_code: district,
      type_group,
      status: 'open',
      needs,
      designation,
      age_from: Number(from),
      age_to: Number(to),
      places: isSpecial ? placesOf(Number(urn), roll) : null,
      roll: isSpecial ? roll : null,
      day_starts_s: null,
      day_ends_s: null,
      independent: type_group === 'special_independent',
    },
    at: { lat: Number(lat), lon: Number(lon) },
    kind,
    takes: new Set(needs.length > 0 ? needs : needsOf(kind)),
    room: roomOf(kind, pupils),
  };
}

/** Seven special schools in ten are full; the others have a few places left [A]. */
function placesOf(urn: number, roll: number): number {
  return urn % 10 < 7 ? roll : Math.round(roll * 1.05) + 1;
}

function needsOf(kind: PlacementKind): readonly Need[] {
  if (kind === 'college') return COLLEGE_NEEDS;
  return kind === 'alternative' ? ['SEMH'] : PROVISION_NEEDS;
}

/** Four in five pupils of a special school are carried, half of the pupils with a plan elsewhere [A]. */
function roomOf(kind: PlacementKind, pupils: number): number {
  if (kind === 'special') return pupils * 0.82;
  if (kind === 'independent') return pupils * 0.75;
  return kind === 'provision' ? pupils * 0.75 : pupils * 0.8;
}

function farSchool(row: readonly string[], scale: number): DemoSchool {
  const [urn, name = '', town = '', lat, lon, need = 'ASD', from, to] = row;
  const takes: Need[] = need === 'ASD' ? ['ASD', 'SLCN', 'SEMH', 'MLD'] : [need as Need, 'ASD'];
  return {
    school: {
      urn: Number(urn),
      name,
      town,
      postcode: '',
      lat: Number(lat),
      lon: Number(lon),
      district_code: '',
      type_group: 'special_independent',
      status: 'open',
      needs: takes,
      designation: '',
      age_from: Number(from),
      age_to: Number(to),
      places: null,
      roll: Math.round(60 * Math.max(1, scale)),
      day_starts_s: null,
      day_ends_s: null,
      independent: true,
    },
    at: { lat: Number(lat), lon: Number(lon) },
    kind: 'far',
    takes: new Set(takes),
    room: 20,
  };
}
