import { field, required } from '../field.ts';

/** What schools ask a year: a line a school, or a line a school and need or phase. */
export const FEE_FIELDS = [
  field('school_urn_given', 'School URN', 'URN|Establishment URN|School code|Provision URN|Setting URN|Placement URN'),
  field('school_given', 'School', 'School name|Establishment|Establishment name|Setting|Provision|Placement|Institution|College|School or college|Placement name'),
  field('need', 'Need', 'Primary need|SEN need|SEND need|Need type|Type of need|Designation'),
  field('phase', 'Phase', 'School phase|Phase of education|Education phase|Age group|Stage'),
  required('from_on', 'From', 'In force from|Date from|From date|Start|Start date|Valid from|Effective from|Effective date|Fee from'),
  required('fee', 'Fee, £ a year', 'Fee|Fees|Annual fee|Annual fees|Fee a year|Fee per year|Fee per annum|Fee pa|Placement fee|Annual placement fee|Annual cost|Placement cost|Annual pence|Pence a year|Fee pence|Annual fee pence|Annual pounds'),
  field('currency', 'Currency', 'Ccy|Currency code'),
  field('source', 'Source', 'Contract|Schedule|Document|Reference|Where from|Schedule of fees|Agreed in|Evidence'),
] as const; // prettier-ignore
