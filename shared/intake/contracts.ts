import { isoDate, WEEKDAYS, type IsoDate } from '../calendar/dates.ts';
import { academicYearOf, firstDateOf, startYearOf } from '../calendar/years.ts';
import type { Contract } from '../model/contract.ts';
import type { VehicleClass } from '../model/money.ts';
import { parseAssistant, parseNeed, parseYearGroup, parseYesNo } from './parse-codes.ts';
import { positionFacts, readBirth, readName, readRef, type ClientFacts } from './people.ts';
import type { Problem } from './problem.ts';
import { rowReader, type RowContext, type RowReader } from './row-reader.ts';
import type { RawRow } from './table.ts';
import { vehicleClassOf } from './vehicle-class.ts';

/** What is known of a contract from its lines; the school is matched later. */
export type ContractFacts = Omit<Contract, 'id' | 'school_urn'> & {
  readonly school_urn_given: string;
};

/** One line of a register: a client on a contract. */
export interface ParsedStop {
  readonly line: number;
  readonly contract: ContractFacts;
  readonly client: ClientFacts;
  /** Null where the file gives no order: the lines' own order. */
  readonly stop_order: number | null;
  readonly pick_up_s: number | null;
  readonly left_on: IsoDate | null;
  readonly problems: readonly Problem[];
}

/** Fields that all lines of a contract share, and must agree on. */
const SHARED = [
  'route_ref',
  'provider',
  'vehicle_given',
  'seats',
  'wheelchairs',
  'price_day_pence',
  'assistant_day_pence',
  'days_a_year',
  'starts_on',
  'ends_on',
] as const;

const FIELD_OF: Readonly<Record<(typeof SHARED)[number], string>> = {
  route_ref: 'route_ref',
  provider: 'provider',
  vehicle_given: 'vehicle_given',
  seats: 'seats',
  wheelchairs: 'wheelchairs',
  price_day_pence: 'price_day',
  assistant_day_pence: 'assistant_day',
  days_a_year: 'days_a_year',
  starts_on: 'starts_on',
  ends_on: 'ends_on',
};

/** Contracts and clients read so far: carried over from one file or sheet to the next. */
export interface ContractsSeen {
  readonly first: Map<string, { readonly contract: ContractFacts; readonly line: number }>;
  readonly carried: Map<string, number>;
  /** Every seat by client, and by contract and place in the order. */
  readonly seats: Map<string, readonly Seat[]>;
  readonly orders: Map<string, number>;
}

interface Seat {
  readonly contract: ContractFacts;
  readonly line: number;
}

/** Nothing read yet. */
export function contractsSeen(): ContractsSeen {
  return { first: new Map(), carried: new Map(), seats: new Map(), orders: new Map() };
}

/** Reads a register, one line a client. Where lines of a contract disagree on it, the first counts, with a warning. */
export function parseContracts(
  rows: readonly RawRow[],
  context: RowContext & { readonly classes: readonly VehicleClass[]; readonly days_a_year: number },
  seen: ContractsSeen = contractsSeen(),
): readonly ParsedStop[] {
  const { first, carried } = seen;
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const read = readContract(row, context);
    const known = first.get(read.ref);
    if (known) noteDifferences(row, read, known);
    else if (read.ref !== '') first.set(read.ref, { contract: read, line: row.line });
    const client = readClient(row, context.on);
    const key = `${read.ref}\n${client.ref}`;
    const before = carried.get(key);
    if (before !== undefined && client.ref !== '') row.add('client_ref', carriedTwice(before));
    else carried.set(key, row.line);
    const contract = known?.contract ?? read;
    const stop_order = row.whole('stop_order', { min: 1, max: 200 });
    const left_on = row.date('left_on');
    const stop = { contract, client, stop_order, pick_up_s: row.time('pick_up'), left_on };
    if (before === undefined && left_on === null) noteClashes(row, stop, seen);
    return { line: row.line, ...stop, problems: row.problems };
  });
}

/** A client on two contracts that run at once, and two clients at one place in a contract's order: taken, but doubted. */
function noteClashes(
  row: RowReader,
  { contract, client, stop_order }: Pick<ParsedStop, 'contract' | 'client' | 'stop_order'>,
  { seats, orders }: ContractsSeen,
): void {
  if (client.ref === '' || contract.ref === '') return;
  const others = seats.get(client.ref) ?? [];
  const other = others.find(
    (seat) =>
      seat.contract.starts_on <= contract.ends_on && contract.starts_on <= seat.contract.ends_on,
  );
  if (other !== undefined) row.add('client_ref', onTwoContracts(other));
  seats.set(client.ref, [...others, { contract, line: row.line }]);
  if (stop_order === null) return;
  const place = `${contract.ref}\n${stop_order}`;
  const taken = orders.get(place);
  if (taken !== undefined) row.add('stop_order', orderTwice(taken));
  else orders.set(place, row.line);
}

function readContract(
  row: RowReader,
  context: RowContext & { readonly classes: readonly VehicleClass[]; readonly days_a_year: number },
): ContractFacts {
  const ref = row.text('contract_ref');
  if (ref === '') row.add('contract_ref', missing('no_reference', 'The row names no contract.'));
  const price = row.money('price_day', 'refuse');
  if (price === null && row.problems.every((problem) => problem.severity !== 'refuse'))
    row.add('price_day', missing('no_price', 'The contract has no price a day.'));
  const assistantPrice = row.money('assistant_day') ?? 0;
  const wanted = row.code('assistant', parseAssistant, 'none or required');
  const seats = row.whole('seats', { min: 0, max: 200 });
  const wheelchairs = row.whole('wheelchairs', { min: 0, max: 50 });
  const vehicle_given = row.text('vehicle_given');
  const vehicle = vehicleClassOf(vehicle_given, { seats, wheelchairs }, context.classes);
  if (!vehicle.sure && vehicle_given !== '') row.add('vehicle_given', vehicleUnsure(vehicle.id));
  const layout = context.classes.find((each) => each.id === vehicle.id)?.layouts[0];
  return {
    ref: readRef(ref),
    route_ref: row.text('route_ref') || readRef(ref),
    provider: row.text('provider'),
    vehicle_given,
    vehicle_class: vehicle.id,
    seats: seats ?? layout?.seats ?? 0,
    wheelchairs: wheelchairs ?? layout?.wheelchairs ?? 0,
    price_day_pence: price ?? 0,
    assistant: assistantPrice > 0 || (wanted !== null && wanted !== 'none'),
    assistant_day_pence: assistantPrice,
    days_a_year: row.whole('days_a_year', { min: 1, max: 366 }) ?? context.days_a_year,
    ...readTerm(row, context.on),
    school_given: row.text('school_given'),
    school_urn_given: row.text('school_urn_given'),
    arrives_s: row.time('arrives'),
    departs_s: row.time('departs'),
    fuel_share_percent: row.number('fuel_share_percent', { min: 0, max: 100 }),
    last_indexed_on: row.date('last_indexed_on'),
    previous_day_pence: row.money('previous_day'),
    // A register lists what providers have taken on, unless it says otherwise in a column of its own.
    confirmed: row.yesNo('confirmed') ?? true,
  };
}

/** Without dates a contract is taken to run for the academic year of the import; without an end, to its first 31 July. */
function readTerm(row: RowReader, on: IsoDate): Pick<ContractFacts, 'starts_on' | 'ends_on'> {
  const starts_on = row.date('starts_on', 'refuse') ?? firstDateOf(academicYearOf(on));
  const given = row.date('ends_on', 'refuse');
  const ends_on = given ?? isoDate(`${startYearOf(academicYearOf(starts_on)) + 1}-07-31`);
  if (ends_on >= starts_on) return { starts_on, ends_on };
  row.add('ends_on', missing('ends_before_start', 'The contract ends before it starts.'));
  return { starts_on, ends_on: starts_on };
}

function readClient(row: RowReader, on: IsoDate): ClientFacts {
  const ref = readRef(row.text('client_ref'));
  if (ref === '') row.add('client_ref', missing('no_reference', 'The row names no client.'));
  const inWheelchair = row.has('travels_in_wheelchair') && isYes(row.text('travels_in_wheelchair'));
  return {
    ref,
    ...readName(row),
    ...(row.has('date_of_birth') ? { date_of_birth: readBirth(row, on) } : {}),
    ...(row.has('year_group')
      ? { year_group: row.code('year_group', parseYearGroup, 'a school year') }
      : {}),
    ...(row.has('need') ? { need: row.code('need', parseNeed, 'a primary need code') } : {}),
    ...(row.has('home_address') ? { home_address: row.text('home_address') } : {}),
    ...(row.has('postcode') ? { postcode: row.postcode('postcode') } : {}),
    school_given: row.text('school_given'),
    school_urn_given: row.text('school_urn_given'),
    // A register says who travels in a wheelchair; of the others it says nothing.
    mobility: inWheelchair ? 'wheelchair_travels' : null,
    sole_occupancy: row.yesNo('sole_occupancy') ?? false,
    assistant: row.has('assistant')
      ? row.code('assistant', parseAssistant, 'none or required')
      : null,
    days: WEEKDAYS,
    ...positionFacts(row),
  };
}

function isYes(text: string): boolean {
  return text !== '' && parseYesNo(text) !== false;
}

function noteDifferences(
  row: RowReader,
  read: ContractFacts,
  known: { readonly contract: ContractFacts; readonly line: number },
): void {
  for (const key of SHARED) {
    if (read[key] === known.contract[key]) continue;
    row.add(FIELD_OF[key], {
      severity: 'warn',
      code: 'contract_disagrees',
      reason: `Line ${known.line} of contract ${read.ref} says otherwise. That line was taken.`,
      remedy: 'Make the lines of the contract agree and import the file again.',
    });
  }
}

function carriedTwice(line: number): Omit<Problem, 'column' | 'value'> {
  return missing('client_twice', `The client stands on this contract already, on line ${line}.`);
}

function onTwoContracts({ contract, line }: Seat): Omit<Problem, 'column' | 'value'> {
  return {
    severity: 'warn',
    code: 'on_two_contracts',
    reason: `Contract ${contract.ref} carries the client at the same time, on line ${line}.`,
    remedy:
      'If one of the two is over, give the client a leaving date on it: a plan keeps one seat.',
  };
}

function orderTwice(line: number): Omit<Problem, 'column' | 'value'> {
  return {
    severity: 'warn',
    code: 'stop_order_twice',
    reason: `Line ${line} has the same place in the contract’s order.`,
    remedy: 'Give each stop its own place in the file and import it again.',
  };
}

function vehicleUnsure(id: string): Omit<Problem, 'column' | 'value'> {
  return {
    severity: 'warn',
    code: 'vehicle_unsure',
    reason: `The vehicle type is not in the rate card; ${id.replace(/_/g, ' ')} was taken for its size.`,
    remedy: 'Name the types of the rate card in the register, or add the class to the rate card.',
  };
}

function missing(code: string, reason: string): Omit<Problem, 'column' | 'value'> {
  return {
    severity: 'refuse',
    code,
    reason,
    remedy: 'Correct it in the file and import it again.',
  };
}
