/** Rows of the register's lists about providers and vehicles as facts, each problem named. A blank cell says nothing: it takes nothing away. */
import type { IsoDate } from '../calendar/dates.ts';
import type { VehicleClass } from '../model/money.ts';
import { layoutRoom, type Provider, type Vehicle } from '../model/register.ts';
import { compact, words } from './normalise.ts';
import type { Problem } from './problem.ts';
import { providerKey } from './provider-name.ts';
import { parseMark } from './registration-mark.ts';
import { rowReader, type RowContext, type RowReader } from './row-reader.ts';
import type { RawRow } from './table.ts';
import { vehicleClassOf } from './vehicle-class.ts';

/** What rows of the register are read against. */
export interface RegisterContext extends RowContext {
  /** Spelling of every provider that contracts, register or this import name as one, by key. */
  readonly providers: ReadonlyMap<string, string>;
  readonly classes: readonly VehicleClass[];
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  /** Competences that the council names itself. */
  readonly own_competences: readonly string[];
  /** What the sheet's or file's name says its people are; null: nothing. */
  readonly role: 'driver' | 'assistant' | null;
}

/** A row read: its facts, of which only what the row says is there. */
export interface RegisterRow<Facts> {
  readonly line: number;
  readonly facts: Facts;
  readonly problems: readonly Problem[];
}

export type ProviderFacts = Pick<Provider, 'key' | 'name'> & Partial<Omit<Provider, 'id'>>;
export interface FleetFacts {
  readonly provider: string;
  readonly vehicle_class: string;
  readonly count: number;
  readonly districts: readonly string[];
}
export type VehicleFacts = Pick<Vehicle, 'mark'> & Partial<Omit<Vehicle, 'id'>>;

type Found = Omit<Problem, 'column' | 'value'>;

const CORRECT = 'Correct it in the file and import it again.';

/** A problem for which a row stays out. */
export function refusal(code: string, reason: string, remedy = CORRECT): Found {
  return { severity: 'refuse', code, reason, remedy };
}

/** A problem with which a row is taken. */
export function doubt(code: string, reason: string, remedy = CORRECT): Found {
  return { severity: 'warn', code, reason, remedy };
}

/** Only what a row says: blank texts, nulls and empty lists say nothing. */
export function said<T extends object>(
  facts: T,
): { readonly [K in keyof T]?: Exclude<T[K], null> } {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]: [string, unknown]) =>
        value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as { readonly [K in keyof T]?: Exclude<T[K], null> };
}

/** A provider as contracts or register spell it; one that nobody knows is kept as it is given, and told of. */
export function readProvider(row: RowReader, context: RegisterContext): string {
  const given = row.text('provider');
  if (given === '') return '';
  const known = context.providers.get(providerKey(given));
  if (known !== undefined) return known;
  const like = nearest(given, context.providers);
  row.add(
    'provider',
    doubt(
      'provider_not_known',
      `No contract and no list of providers names ${given}. The row was kept under that name.`,
      like === null
        ? 'Put the provider on the list of providers, or correct its name in the file.'
        : `If it is ${like}, write it so in the file; else put it on the list of providers.`,
    ),
  );
  return given;
}

/** A known provider that shares a first word with a name nobody knows; null for none or several. */
function nearest(given: string, providers: ReadonlyMap<string, string>): string | null {
  const [first = ''] = providerKey(given).split(' ');
  const like = [...providers].filter(([key]) => first.length > 3 && key.split(' ')[0] === first);
  return like.length === 1 ? (like[0]?.[1] ?? null) : null;
}

const EVERYWHERE = /^(all|any|everywhere|county ?wide|whole county|.*\ball (areas|districts)\b.*)$/;

/** Districts by name or ONS code; empty where all are meant or none is said. */
export function readDistricts(row: RowReader, context: RegisterContext): readonly string[] {
  const text = row.text('districts');
  if (text === '' || EVERYWHERE.test(words(text))) return [];
  const codes = new Set<string>();
  // Names that hold `and` or `&` are looked for whole, before a list is taken apart.
  for (const part of text.split(/[,;/|\n]/).flatMap((each) => wholeOrParts(each, context))) {
    const found = districtNamed(part, context);
    if (found !== null) codes.add(found);
    else
      row.add(
        'districts',
        doubt(
          'district_not_known',
          `${part.trim()} is none of the districts imported; it was left out.`,
          'Write the district’s name or its ONS code, or import the boundaries.',
        ),
      );
  }
  return [...codes].toSorted();
}

function districtNamed(text: string, { districts }: RegisterContext): string | null {
  const key = words(text);
  const found = districts.find(
    ({ code, name }) => words(name) === key || code.toLowerCase() === text.trim().toLowerCase(),
  );
  // A code stands for its district also before any boundaries are imported.
  return found?.code ?? (/^[EWSN]\d{8}$/.test(text.trim()) ? text.trim() : null);
}

function wholeOrParts(text: string, context: RegisterContext): readonly string[] {
  if (text.trim() === '') return [];
  if (districtNamed(text, context) !== null) return [text];
  return text.split(/\s(?:and|&)\s/).filter((part) => part.trim() !== '');
}

/** Providers on the framework. */
export function parseProviders(
  rows: readonly RawRow[],
  context: RegisterContext,
): readonly RegisterRow<ProviderFacts>[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const given = row.text('provider');
    if (given === '') row.add('provider', refusal('no_provider', 'The row names no provider.'));
    const key = providerKey(given);
    const facts = {
      ...said({
        framework: row.text('framework'),
        districts: readDistricts(row, context),
        contact_name: row.text('contact_name'),
        phone: row.text('phone'),
        email: row.text('email'),
        notes: row.text('notes'),
      }),
      key,
      name: context.providers.get(key) ?? given,
    };
    return { line: row.line, facts, problems: row.problems };
  });
}

/** How many vehicles of a class a provider has, and where. */
export function parseFleets(
  rows: readonly RawRow[],
  context: RegisterContext,
): readonly RegisterRow<FleetFacts>[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const provider = readProvider(row, context);
    if (provider === '') row.add('provider', refusal('no_provider', 'The row names no provider.'));
    const count = row.whole('count', { min: 0, max: 9999 }, 'refuse');
    if (row.text('count') === '')
      row.add('count', refusal('no_count', 'The row does not say how many vehicles.'));
    const vehicle_class = readClass(row, context, refusal) ?? '';
    if (row.text('vehicle_class') === '')
      row.add('vehicle_class', refusal('no_class', 'The row names no vehicle class.'));
    const facts = {
      provider,
      vehicle_class,
      count: count ?? 0,
      districts: readDistricts(row, context),
    };
    return { line: row.line, facts, problems: row.problems };
  });
}

/** A class of the rate card; null where none is given or, with a problem, none is meant. */
function readClass(row: RowReader, context: RegisterContext, problem: typeof doubt): string | null {
  const given = row.text('vehicle_class');
  if (given === '') return null;
  const seats = row.has('seats') ? row.whole('seats', { min: 0, max: 200 }) : null;
  const wheelchairs = row.has('wheelchairs') ? row.whole('wheelchairs', { min: 0, max: 50 }) : null;
  const found = vehicleClassOf(given, { seats, wheelchairs }, context.classes);
  if (found.sure) return found.id;
  row.add(
    'vehicle_class',
    problem(
      'class_not_known',
      `${given} is no vehicle class of the rate card.`,
      `Write one of ${context.classes.map(({ name }) => name).join(', ')}, or add the class to the rate card.`,
    ),
  );
  return null;
}

/** Vehicles by registration mark. Two rows of one vehicle that disagree on a date: the earlier one counts, and both say so. */
export function parseVehicles(
  rows: readonly RawRow[],
  context: RegisterContext,
): readonly RegisterRow<VehicleFacts>[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const given = row.text('mark');
    const read = given === '' ? null : parseMark(given);
    if (given === '') row.add('mark', refusal('no_mark', 'The row has no registration mark.'));
    else if (read === null)
      row.add('mark', refusal('mark_not_understood', 'The registration mark was not understood.'));
    else if (!read.usual)
      row.add(
        'mark',
        doubt('mark_unusual', 'The registration mark has no usual shape; it was kept as it is.'),
      );
    const provider = readProvider(row, context);
    if (provider === '')
      row.add('provider', doubt('no_provider', 'The row does not say whose the vehicle is.'));
    const facts: VehicleFacts = {
      ...said({
        provider,
        vehicle_class: readClass(row, context, doubt),
        description: row.text('description'),
        licensing_authority: row.text('licensing_authority'),
        plate_number: row.text('plate_number'),
        plate_expires_on: row.date('plate_expires_on'),
        mot_expires_on: row.date('mot_expires_on'),
        insurance_expires_on: row.date('insurance_expires_on'),
        lift_examined_on: readPast(row, 'lift_examined_on', context.on),
        lift_limit_kg: row.number('lift_limit_kg', { min: 1, max: 2000 }),
        tie_down_limit_kg: row.number('tie_down_limit_kg', { min: 1, max: 2000 }),
        layouts: readLayouts(row),
        left_on: row.date('left_on'),
        notes: row.text('notes'),
      }),
      mark: read?.mark ?? '',
    };
    return { line: row.line, facts, problems: row.problems };
  });
}

/** A date of something that was done: one that lies ahead is not taken. */
export function readPast(row: RowReader, field: string, on: IsoDate): IsoDate | null {
  const date = row.date(field);
  if (date === null || date <= on) return date;
  row.add(
    field,
    doubt(
      'date_ahead',
      'The day lies ahead: it was not taken.',
      'Give the day on which it was done; if it is the day on which it runs out, name the column so.',
    ),
  );
  return null;
}

/** `8+0; 4+2`, `8 seats`, `4 seats + 2 wheelchairs`, or the columns for seats and wheelchair spaces. */
function readLayouts(row: RowReader): readonly string[] {
  const text = row.text('layouts');
  if (text === '') {
    const seats = row.whole('seats', { min: 0, max: 99 });
    if (seats === null) return [];
    return [`${seats}+${row.whole('wheelchairs', { min: 0, max: 50 }) ?? 0}`];
  }
  const layouts: string[] = [];
  for (const part of text.split(/[,;/|\n]| or /)) {
    const match =
      /^(\d{1,2})(?:seats?|s)?(?:(?:\+|and|,)?(\d{1,2})(?:w\w*|chairs?|spaces?)*)?$/.exec(
        part.toLowerCase().replaceAll(/[\s&]/g, ''),
      );
    const layout = match === null ? '' : `${Number(match[1])}+${Number(match[2] ?? 0)}`;
    if (layoutRoom(layout) !== null) layouts.push(layout);
    else
      row.add(
        'layouts',
        doubt(
          'layout_not_understood',
          `${part.trim()} is no layout; it was left out.`,
          'Write seats and wheelchair spaces as 8+0 or 4+2, several with a semicolon.',
        ),
      );
  }
  return [...new Set(layouts)];
}

/** Of two facts of one record the earlier date counts; of anything else the first. Names the fields that disagree. */
export function together<T extends object>(
  first: T,
  second: T,
): { readonly facts: T; readonly differ: readonly (keyof T & string)[] } {
  const facts: T = { ...second, ...first };
  const differ: (keyof T & string)[] = [];
  for (const key of Object.keys(second) as (keyof T & string)[]) {
    const [a, b] = [first[key], second[key]];
    if (a === undefined || same(a, b)) continue;
    differ.push(key);
    if (key.endsWith('_on') && typeof a === 'string' && typeof b === 'string' && b < a)
      facts[key] = b;
  }
  return { facts, differ };
}

function same(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string'
    ? a === b || compact(a) === compact(b)
    : JSON.stringify(a) === JSON.stringify(b);
}
