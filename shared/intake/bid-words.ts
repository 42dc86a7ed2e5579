/** The words of a bid workbook that both who writes it and who reads it go by. */

/** Prices are in pounds sterling. */
export const BID_CURRENCY = 'GBP';

/** Labels of the lines above the bids. */
export const BID_LABELS = {
  tender: 'Tender',
  provider: 'Provider',
  currency: 'Currency',
} as const;

/** Headings of what is read back. */
export const BID_HEADINGS = {
  lot: 'Lot',
  price: 'Price a day, £',
  assistant: 'Assistant a day, £',
  vehicle: 'Vehicle offered',
  remarks: 'Remarks',
} as const;

/** Headings of the sheet of questions. */
export const QUALITY_HEADINGS = { id: 'Code', question: 'Question', answer: 'Your answer' } as const; // prettier-ignore
