/** Words for the contact log, absences and invoices. */
import type { ContactKind, ContactStepKind } from './contact.ts';
import type { InvoiceAnswer, InvoiceItem } from './invoice.ts';
import type { AbsenceKind, AbsenceLegs } from './year.ts';

export const CONTACT_WORDS: Readonly<Record<ContactKind, string>> = {
  concern: 'Concern',
  late: 'Late',
  no_show: 'Did not come',
  behaviour: 'Behaviour on board',
  vehicle: 'Vehicle or equipment',
  assistant: 'Passenger assistant',
  handover: 'Handover at home or school',
  accident: 'Accident',
  complaint: 'Complaint',
  safeguarding: 'Safeguarding',
  other: 'Something else',
};

export const CONTACT_STEP_WORDS: Readonly<Record<ContactStepKind, string>> = {
  acknowledged: 'Acknowledged',
  stage_1_answered: 'Stage 1 answered',
  stage_2_asked: 'Stage 2 asked for',
  stage_2_answered: 'Stage 2 answered',
  ombudsman_asked: 'The ombudsman asks',
  ombudsman_answered: 'Ombudsman answered',
  told: 'Told',
  done: 'Done',
  follow_up: 'Follow-up',
  closed: 'Closed',
  reopened: 'Opened again',
  withdrawn: 'Entered by mistake',
};

export const ABSENCE_WORDS: Readonly<Record<AbsenceKind, string>> = {
  child: 'Child away',
  school: 'School shut',
  provider: 'Provider did not come',
};

export const LEGS_WORDS: Readonly<Record<AbsenceLegs, string>> = {
  both: 'Whole day',
  morning: 'Morning only',
  afternoon: 'Afternoon only',
};

export const INVOICE_ITEM_WORDS: Readonly<Record<InvoiceItem, string>> = {
  '': 'Day',
  vehicle: 'Vehicle',
  assistant: 'Passenger assistant',
};

export const INVOICE_ANSWER_WORDS: Readonly<Record<InvoiceAnswer, string>> = {
  queried: 'Queried',
  accepted: 'Accepted',
  credited: 'Credited',
};
