/** The specification as tables: lots, and their stops. */
import type { Column, Table } from '../../../shared/figures/table.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import type { Lot, LotSpecification } from '../../../shared/model/tender.ts';
import { daysWords } from '../../../shared/service/lots/specification.ts';
import { LOT_FIELDS } from '../../../shared/service/lots/specification-fields.ts';

/** One line a lot. */
export function lotsTable(lots: readonly Lot[]): Table {
  const estimated = lots.some((lot) => lot.specification.distance_basis === 'estimated');
  return {
    key: 'lots',
    title: 'What is asked for',
    columns: [
      { key: 'lot', label: 'Lot', kind: 'text', width: 13 },
      ...LOT_FIELDS.map(({ key, label, kind, width }): Column => ({ key, label, kind, width })),
    ],
    rows: lots.map(({ ref, specification }) => [ref, ...LOT_FIELDS.map(({ of }) => of(specification))]), // prettier-ignore
    total: null,
    note: estimated
      ? 'Distances and times are estimated where no road network was loaded; the way is the provider’s to choose within the times.'
      : 'Distances and times are by road; the way is the provider’s to choose within the times.',
  };
}

/** One line a stop, in the order of the morning. */
export function stopsTable(lots: readonly Lot[]): Table {
  return {
    key: 'stops',
    title: 'Stops in the order of the morning',
    columns: [
      { key: 'lot', label: 'Lot', kind: 'text', width: 13 },
      { key: 'stop', label: 'Stop', kind: 'text', width: 7 },
      { key: 'area', label: 'Postcode district', kind: 'text', width: 16 },
      { key: 'pick_up', label: 'Collected', kind: 'text', width: 12 },
      { key: 'home', label: 'Brought home', kind: 'text', width: 13 },
      { key: 'days', label: 'Days', kind: 'text', width: 26 },
      { key: 'place', label: 'Place', kind: 'text', width: 14 },
    ],
    rows: lots.flatMap(({ ref, specification }) => stopRows(ref, specification)),
    total: null,
    note: 'Addresses are given to the provider that is awarded the lot, and to nobody else.',
  };
}

/** The stops of one specification as cells after the lot's reference. */
export function stopRows(ref: string, { stops }: LotSpecification): Table['rows'] {
  return stops.map(({ area, pick_up_s, drop_off_s, days, place }, at) => [
    ref,
    String(at + 1),
    area,
    pick_up_s === null ? 'not collected here' : formatTimeOfDay(pick_up_s),
    drop_off_s === null ? 'not brought here' : formatTimeOfDay(drop_off_s),
    daysWords(days),
    place === 'wheelchair' ? 'Wheelchair space' : 'Seat',
  ]);
}
