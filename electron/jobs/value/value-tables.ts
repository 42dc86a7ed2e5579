/** The lists of value as tables: clients by reference and never by name, counts of 1 to 4 of them withheld. */
import type { AlternativeView, LonePage, PricesPage } from '../../../shared/api/views/value.ts';
import { isTooFew, withheldRows, WITHHELD } from '../../../shared/figures/small-numbers.ts';
import type { Cell } from '../../../shared/figures/table.ts';
import type { ConsentSaid } from '../../../shared/pressure/value/alternatives.ts';
import type { Training, TrainingGroup } from '../../../shared/pressure/value/training.ts';
import type { CsvTable } from './value-csv.ts';

const told = (count: number): Cell => (isTooFew(count) ? WITHHELD : count);
const tenth = (value: number): number => Math.round(value * 10) / 10;
const whole = (value: number | null): Cell => (value === null ? 'protected' : Math.round(value));

/** Prices out of line, each with the line it is held against and how many routes alike there are. */
export function pricesTable(page: PricesPage): CsvTable {
  return {
    columns: ['route', 'contract', 'provider', 'school_urn', 'school', 'clients', 'morning_miles', 'price_day_pence', 'line_day_pence', 'above_day_pence', 'above_percent', 'above_year_pence', 'days_a_year', 'routes_alike', 'cheaper_alike_percent', 'priced_in', 'threshold_percent', 'fewest_alike', 'may_explain'], // prettier-ignore
    rows: page.rows.map((row) => [
      row.route_ref,
      row.contract_ref,
      row.provider,
      row.school_urn,
      row.school,
      told(row.clients),
      tenth(row.miles),
      row.day_pence,
      row.line_day_pence,
      row.above_day_pence,
      tenth((row.ratio - 1) * 100),
      row.above_year_pence,
      row.days_a_year,
      row.peers,
      Math.round(row.above_share * 100),
      row.priced,
      page.threshold_percent,
      page.fewest_peers,
      row.notes.join('; '),
    ]),
    aggregate: false,
  };
}

/** Lone taxis: suggestions, those who go on alone and why, authorisations to be looked at again. */
export function loneTable(page: LonePage): CsvTable {
  const review = new Map(page.review_past.map((each) => [each.client_id, each.until]));
  return {
    columns: ['line', 'routes', 'into_route', 'school', 'client_refs', 'longest_ride_s', 'cost_year_pence', 'saved_day_pence_est', 'saved_year_pence_est', 'seats_given_up_on_contracts', 'authorised_until', 'why'], // prettier-ignore
    rows: [
      ...page.shares.map((share): readonly Cell[] => [
        'suggestion',
        share.refs.join(' '),
        share.into_ref,
        share.school,
        share.children.map(({ ref }) => ref).join(' '),
        share.longest_ride_s,
        null,
        share.saved_day_pence,
        share.saved_year_pence,
        share.releases,
        '',
        LONE_WORDS[share.kind],
      ]),
      ...page.stay.map((each): readonly Cell[] => [
        review.has(each.client_id) ? 'review' : 'goes_on_alone',
        each.route_ref,
        '',
        each.school,
        each.ref,
        null,
        each.cost_year_pence,
        null,
        null,
        null,
        review.get(each.client_id) ?? '',
        each.because,
      ]),
    ],
    aggregate: false,
  };
}

const LONE_WORDS: Readonly<Record<LonePage['shares'][number]['kind'], string>> = {
  together: 'Lone children together',
  joins: 'Joins a route that runs',
  schools: 'Neighbouring schools',
};

/** Seats beside a PTB and mileage, as the list that is shown has them. */
export function seatsTable(rows: readonly AlternativeView[]): CsvTable {
  return {
    columns: ['client_ref', 'school_urn', 'school', 'age_group', 'routes', 'days_a_week', 'straight_line_m', 'driven_m', 'share_year_pence', 'route_would_save_year_pence_est', 'more_when_let_anew_year_pence_est', 'what_happens', 'ptb_year_pence', 'ptb_band', 'ptb_working', 'ptb_rest_of_year_pence', 'ptb_payments', 'mileage_year_pence', 'mileage_low_year_pence', 'mileage_high_year_pence', 'mileage_working', 'edge_miles', 'from_edge_m', 'other_side_ptb_year_pence', 'ptb_consent', 'ptb_consent_on', 'mileage_consent', 'mileage_consent_on'], // prettier-ignore
    rows: rows.map((row) => [
      row.ref,
      row.school_urn,
      row.school,
      row.group,
      row.routes.map(({ ref }) => ref).join(' '),
      row.days_a_week,
      whole(row.straight_m),
      whole(row.way_m),
      row.share_pence,
      row.saves_pence,
      row.retender_pence,
      row.how,
      row.ptb.year_pence,
      row.ptb.band,
      row.ptb.working,
      row.ptb_part.pence,
      row.ptb_part.payments,
      ...(row.mileage === null
        ? ['protected', 'protected', 'protected', '']
        : [row.mileage.year_pence, row.mileage.low_pence, row.mileage.high_pence, row.mileage.working]), // prettier-ignore
      row.cliffs[0]?.edge_miles ?? null,
      row.cliffs[0]?.margin_m ?? null,
      row.cliffs[0]?.there_pence ?? null,
      ...saidCells(row.consents.ptb),
      ...saidCells(row.consents.mileage),
    ]),
    aggregate: false,
  };
}

/** Clients to consider for travel training, what frees most first. */
export function candidatesTable(rows: readonly AlternativeView[]): CsvTable {
  return {
    columns: ['client_ref', 'school_urn', 'school', 'routes', 'driven_m', 'share_year_pence', 'route_would_save_year_pence_est', 'what_happens', 'training_consent', 'training_consent_on'], // prettier-ignore
    rows: rows.map((row) => [
      row.ref,
      row.school_urn,
      row.school,
      row.routes.map(({ ref }) => ref).join(' '),
      whole(row.way_m),
      row.share_pence,
      row.saves_pence,
      row.how,
      ...saidCells(row.consents.travel_training),
    ]),
    aggregate: false,
  };
}

/** Who consented stays in the store: the day is the evidence. */
function saidCells({ state, on }: ConsentSaid): readonly Cell[] {
  return [state, on];
}

/** The payback by group, with the terms it rests on; rows that rest on 1 to 4 clients are withheld with another of their kind. */
export function trainingTable({ terms, all, groups }: Training): CsvTable {
  const kinds = [...Map.groupBy(groups.filter(({ by }) => by !== 'all'), ({ by }) => by).values()]; // prettier-ignore
  const told_groups = [[all], ...kinds].flatMap((kind) => {
    const withheld = withheldRows(kind.map(({ client_ids }) => [client_ids.length]));
    return kind.map((group, at) => ({ group, isWithheld: withheld.has(at) }));
  });
  return {
    columns: ['grouped_by', 'group', 'clients', 'training_pence', 'share_year_pence', 'routes_would_save_year_pence_est', 'saved_year_pence_est', 'payback_months', 'slow_months', 'quick_months', 'cost_each_pence', 'cost_each_low_pence', 'cost_each_high_pence', 'success', 'success_low', 'success_high', 'pass_year_pence'], // prettier-ignore
    rows: told_groups.map(({ group, isWithheld }) => [
      group.by,
      group.label,
      ...(isWithheld ? Array<Cell>(8).fill(WITHHELD) : figuresOf(group)),
      terms.cost_pence,
      terms.cost_low_pence,
      terms.cost_high_pence,
      terms.success,
      terms.success_low,
      terms.success_high,
      terms.onward_pence,
    ]),
    aggregate: true,
  };
}

/** Months are empty where training is never paid back in money. */
function figuresOf(group: TrainingGroup): readonly Cell[] {
  const { central, slow, quick } = group.payback;
  return [
    group.client_ids.length,
    central.cost_pence,
    group.share_pence,
    group.saves_pence,
    central.saved_year_pence,
    central.months,
    slow.months,
    quick.months,
  ];
}
