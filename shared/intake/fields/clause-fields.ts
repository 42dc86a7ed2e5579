import { field, required } from '../field.ts';

/** Index clauses: one line a clause, for a provider's contracts or for one contract. */
export const CLAUSE_FIELDS = [
  field('ref', 'Clause reference', 'Reference|Ref|Clause|Clause ref|Clause name'),
  field('provider', 'Provider', 'Operator|Supplier|Contractor|Company'),
  field('contract_ref', 'Contract', 'Contract number|Contract ref|Contract no|Route contract'),
  required('index', 'Index', 'Follows|Indexed to|Price index|Index name'),
  required('share_percent', 'Share of the price, %', 'Share|Share %|Fuel share|Weight|Share percent'),
  field('fixed_percent', 'Fixed rise, %', 'Rise|Fixed rise|Uplift|Supplement|Rise %'),
  field('base_month', 'Base month', 'Base|Base date|Base period'),
  field('lag_months', 'Lag, months', 'Lag|Months in arrears|Lag months'),
  field('cap_percent', 'Cap, %', 'Cap|Maximum rise|Cap percent'),
  field('collar_percent', 'Collar, %', 'Collar|Floor|Maximum fall|Collar percent'),
  field('trigger', 'Trigger', 'Trigger price|Threshold|Trigger level'),
  field('symmetric', 'Falls count too', 'Symmetric|Both ways|Symmetrical'),
  required('from_on', 'From', 'Start|Start date|Valid from|Begins|First day'),
  field('to_on', 'To', 'End|End date|Valid to|Ends|Last day'),
  field('source', 'Source', 'Where written|Document|Note'),
] as const; // prettier-ignore
