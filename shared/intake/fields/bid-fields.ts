import { BID_HEADINGS } from '../bid-words.ts';
import { field, required, type Field } from '../field.ts';

/** The columns of the sheet on which a provider bids. */
export const BID_FIELDS: readonly Field[] = [
  required('lot', BID_HEADINGS.lot, 'lot number|lot ref'),
  required('bid_price', BID_HEADINGS.price, 'price a day|bid price a day'),
  field('bid_assistant', BID_HEADINGS.assistant, 'assistant a day'),
  required('bid_vehicle', BID_HEADINGS.vehicle),
  field('bid_remarks', BID_HEADINGS.remarks),
];
