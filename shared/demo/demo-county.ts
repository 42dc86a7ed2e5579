import { academicYearFrom } from '../calendar/years.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { DayRule } from '../calendar/school-calendars.ts';
import type { RuleBasis } from '../casework/ride-limit.ts';
import { DEFAULT_SETTINGS } from '../costing/default-settings.ts';
import type { Application, Client } from '../model/client.ts';
import type { Contract, ContractStop } from '../model/contract.ts';
import type { CpiMonth, FuelPrice, Setting, WageFloor } from '../model/money.ts';
import type { CohortMember, District, Postcode, School, TermSpan } from '../model/school.ts';
import { OWN_DAY, type Requested } from './applications.ts';
import { carriedChildren } from './carried.ts';
import { demoCohort } from './cohort.ts';
import { contractsOf, demoOperators, type DemoContract } from './contracts.ts';
import type { Child } from './children.ts';
import { placerOf } from './placements.ts';
import { demoDistricts, demoPlaces } from './places.ts';
import { demoCpi, demoFuel, demoWages } from './prices.ts';
import { demoRegister, type DemoRegister } from './register.ts';
import { ridersOf } from './riders.ts';
import { runningRoutes } from './running-routes.ts';
import { demoSchools, type DemoSchool } from './schools.ts';
import { demoParticulars, type DemoParticulars } from './particulars.ts';
import { secondPostcodes } from './second-postcodes.ts';
import { demoSender } from './sender.ts';
import { demoSteps, type DemoSteps } from './steps.ts';
import { streamOf } from './streams.ts';
import { DEMO_COUNTY, summerRequests } from './summer.ts';
import { demoDayRules, demoTerms } from './terms.ts';
import { demoForms, type DemoForms } from './tif-forms.ts';

/** Published: 4,800 carried besides the summer's requests (as the demonstration is asked for) and Kent's 1,739 requests. */
export const USUAL_CLIENTS = 6539;
/** Sizes that the county is made in; below the least the proportions mean nothing. */
export const LEAST_CLIENTS = 50;
export const MOST_CLIENTS = 20_000;
const SUMMER_SHARE = 1739 / USUAL_CLIENTS;

/** The whole invented county as records, ids counted from 1. */
export interface DemoCounty {
  readonly county: string;
  readonly own_day: IsoDate;
  readonly districts: readonly District[];
  readonly schools: readonly School[];
  readonly terms: readonly TermSpan[];
  readonly day_rules: readonly DayRule[];
  readonly fuel: readonly FuelPrice[];
  readonly cpi: readonly CpiMonth[];
  readonly wages: readonly WageFloor[];
  /** Carried, then leavers of this summer, then the summer's requests. */
  readonly clients: readonly Client[];
  readonly applications: readonly Application[];
  /** Forms typed and signed in Kerbside, and those confirmed for the year planned. */
  readonly tifs: Pick<DemoForms, 'signed' | 'confirmed'>;
  readonly cohort: readonly CohortMember[];
  readonly contracts: readonly Contract[];
  readonly stops: readonly ContractStop[];
  readonly register: DemoRegister;
  /** Who writes its letters. */
  readonly sender: Setting;
  readonly life: DemoSteps;
  readonly particulars: DemoParticulars;
  /** Of second homes. */
  readonly postcodes: readonly Postcode[];
}

/** The county's own settings, before anybody changes them. */
const BASIS: RuleBasis = {
  settings: DEFAULT_SETTINGS,
  year: academicYearFrom(2026),
  on: OWN_DAY,
};

/**
 * Makes the invented county: the same options give the same records everywhere. `clients` counts the
 * children carried and the summer's requests together, 100 to 20,000; leavers come on top.
 */
export function demoCounty(options: {
  readonly clients?: number;
  readonly seed: number;
}): DemoCounty {
  const total = options.clients ?? USUAL_CLIENTS;
  const { seed } = options;
  const scale = total / USUAL_CLIENTS;
  const requests = Math.round(total * SUMMER_SHARE);
  const schools = demoSchools(scale);
  const places = demoPlaces().map((place) => [place, place.weight] as const);
  const placer = placerOf(schools, scale);
  const carried = carriedChildren({ seed, count: total - requests, places, placer });
  const summer = summerRequests({
    seed,
    count: requests,
    scale,
    first_id: carried.children.length + 1,
    places,
    placer,
    schools,
    basis: BASIS,
  });
  const staying = stayingOn(summer.requests, scale);
  const left = new Set([
    ...carried.leavers,
    ...summer.carried_before.map(({ client }) => client.id).filter((id) => !staying.has(id)),
  ]);
  const riding = [...carried.children, ...summer.carried_before];
  const running = runningContracts({ seed, scale }, schools, { children: riding, leavers: left });
  const applications = summer.requests.map(({ application }) => application);
  const forms = demoForms(
    streamOf(seed, 'tifs'),
    [
      ...carried.children.map(({ client }) => client),
      ...summer.requests.map(({ client }) => client),
    ],
    applications,
  );
  const contracts = running.map(({ contract }) => contract);
  const stops = running.flatMap((each) => each.stops);
  return {
    county: DEMO_COUNTY,
    own_day: OWN_DAY,
    districts: demoDistricts(),
    schools: schools.map(({ school }) => school),
    terms: demoTerms(schools),
    day_rules: demoDayRules(schools),
    fuel: demoFuel(),
    cpi: demoCpi(),
    wages: demoWages(),
    clients: forms.clients,
    tifs: forms,
    applications,
    cohort: demoCohort(streamOf(seed, 'cohort'), summer.requests),
    contracts,
    stops,
    register: demoRegister(streamOf(seed, 'register'), {
      contracts,
      stops,
      clients: forms.clients,
      answers: new Map(forms.signed.map(({ client_id, answers }) => [client_id, answers])),
      schools: schools.map(({ school }) => school),
      districts: demoDistricts(),
    }),
    sender: demoSender(),
    life: demoSteps(streamOf(seed, 'steps'), applications, scale, staying),
    postcodes: secondPostcodes(streamOf(seed, 'second homes'), forms.clients),
    particulars: demoParticulars(
      streamOf(seed, 'particulars'),
      { clients: forms.clients, schools: schools.map(({ school }) => school) },
      scale,
    ),
  };
}

/** Renewals that are awarded and still ride with last year's contract, of a county of the usual size [A]. */
const STAYING = 36;

/** The first renewals whose award leaves them where they are: the only requests whose transport can be in place already. */
function stayingOn(requests: readonly Requested[], scale: number): ReadonlySet<number> {
  return new Set(
    requests
      .filter(
        ({ client, application: { type, status, held_reason } }) =>
          type === 'Renewal' &&
          status === 'awarded' &&
          held_reason === '' &&
          client.lat !== null &&
          client.school_urn !== null,
      )
      .slice(0, Math.round(STAYING * scale))
      .map(({ client }) => client.id),
  );
}

function runningContracts(
  { seed, scale }: { readonly seed: number; readonly scale: number },
  schools: readonly DemoSchool[],
  carried: { readonly children: readonly Child[]; readonly leavers: ReadonlySet<number> },
): DemoContract[] {
  const bySchool = new Map<number, Child[]>();
  for (const child of carried.children) {
    const urn = child.placed.school.urn;
    const known = bySchool.get(urn);
    if (known === undefined) bySchool.set(urn, [child]);
    else known.push(child);
  }
  const random = streamOf(seed, 'contracts');
  const operators = demoOperators(random, carried.children.length / 4);
  const out: DemoContract[] = [];
  for (const school of schools) {
    const children = bySchool.get(school.school.urn) ?? [];
    if (children.length === 0) continue;
    const { riders, travel } = ridersOf(school, children, BASIS);
    const routes = runningRoutes(streamOf(seed, `routes of ${school.school.urn}`), riders, travel);
    const sources = { random, scale, operators, leavers: carried.leavers };
    out.push(...contractsOf(sources, school, routes, out.length + 1));
  }
  return out;
}
