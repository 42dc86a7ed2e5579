/** Tenders, lots, bids and marks for tests: every field given, those asked for changed. */
import { isoDate } from '../../shared/calendar/dates.ts';
import type {
  Award,
  Bid,
  BidScore,
  Lot,
  LotSpecification,
  Tender,
  TenderRules,
} from '../../shared/model/tender.ts';

export const RULES: TenderRules = {
  price_weight: 60,
  questions: [
    { id: 'crew', question: 'Who covers?', weight: 75 },
    { id: 'late', question: 'What when late?', weight: 25 },
  ],
  source: 'a test',
};

export const SPECIFICATION: LotSpecification = {
  school: 'Bower Grove School',
  town: 'Maidstone',
  vehicle_class: 'taxi',
  vehicle: 'Taxi',
  seats: 3,
  wheelchairs: 0,
  layouts: ['3 seats'],
  children: 2,
  heaviest_kg: null,
  weights_missing: 0,
  assistants: 0,
  competences: [],
  arrive_s: 31_200,
  depart_s: 55_200,
  duration_s: 1800,
  home_duration_s: 1800,
  distance_m: 16_093.44,
  home_m: 16_093.44,
  distance_basis: 'estimated',
  days: 31,
  days_a_year: 190,
  stops: [
    { area: 'ME14', pick_up_s: 29_400, drop_off_s: 57_000, days: 31, place: 'seat' },
    { area: 'On award', pick_up_s: 30_000, drop_off_s: 56_400, days: 31, place: 'seat' },
  ],
};

export function tenderOf(given: Partial<Tender> = {}): Tender {
  return {
    id: 1,
    ref: 'T2026-01',
    title: 'Routes of the summer',
    opens_at: '2026-07-27T09:00',
    closes_at: '2026-08-07T12:00',
    starts_on: isoDate('2026-09-01'),
    ends_on: isoDate('2029-07-31'),
    notice_days: 28,
    rules: RULES,
    made_on: isoDate('2026-07-27'),
    made_by: 'S Clarke',
    cancelled: null,
    ...given,
  };
}

export function lotOf(
  given: Partial<Omit<Lot, 'specification'>> & {
    readonly specification?: Partial<LotSpecification>;
  } = {},
): Lot {
  return {
    id: 1,
    tender_id: 1,
    ref: 'T2026-01/01',
    route_ref: 'R1',
    plan_id: 1,
    model_day_pence: 10_000,
    withdrawn: null,
    ...given,
    specification: { ...SPECIFICATION, ...given.specification },
  };
}

export function bidOf(given: Partial<Bid> = {}): Bid {
  return {
    id: 1,
    lot_id: 1,
    provider: 'Beult Private Hire',
    received_at: '2026-08-05T10:00',
    file: 'bid.xlsx',
    given: { price: '100', assistant: '', vehicle: 'Taxi', remarks: '' },
    price_day_pence: 10_000,
    assistant_day_pence: 0,
    vehicle_class: 'taxi',
    problems: [],
    accepted: null,
    replaced_by: null,
    ...given,
  };
}

export function scoreOf(given: Partial<BidScore> = {}): BidScore {
  return {
    id: 1,
    tender_id: 1,
    provider: 'Beult Private Hire',
    question_id: 'crew',
    score: 3,
    reason: 'Names a cover.',
    by: 'S Clarke',
    on: isoDate('2026-08-10'),
    ...given,
  };
}

export function awardOf(given: Partial<Award> = {}): Award {
  return {
    id: 1,
    lot_id: 1,
    bid_id: 1,
    route_ref: 'R1',
    contract_id: 1,
    provider: 'Beult Private Hire',
    price_day_pence: 10_000,
    assistant_day_pence: 0,
    starts_on: isoDate('2026-09-01'),
    ends_on: isoDate('2029-07-31'),
    notice_days: 28,
    standstill_until: isoDate('2026-08-20'),
    signed: { on: isoDate('2026-08-10'), by: 'S Clarke', reason: 'First by the weights.' },
    withdrawn: null,
    ...given,
  };
}
