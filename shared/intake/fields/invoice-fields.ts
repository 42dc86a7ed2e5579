import { field, required } from '../field.ts';

/** Lines of providers' invoices: a day a line, or a number of days in a period. */
export const INVOICE_FIELDS = [
  required(
    'invoice_ref',
    'Invoice number',
    'Invoice|Invoice no|Invoice ref|Invoice reference|Invoice ID|Inv no|Inv number|Inv ref|Document number',
  ),
  required(
    'contract_ref',
    'Contract',
    'Contract number|Contract no|Contract ref|Contract reference|Contract ID|Route contract|PO number|Purchase order',
  ),
  field('provider', 'Provider', 'Operator|Supplier|Company|Contractor|Supplier name|Vendor'),
  field('dated_on', 'Invoice date', 'Date of invoice|Dated|Tax point|Invoiced on'),
  field(
    'day',
    'Day',
    'Date|Journey date|Date of journey|Service date|Date run|Day of service|Travel date',
  ),
  field('from_on', 'From', 'Period from|Start|Start date|From date|Period start|Week commencing'),
  field('to_on', 'To', 'Period to|End|End date|To date|Period end|Week ending'),
  field('month', 'Month', 'Period|Billing month|Invoice month|Service month'),
  field(
    'days',
    'Days',
    'Number of days|No of days|Days run|Days operated|Qty|Quantity|Units|Day count',
  ),
  field(
    'unit',
    'Price a day',
    'Unit price|Daily rate|Rate|Day rate|Price|Cost per day|Price per day|Unit cost',
  ),
  field(
    'amount',
    'Amount',
    'Net|Net amount|Line total|Total|Line amount|Value|Net value|Charge|Cost',
  ),
  field('vat', 'VAT', 'VAT amount|Tax|VAT value'),
  field('currency', 'Currency', 'Ccy|Currency code'),
  field('item', 'Item', 'Service|Line type|Charge type|Type|Product|Category'),
  field('note', 'Description', 'Details|Narrative|Comment|Comments|Notes|Note|Line description'),
] as const;
