import { field, required } from '../field.ts';

const YEAR = field('year', 'Financial year', 'Fin year|FY|Year|Fiscal year|Accounting year');
const CODE = field(
  'code',
  'Cost code',
  'Cost centre|Cost center|Cost centre code|CC|Code|Ledger code|GL code|Budget code|Nominal|Nominal code|Account code|Analysis code|Cost code number',
);
const LINE = field('line', 'Budget line', 'Line|Service|Service line|Budget heading|Heading|Budget name|Budget'); // prettier-ignore

/** Postings of the council's ledger, a line each. */
export const LEDGER_FIELDS = [
  YEAR,
  field('period', 'Period', 'Accounting period|Posting period|Fin period|Month|Per|Period no|Period number'), // prettier-ignore
  CODE,
  LINE,
  field('posted_on', 'Posted on', 'Posting date|Date posted|Date|Transaction date|Trans date|Effective date|GL date'), // prettier-ignore
  field('document', 'Document', 'Document number|Document no|Doc no|Journal|Journal no|Journal number|Transaction|Transaction no|Transaction number|Trans no|Voucher|Voucher no'), // prettier-ignore
  field(
    'provider',
    'Provider',
    'Supplier|Supplier name|Vendor|Vendor name|Payee|Operator|Customer',
  ),
  field('contract_ref', 'Contract', 'Contract number|Contract no|Contract ref|Contract reference|PO number|PO no|Purchase order|Order no|Order number'), // prettier-ignore
  field('invoice_ref', 'Invoice', 'Invoice number|Invoice no|Invoice ref|Invoice reference|Supplier invoice|Inv no|External reference'), // prettier-ignore
  field('narrative', 'Narrative', 'Description|Details|Line description|Text|Comment|Narration|Reference'), // prettier-ignore
  // A ledger in two columns has its debits here.
  required('amount', 'Amount', 'Net|Net amount|Value|Actual|Actuals|Amount GBP|Posted amount|Transaction amount|Net value|Debit|Dr|Debits|Debit amount'), // prettier-ignore
  field('credit', 'Credit', 'Cr|Credits|Credit amount'),
  field('currency', 'Currency', 'Ccy|Currency code'),
] as const;

/** The year's budget, a line a code. */
export const BUDGET_FIELDS = [
  YEAR,
  CODE,
  LINE,
  field('label', 'Description', 'Cost centre name|Name|Code description|Narrative|Details'),
  required('original', 'Original budget', 'Original|Budget set|Approved budget|Base budget|Full year budget|Annual budget|Budget amount|Amount|Original budget GBP'), // prettier-ignore
  field('current', 'Current budget', 'Current|Revised budget|Revised|Working budget|Latest budget|Latest approved budget|Current budget GBP'), // prettier-ignore
  field('changed_on', 'Changed on', 'Virement date|Date of change|Revised on|Date changed'),
  field('reason', 'Reason', 'Virement reason|Reason for change|Why'),
] as const;

/** Published figures a head, with what each counts. */
export const BENCHMARK_FIELDS = [
  required('name', 'Benchmark', 'Name|Measure|Indicator|Comparator|Authority|Group'),
  LINE,
  required(
    'figure',
    'Figure',
    'Value|Amount|Cost a head|Cost per head|Cost per pupil|Unit cost|GBP',
  ),
  field('unit', 'Unit', 'Units|Per|Measured in'),
  field('year', 'Year', 'Financial year|Period|Of year|Reference year'),
  required('source', 'Source', 'Publication|Published by|Publisher|Reference'),
  required('definition', 'Definition', 'What is counted|Counts|Includes|Basis|Notes'),
] as const;
