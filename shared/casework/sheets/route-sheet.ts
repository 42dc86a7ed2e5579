/** A route's sheet for its provider, made of a plan's route and the records of the children on it. */
import { isShared } from '../../model/route-schools.ts';
import { formatTimeOfDay } from '../../format/time.ts';
import { formatQuantity } from '../../format/number.ts';
import type { Client } from '../../model/client.ts';
import type { Contract } from '../../model/contract.ts';
import type { Plan, PlannedRoute, PlannedStop, Violation } from '../../model/plan.ts';
import type { SheetContent } from '../../model/route-sheet.ts';
import type { School } from '../../model/school.ts';
import type { TifAnswers } from '../../model/tif.ts';
import { stopAddress, type StopAddress } from '../stop-address.ts';
import { competencesAsked } from '../competences.ts';
import { secretsOf } from './guard.ts';
import { sheetName, sheetStop, type HeldBack } from './sheet-stop.ts';

/** Printed on sheets of a plan that nobody has approved. */
export const DRAFT_WARNING = 'Draft plan: do not run from this sheet until it is approved.';

/** What a sheet is made of. */
export interface SheetFacts {
  readonly plan: Pick<Plan, 'id' | 'status'>;
  /** Broken rules that the audit found on this route; empty where it passed. */
  readonly violations: readonly Violation[];
  /** The contract the route is let by: without one nobody is given a sheet. */
  readonly contract: Contract;
  /** Children of the route whom, or some of whose days, the provider has not confirmed. */
  readonly not_confirmed: number;
  readonly school: School | null;
  /** Any school, for the calls of a shared route. */
  readonly schoolOf: (urn: number) => School | null;
  readonly vehicle_name: string;
  /** Who drives and assists, the vehicle's plate, who holds what the route asks for; '' for what the register does not say. */
  readonly crew: SheetCrew;
  readonly client: (id: number) => Client | null;
  readonly address: (stop: PlannedStop) => StopAddress | null;
  readonly byRef: (ref: string) => Client | null;
  readonly answers: (client: Client) => TifAnswers;
  /** How to reach the office. */
  readonly office: string;
  /** References of children whose protected address may stand on it. */
  readonly shown: readonly string[];
}

/** The crew as a sheet names them. */
export interface SheetCrew {
  readonly driver: string;
  readonly assistant: string;
  readonly plate: string;
  readonly holders: string;
}

/** The sheet, and what was held back from it. */
export interface MadeSheet {
  readonly content: SheetContent;
  /** Whom its stops are of, in their order. */
  readonly clients: readonly number[];
  readonly held: readonly HeldBack[];
}

const NO_RECORDS = { addresses: [], second: null };

/** Makes one route's sheet. */
export function routeSheet(route: PlannedRoute, facts: SheetFacts): MadeSheet {
  const aboard = route.stops.flatMap((stop) => {
    const client = facts.client(stop.client_id);
    return client === null ? [] : [{ stop, client }];
  });
  const clients = aboard.map(({ client }) => client);
  const made = aboard.map(({ stop, client }) => {
    const apart = client.not_with.flatMap((ref) => facts.byRef(ref) ?? []);
    const secrets = secretsOf(client, clients, apart);
    const answers = facts.answers(client);
    const may_show = facts.shown.includes(client.ref);
    const at = facts.address(stop) ?? stopAddress(client, stop.place, NO_RECORDS);
    return sheetStop({ client, stop, at, answers, secrets, may_show });
  });
  const { school, crew } = facts;
  const place = school === null ? facts.contract.school_given : [school.name, school.town, school.postcode].filter((part) => part !== '').join(', '); // prettier-ignore
  return {
    content: {
      route: {
        route: route.ref,
        contract: facts.contract.ref,
        provider: route.provider,
        ...(isShared(route)
          ? callsOf(route, facts)
          : {
              school: place,
              arrive: formatTimeOfDay(route.arrive_s),
              depart: formatTimeOfDay(route.depart_s),
            }),
        vehicle: [facts.vehicle_name, crew.plate].filter((part) => part !== '').join(', '),
        driver: crew.driver,
        layout: layoutOf(route),
        assistant: [assistantOf(route, clients), route.assistant ? crew.assistant : ''].filter((part) => part !== '').join(': '), // prettier-ignore
        competence: competencesAsked(aboard.map(({ client }) => ({ client, answers: facts.answers(client) }))).join(', '), // prettier-ignore
        holders: crew.holders,
        office: facts.office,
      },
      stops: made.map(({ stop }, at) => {
        const urn = isShared(route) ? aboard[at]?.stop.school_urn : undefined;
        const name = urn === undefined ? '' : (facts.schoolOf(urn)?.name ?? '');
        return name === '' ? stop : { ...stop, at_school: [`To ${name}`, stop.at_school].filter((part) => part !== '').join('. ') }; // prettier-ignore
      }),
      warnings: warningsOf(facts, clients),
    },
    clients: clients.map(({ id }) => id),
    held: made.flatMap(({ held }) => held),
  };
}

/** The schools of a shared route in the order of the calls, and of the afternoon's where they leave. */
function callsOf(
  { calls = [] }: PlannedRoute,
  { schoolOf }: SheetFacts,
): Pick<SheetContent['route'], 'school' | 'arrive' | 'depart'> {
  const named = calls.map((call) => ({ ...call, school: schoolOf(call.school_urn) }));
  const name = ({ school, school_urn }: (typeof named)[number]): string =>
    school?.name ?? `URN ${school_urn}`;
  const homeward = named.toSorted((a, b) => a.home_order - b.home_order);
  return {
    school: named.map((each) => [name(each), each.school?.town ?? '', each.school?.postcode ?? ''].filter((part) => part !== '').join(', ')).join('; then '), // prettier-ignore
    arrive: named.map((each) => `${formatTimeOfDay(each.arrive_s)} ${name(each)}`).join(', '),
    depart: homeward.map((each) => `${formatTimeOfDay(each.depart_s)} ${name(each)}`).join(', '),
  };
}

function layoutOf({ seats, wheelchairs }: PlannedRoute): string {
  const spaces = formatQuantity(wheelchairs, 'wheelchair space');
  return wheelchairs === 0
    ? formatQuantity(seats, 'seat')
    : `${formatQuantity(seats, 'seat')}, ${spaces}`;
}

function assistantOf(route: PlannedRoute, clients: readonly Client[]): string {
  if (!route.assistant) return 'None';
  const own = clients.filter((client) => client.assistant === 'own').length;
  return own > 1 ? `Yes, ${own}` : 'Yes';
}

/** Findings about vehicle and times that a provider may read word for word; others would say why, or about whom. */
const TOLD: ReadonlySet<string> = new Set([
  'over_seats',
  'over_wheelchairs',
  'arrives_late',
  'departs_early',
  'assistant_missing',
  'assistant_without_seat',
  'unknown_vehicle',
]);

function warningsOf(facts: SheetFacts, clients: readonly Client[]): readonly string[] {
  const { plan, violations, contract, not_confirmed } = facts;
  const told = violations.filter(({ code }) => TOLD.has(code));
  const untold = violations.length - told.length;
  return [
    ...(plan.status === 'draft' ? [DRAFT_WARNING] : []), // prettier-ignore
    ...(contract.confirmed ? [] : ['The contract is not confirmed yet.']),
    ...(contract.confirmed && not_confirmed > 0
      ? [
          `You have not confirmed ${formatQuantity(not_confirmed, 'child', 'children')} of this sheet yet: do so before you run it.`,
        ]
      : []),
    ...told.map(({ text }) => withNames(text, clients)),
    ...(untold === 0
      ? []
      : [`The check of this route found ${formatQuantity(untold, 'broken rule')}: ring the office before you run it.`]), // prettier-ignore
  ];
}

/** Findings name children by the council's reference, which means nothing to a provider: here by the name on the sheet. */
function withNames(text: string, clients: readonly Client[]): string {
  return clients.reduce((now, client) => now.replaceAll(client.ref, sheetName(client)), text);
}
