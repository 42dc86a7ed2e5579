/** The layout of the workbook that a provider fills in; what is read back is in `shared/intake/bids.ts`, and a test holds the two together. */
import {
  BID_CURRENCY,
  BID_HEADINGS,
  BID_LABELS,
  QUALITY_HEADINGS,
} from '../../../shared/intake/bid-words.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { Lot, Tender } from '../../../shared/model/tender.ts';
import { columnLetter, type FormColumn, type FormSpec } from '../../files/workbook-form.ts';

/** The largest price a day that the sheet lets anybody type, pounds. */
const MOST_POUNDS = 5000;
/** Columns by their place, for the formulas: price, assistant, total, days. */
const [PRICE, ASSISTANT, TOTAL, DAYS] = [5, 6, 7, 8].map(columnLetter) as [string, string, string, string]; // prettier-ignore

/** Lines above the bids by which the file is known again. */
export function bidHead(tender: Tender, provider: string): readonly (readonly [string, string])[] {
  return [
    [BID_LABELS.tender, tender.ref],
    [BID_LABELS.provider, provider],
    [BID_LABELS.currency, BID_CURRENCY],
  ];
}

/** One line a lot: two prices, the vehicle, remarks; totals a day and a year are worked out. */
export function bidForm(lots: readonly Lot[], vehicles: readonly string[]): FormSpec {
  const columns: readonly FormColumn[] = [
    { label: BID_HEADINGS.lot, width: 13, kind: 'text' },
    { label: 'School', width: 30, kind: 'text' },
    { label: 'Vehicle asked for', width: 24, kind: 'text' },
    { label: 'Assistants asked for', width: 11, kind: 'count' },
    {
      label: BID_HEADINGS.price,
      width: 13,
      kind: 'money',
      entry: {
        kind: 'money',
        most: MOST_POUNDS,
        prompt: 'Pounds a day for the vehicle and driver, morning and afternoon together, as a number. Leave it empty if you do not bid for this lot.',
      }, // prettier-ignore
    },
    {
      label: BID_HEADINGS.assistant,
      width: 13,
      kind: 'money',
      entry: {
        kind: 'money',
        most: MOST_POUNDS,
        prompt: 'Pounds a day for all passenger assistants asked for, as a number. 0 if it is in the price of the vehicle.',
      }, // prettier-ignore
    },
    {
      label: 'Total a day, £',
      width: 13,
      kind: 'money',
      formula: (row) => `IF(ISNUMBER(${PRICE}${row}),${PRICE}${row}+N(${ASSISTANT}${row}),"")`,
      adds: true,
    },
    { label: 'Days a year', width: 8, kind: 'count' },
    {
      label: 'Total a year, £',
      width: 15,
      kind: 'money',
      formula: (row) => `IF(ISNUMBER(${TOTAL}${row}),${TOTAL}${row}*${DAYS}${row},"")`,
      adds: true,
    },
    {
      label: BID_HEADINGS.vehicle,
      width: 22,
      kind: 'text',
      entry: {
        kind: 'list',
        options: vehicles,
        prompt: 'The class of vehicle you offer, from the list.',
      },
    },
    {
      label: BID_HEADINGS.remarks,
      width: 40,
      kind: 'text',
      entry: { kind: 'text', most: 500, prompt: 'Anything we should know, 500 characters at most.' }, // prettier-ignore
    },
  ];
  const rows = lots.map(({ ref, specification: spec }) => [
    ref,
    spec.school,
    `${spec.vehicle}, ${formatQuantity(spec.seats, 'seat')}${spec.wheelchairs === 0 ? '' : `, ${formatQuantity(spec.wheelchairs, 'wheelchair space')}`}`,
    spec.assistants,
    null,
    null,
    null,
    spec.days_a_year,
    null,
    null,
    null,
  ]);
  return { columns, rows, foot: 'Total' };
}

/** The questions on quality with room for an answer each. */
export function qualityForm({ rules }: Tender): FormSpec {
  return {
    columns: [
      { label: QUALITY_HEADINGS.id, width: 10, kind: 'text' },
      { label: QUALITY_HEADINGS.question, width: 50, kind: 'text' },
      { label: 'Weight', width: 9, kind: 'count' },
      {
        label: QUALITY_HEADINGS.answer,
        width: 90,
        kind: 'text',
        entry: { kind: 'text', most: 4000, prompt: 'Your answer, 4,000 characters at most. It counts for every lot you bid for. Name no child.' }, // prettier-ignore
      },
    ],
    rows: rules.questions.map(({ id, question, weight }) => [id, question, weight, null]),
    foot: '',
  };
}
