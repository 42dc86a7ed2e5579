/** The year through: days of schools, absences, the contact log, providers' invoices. */
import type { RestrictedWords } from '../shared/api/views/contacts.ts';
import type { DayRule } from '../shared/calendar/school-calendars.ts';
import type { IsoDate } from '../shared/calendar/dates.ts';
import type {
  Contact,
  ContactGiven,
  ContactStep,
  ContactStepKind,
} from '../shared/model/contact.ts';
import type { Invoice, InvoiceLine, InvoiceStep } from '../shared/model/invoice.ts';
import type { Absence, ContractRule } from '../shared/model/year.ts';
import type { Outcome } from './store.ts';

/** Which entries of the log are asked for; a field left out asks for all. */
export interface ContactFilter {
  readonly client_id?: number;
  readonly route_ref?: string;
  readonly provider?: string;
  readonly open?: boolean;
  readonly from_on?: IsoDate;
}

/** Who reads the log: with `restricted` safeguarding entries are among the others, without their words; else they are not there at all. */
export interface ContactReader {
  readonly restricted: boolean;
}

export interface ContactStepGiven {
  readonly kind: ContactStepKind;
  readonly on: IsoDate;
  readonly by: string;
  readonly words: string;
  /** For `follow_up`: the day to look again, null for none any more. */
  readonly follow_up_on?: IsoDate | null;
}

/** A line of an invoice as a file gives it. */
export type InvoiceLineGiven = Omit<InvoiceLine, 'id' | 'invoice_id'>;

export interface YearStore {
  /** Every day or days on which a school differs from its terms. */
  readonly dayRules: () => readonly DayRule[];
  /** Keyed by school, first day, kind and year groups. */
  readonly setDayRules: (rules: readonly DayRule[]) => readonly Outcome[];
  /** Takes rules out, by their keys; returns how many were there. */
  readonly removeDayRules: (rules: readonly DayRule[]) => number;

  /** Those that count, withdrawn ones left out, by their first day. */
  readonly absences: () => readonly Absence[];
  readonly absence: (id: number) => Absence | null;
  readonly recordAbsence: (given: Omit<Absence, 'id' | 'withdrawn'>) => Absence;
  readonly withdrawAbsence: (id: number, how: NonNullable<Absence['withdrawn']>) => void;
  readonly contractRules: () => readonly ContractRule[];
  /** Gives a contract its own rule of standing down, or with null takes it away. */
  readonly setContractRule: (contract_id: number, rule: ContractRule | null) => void;

  /** Open entries first, then the latest. */
  readonly contacts: (filter: ContactFilter, reader: ContactReader) => readonly Contact[];
  readonly contact: (id: number, reader: ContactReader) => Contact | null;
  /** The words of a restricted entry; that they were looked at goes to the history. Whether one may is the caller's to know. */
  readonly lookAtContact: (id: number) => RestrictedWords;
  readonly contactSteps: (id: number, reader: ContactReader) => readonly ContactStep[];
  /** Steps of every entry of some kinds, by entry: for due days of complaints. */
  readonly allContactSteps: (reader: ContactReader) => ReadonlyMap<number, readonly ContactStep[]>;
  readonly addContact: (given: ContactGiven) => Contact;
  readonly addContactStep: (id: number, given: ContactStepGiven) => void;
  /** Makes an entry one of safeguarding: its words go where named persons alone read them, and out of the history. */
  readonly restrictContact: (id: number, by: string, on: IsoDate) => void;
  /** How many open entries each route has; restricted ones are not counted. */
  readonly contactsOpenByRoute: () => ReadonlyMap<string, number>;

  readonly invoices: () => readonly Invoice[];
  readonly invoiceLines: () => readonly InvoiceLine[];
  readonly invoiceLine: (id: number) => InvoiceLine | null;
  /** Answers to lines, oldest first. */
  readonly invoiceSteps: () => readonly InvoiceStep[];
  readonly addInvoice: (given: Omit<Invoice, 'id'>) => {
    readonly id: number;
    readonly added: boolean;
  };
  /** A line that was answered is not changed any more: null says that it stays. */
  readonly setInvoiceLine: (invoice_id: number, given: InvoiceLineGiven) => Outcome | null;
  readonly answerInvoiceLine: (given: Omit<InvoiceStep, 'id'>) => void;
}
