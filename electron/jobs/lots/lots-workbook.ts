/** The workbook of one provider: how to bid, what is asked for, its stops, the bid to fill in, the questions. */
import { BID_LABELS } from '../../../shared/intake/bid-words.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { Lot, Tender } from '../../../shared/model/tender.ts';
import { formatMoment } from '../../../shared/service/lots/moment.ts';

import type { TextLine } from '../../files/workbook-lines.ts';
import { writeWorkbook } from '../../files/workbook-writer.ts';
import { lotsTable, stopsTable } from './specification-tables.ts';
import { bidForm, bidHead, qualityForm } from './bid-sheet.ts';

/** What a tender's files are made of. */
export interface TenderFiles {
  readonly tender: Tender;
  readonly lots: readonly Lot[];
  /** Names of the rate card's classes. */
  readonly vehicles: readonly string[];
  /** Who asks, and how to reach them. */
  readonly office: string;
  readonly warning: string;
}

/** The workbook's bytes. */
export function lotsWorkbook(files: TenderFiles, provider: string): Promise<Uint8Array> {
  const { tender, lots, vehicles, warning } = files;
  return writeWorkbook({
    title: `Tender ${tender.ref}, bid of ${provider}`,
    author: 'Kerbside',
    foot: `Tender ${tender.ref}`,
    warning,
    made_on: tender.made_on,
    sheets: [
      { name: 'Read first', frozen: false, blocks: [{ kind: 'lines', lines: readFirst(files, provider) }] }, // prettier-ignore
      { name: 'Lots', frozen: true, blocks: [{ kind: 'table', table: lotsTable(lots) }] },
      { name: 'Stops', frozen: true, blocks: [{ kind: 'table', table: stopsTable(lots) }] },
      {
        name: 'Bid',
        frozen: false,
        blocks: [
          {
            kind: 'lines',
            lines: [
              { text: 'Your bid', style: 'title' },
              { text: `Fill in the yellow cells. Bids count until ${formatMoment(tender.closes_at)}.`, style: 'subtitle' }, // prettier-ignore
            ],
          },
          { kind: 'pairs', pairs: bidHead(tender, provider) },
          { kind: 'form', form: bidForm(lots, vehicles) },
        ],
      },
      ...(tender.rules.questions.length === 0
        ? []
        : [
            {
              name: 'Quality',
              frozen: false,
              blocks: [
                {
                  kind: 'lines',
                  lines: [
                    { text: 'Quality', style: 'title' },
                    { text: `Quality has ${100 - tender.rules.price_weight}% of the score. Your answers count for every lot you bid for.`, style: 'subtitle' }, // prettier-ignore
                  ],
                },
                { kind: 'form', form: qualityForm(tender) },
              ],
            } as const,
          ]),
    ],
  });
}

function readFirst(
  { tender, lots, office, warning }: TenderFiles,
  provider: string,
): readonly TextLine[] {
  // prettier-ignore
  const { price_weight } = tender.rules;
  const body = (text: string): TextLine => ({ text, style: 'body' });
  return [
    { text: tender.title, style: 'title' },
    { text: `Tender ${tender.ref}, ${formatQuantity(lots.length, 'lot')}`, style: 'subtitle' },
    ...(warning === '' ? [] : [{ text: warning, style: 'warning' as const }]),
    { text: 'When', style: 'heading' },
    body(`Bids open ${formatMoment(tender.opens_at)} and close ${formatMoment(tender.closes_at)}.`),
    body(`The contracts run from ${formatDate(tender.starts_on)} to ${formatDate(tender.ends_on)}, with ${formatQuantity(tender.notice_days, 'day')} of notice on either side.`), // prettier-ignore
    { text: 'How to bid', style: 'heading' },
    body('1. Look at the sheets Lots and Stops. Addresses and names are given to whoever is awarded the lot.'), // prettier-ignore
    body('2. On the sheet Bid, give a price a day in pounds for each lot you want. Leave the others empty. Type numbers, no formulas.'), // prettier-ignore
    body('3. Where an assistant is asked for, give the price a day of all assistants too; 0 if it is in the price of the vehicle.'), // prettier-ignore
    body('4. Answer the questions on the sheet Quality.'),
    body('5. Save this file as it is, as .xlsx, and hand it back before the closing time. A later file takes the place of an earlier one.'), // prettier-ignore
    { text: 'How bids are judged', style: 'heading' },
    body(`Price ${price_weight}%: the lowest price of a lot over your own. Quality ${100 - price_weight}%: marks of 0 to 5 for each answer, by the weights of the questions.`), // prettier-ignore
    body('Each lot is awarded whole, to one provider. We may award none.'),
    { text: 'This copy', style: 'heading' },
    body(`${BID_LABELS.provider}: ${provider}`),
    ...(office === '' ? [] : [body(`Questions: ${office}`)]),
  ];
}
