/** What the invented county's year brought: a September of contacts, what is open this summer, absences, and June's invoices. */
import { addDays, datesFrom, isoDate, type IsoDate } from '../calendar/dates.ts';
import { schoolCalendars } from '../calendar/school-calendars.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { Random } from '../kernel/random.ts';
import type { ContactGiven, ContactKind, ContactStepKind } from '../model/contact.ts';
import type { Contract } from '../model/contract.ts';
import type { Invoice, InvoiceLine } from '../model/invoice.ts';
import type { Absence } from '../model/year.ts';
import { absenceIndex, dayDue, didRun, type Rider } from '../service/year/day-due.ts';
import type { DemoCounty } from './demo-county.ts';
import { streamOf } from './streams.ts';

/** An entry of the log with what was done about it. */
export interface DemoContact {
  readonly given: ContactGiven;
  readonly steps: readonly {
    readonly kind: ContactStepKind;
    readonly on: IsoDate;
    readonly words: string;
  }[];
}

export interface DemoInvoice {
  readonly invoice: Omit<Invoice, 'id'>;
  readonly lines: readonly Omit<InvoiceLine, 'id' | 'invoice_id'>[];
}

/** Numbers of clients and contracts are the generator's, counted from 1. */
export interface DemoRunningYear {
  readonly contacts: readonly DemoContact[];
  readonly absences: readonly Omit<Absence, 'id' | 'withdrawn'>[];
  readonly invoices: readonly DemoInvoice[];
}

const BY = 'Tom Ashdown';
const JUNE = { from: isoDate('2026-06-01'), to: isoDate('2026-06-30') };
const SEPTEMBER = isoDate('2025-09-04');
/** Entries of a September, and those of this summer: an assumption [A], about one a day for a county of the usual size. */
const IN_SEPTEMBER = 64;
const THIS_SUMMER = 14;

const SAID: readonly (readonly [ContactKind, string, string])[] = [
  ['late', 'Twenty minutes late at the home, no call from the driver.', 'parent'],
  ['late', 'Late at school three mornings running.', 'school'],
  ['no_show', 'Nobody came in the morning; the family drove.', 'parent'],
  ['behaviour', 'Unbuckled twice on the way home, the assistant had to move seats.', 'provider'],
  ['vehicle', 'The ramp would not go down at the school gate.', 'school'],
  [
    'assistant',
    'Another assistant every day this week; she does not know the care plan.',
    'parent',
  ],
  ['handover', 'Dropped at the gate with nobody there to receive.', 'school'],
  ['concern', 'A new driver each day worries him.', 'parent'],
  ['accident', 'A bump at the junction, nobody hurt; reported to the insurer.', 'provider'],
  ['other', 'The route passes the home and comes back twenty minutes later.', 'parent'],
];
const OUTCOMES = [
  'The driver was spoken to; on time since.',
  'The pick-up was moved ten minutes; the family agreed.',
  'The provider named a fixed assistant.',
  'The school meets the vehicle at the side gate now.',
] as const;

interface Running {
  readonly contract: Contract;
  readonly riders: readonly Rider[];
}

/** Contracts that ran in June, with whom they carried. */
function ranInJune({ contracts, stops, clients }: DemoCounty): readonly Running[] {
  const riders = new Map<number, Rider[]>();
  for (const { contract_id, client_id, left_on } of stops) {
    const client = clients[client_id - 1];
    if (client === undefined) continue;
    const list = riders.get(contract_id) ?? [];
    riders.set(contract_id, list);
    const { school_urn: urn, year_group, days } = client;
    list.push({ client_id, urn, year_group, days, from_on: client.transport_start_on, left_on });
  }
  return contracts
    .filter(({ starts_on, ends_on }) => starts_on <= JUNE.from && ends_on >= JUNE.to)
    .map((contract) => ({ contract, riders: riders.get(contract.id) ?? [] }))
    .filter((each) => each.riders.length > 0);
}

/** Draws the year of a county: the same county and seed give the same year. */
export function demoRunningYear(county: DemoCounty, seed: number): DemoRunningYear {
  const random = streamOf(seed, 'running year');
  const running = ranInJune(county);
  if (running.length === 0) return { contacts: [], absences: [], invoices: [] };
  const absences = drawAbsences(running);
  return {
    contacts: drawContacts(random, running),
    absences,
    invoices: drawInvoices(county, running, absences),
  };
}

function drawContacts(random: Random, running: readonly Running[]): readonly DemoContact[] {
  const days = datesFrom(SEPTEMBER, isoDate('2025-10-17')).filter(isWorkingDay);
  // The first weeks bring the most.
  const early = (): IsoDate => days[Math.floor(days.length * random.next() ** 1.7)] ?? SEPTEMBER;
  const entry = (happened_on: IsoDate, at: number) => {
    const { contract, riders } = random.pick(running);
    const [kind, what, told_by] = SAID[at % SAID.length] ?? SAID[0] ?? ['other', '', ''];
    return {
      kind,
      client_id: random.chance(0.7) ? random.pick(riders).client_id : null,
      route_ref: contract.route_ref,
      provider: contract.provider,
      urn: contract.school_urn,
      happened_on,
      what,
      told_by,
      recorded_on: happened_on,
      recorded_by: BY,
      follow_up_on: null,
    } satisfies ContactGiven;
  };
  const autumn = Array.from({ length: IN_SEPTEMBER }, (_, at): DemoContact => {
    const given = entry(early(), at);
    const on = addDays(given.happened_on, 2 + (at % 9));
    const closed = { kind: 'closed' as const, on, words: OUTCOMES[at % OUTCOMES.length] ?? '' };
    return { given, steps: random.chance(0.92) ? [closed] : [] };
  });
  const summer = Array.from({ length: THIS_SUMMER }, (_, at): DemoContact => {
    const given = entry(addDays(isoDate('2026-06-08'), at * 3), at);
    return {
      given: { ...given, follow_up_on: at % 5 === 0 ? isoDate('2026-08-12') : null },
      steps: [{ kind: 'told', on: given.happened_on, words: 'The provider, by telephone.' }],
    };
  });
  const complaint = (what: string, on: string, steps: DemoContact['steps']): DemoContact => ({
    given: { ...entry(isoDate(on), 0), kind: 'complaint', what },
    steps,
  });
  return [
    ...autumn,
    ...summer,
    complaint('Late for most of June; the family lost two days of work.', '2026-07-06', [
      { kind: 'acknowledged', on: isoDate('2026-07-09'), words: '' },
      { kind: 'stage_1_answered', on: isoDate('2026-07-22'), words: 'Upheld, apology sent.' },
      { kind: 'stage_2_asked', on: isoDate('2026-07-24'), words: '' },
    ]),
    complaint('Told of a new route by the driver, not by the council.', '2026-07-28', [
      { kind: 'acknowledged', on: isoDate('2026-07-31'), words: '' },
    ]),
    complaint('No answer to two e-mails about an assistant.', '2026-08-05', []),
  ];
}

/** One run stood down in time, one told of too late, one provider who did not come. */
function drawAbsences(running: readonly Running[]): readonly Omit<Absence, 'id' | 'withdrawn'>[] {
  const lone = running.filter(({ riders }) => riders.length === 1).slice(0, 2);
  const away = lone.flatMap(({ riders }, at) =>
    riders.map(({ client_id }) => ({
      kind: 'child' as const,
      client_id,
      urn: null,
      contract_id: null,
      from_on: isoDate('2026-06-17'),
      to_on: isoDate('2026-06-18'),
      legs: 'both' as const,
      told: { on: isoDate(at === 0 ? '2026-06-15' : '2026-06-17'), s: 28_800 },
      why: 'Ill',
      recorded_on: isoDate('2026-06-17'),
      recorded_by: BY,
    })),
  );
  const missed = running.slice(7, 8).map(({ contract }) => ({
    kind: 'provider' as const,
    client_id: null,
    urn: null,
    contract_id: contract.id,
    from_on: isoDate('2026-06-23'),
    to_on: isoDate('2026-06-23'),
    legs: 'both' as const,
    told: null,
    why: 'No driver',
    recorded_on: isoDate('2026-06-23'),
    recorded_by: BY,
  }));
  return [...away, ...missed];
}

/** June's invoices: a line a contract, right but for a few. */
function drawInvoices(
  county: DemoCounty,
  running: readonly Running[],
  absences: DemoRunningYear['absences'],
): readonly DemoInvoice[] {
  const calendars = schoolCalendars(county.terms, county.day_rules);
  // What nobody has told the providers of is invoiced as if it had run: stand-downs, and the day nobody came.
  const facts = { calendars, absences: absenceIndex([]) };
  const days = datesFrom(JUNE.from, JUNE.to);
  const rule = { days_before: 1, by_s: 64_800, share_percent: 50 };
  const told = new Set(absences.map(({ contract_id }) => contract_id));
  const by = new Map<string, Omit<InvoiceLine, 'id' | 'invoice_id'>[]>();
  running.forEach(({ contract, riders }, at) => {
    const of = { contract, riders, last_day: null, rule, prices: [] };
    const ran = days.filter((day) => didRun(dayDue(of, day, facts))).length;
    const unit = contract.price_day_pence + contract.assistant_day_pence;
    const lines = by.get(contract.provider) ?? [];
    by.set(contract.provider, lines);
    const add = (claimed: number, price: number, more: Partial<InvoiceLine> = {}): void => {
      lines.push({
        line: lines.length + 1,
        contract_ref: contract.ref,
        item: '',
        from_on: JUNE.from,
        to_on: JUNE.to,
        half_days: claimed * 2,
        unit_pence: price,
        amount_pence: claimed * price,
        vat_pence: null,
        note: '',
        held: '',
        given: '',
        ...more,
      });
    };
    const wrong = told.has(contract.id) ? -1 : at % 97;
    if (wrong === 11) add(22, unit);
    else if (wrong === 23) add(ran, unit + 450);
    else if (wrong === 41) add(ran - 2, unit);
    else add(ran, unit);
    if (wrong === 59) add(ran, unit, { note: 'June, sent again' });
    if (wrong === 71)
      add(1, unit, { from_on: isoDate('2026-06-01'), to_on: isoDate('2026-06-01'), note: 'Inset' });
    if (wrong === 83) add(1, 6500, { contract_ref: `C9${contract.id}`, note: 'Extra run' });
  });
  return [...by].map(([provider, lines], at) => ({
    invoice: {
      provider,
      ref: `INV-${2600 + at}`,
      dated_on: isoDate('2026-07-03'),
      file: 'invoices-june.csv',
      imported_on: isoDate('2026-07-06'),
    },
    lines,
  }));
}
