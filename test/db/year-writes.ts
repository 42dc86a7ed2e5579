/** How the writes of the year through are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { WHOLE_WEEK } from '../../shared/calendar/day-mask.ts';
import type { ContactGiven } from '../../shared/model/contact.ts';
import { CONTRACT, ON, SCHOOL } from './made-store.ts';

const entry = (given: Partial<ContactGiven> = {}): ContactGiven => ({
  kind: 'late',
  client_id: 1,
  route_ref: 'R1',
  provider: 'Weald Cars',
  urn: null,
  happened_on: ON,
  what: 'Twenty minutes late, the driver had another address.',
  told_by: 'parent',
  recorded_on: ON,
  recorded_by: 'S Clarke',
  follow_up_on: null,
  ...given,
});
const day = {
  urn: SCHOOL,
  kind: 'closed',
  from_on: ON,
  to_on: ON,
  year_groups: [],
  days: WHOLE_WEEK,
  ends_s: null,
  why: 'INSET day',
} as const;
const away = {
  kind: 'child',
  client_id: 1,
  urn: null,
  contract_id: null,
  from_on: ON,
  to_on: ON,
  legs: 'both',
  told: { on: ON, s: 60 },
  why: 'Ill',
  recorded_on: ON,
  recorded_by: 'S Clarke',
} as const;
const invoice = { provider: 'Weald Cars', ref: 'INV-1', dated_on: ON, file: 'june.csv', imported_on: ON }; // prettier-ignore
const line = {
  line: 1,
  contract_ref: CONTRACT.ref,
  item: '',
  from_on: ON,
  to_on: ON,
  half_days: 2,
  unit_pence: 7000,
  amount_pence: 7000,
  vat_pence: null,
  note: '',
  held: '',
  given: '',
} as const;

type Work = (store: Store) => unknown;

/** Each way to write: what it does, and what must be there first. */
export const YEAR_WRITES: Readonly<Record<string, { readonly run: Work; readonly first?: Work }>> =
  {
    'inYear.setDayRules': { run: (store) => store.inYear.setDayRules([day]) },
    'inYear.removeDayRules': {
      first: (store) => store.inYear.setDayRules([day]),
      run: (store) => store.inYear.removeDayRules([day]),
    },
    'inYear.recordAbsence': { run: (store) => store.inYear.recordAbsence(away) },
    'inYear.withdrawAbsence': {
      first: (store) => store.inYear.recordAbsence(away),
      run: (store) => {
        store.inYear.withdrawAbsence(1, { on: ON, by: 'S Clarke', why: 'Came after all.' });
      },
    },
    'inYear.setContractRule': {
      run: (store) => {
        store.inYear.setContractRule(1, {
          contract_id: 1,
          days_before: 0,
          by_s: 25_200,
          share_percent: 60,
          source: 'Clause 14',
        });
      },
    },
    'inYear.addContact': { run: (store) => store.inYear.addContact(entry()) },
    'inYear.addContactStep': {
      first: (store) => store.inYear.addContact(entry()),
      run: (store) => {
        store.inYear.addContactStep(1, {
          kind: 'closed',
          on: ON,
          by: 'S Clarke',
          words: 'Put right.',
        });
      },
    },
    'inYear.lookAtContact': {
      first: (store) => store.inYear.addContact(entry({ kind: 'safeguarding' })),
      run: (store) => store.inYear.lookAtContact(1),
    },
    'inYear.restrictContact': {
      first: (store) => store.inYear.addContact(entry({ kind: 'concern' })),
      run: (store) => {
        store.inYear.restrictContact(1, 'S Clarke', ON);
      },
    },
    'inYear.addInvoice': { run: (store) => store.inYear.addInvoice(invoice) },
    'inYear.setInvoiceLine': {
      first: (store) => {
        store.inYear.addInvoice(invoice);
        store.inYear.setInvoiceLine(1, line);
      },
      run: (store) => store.inYear.setInvoiceLine(1, { ...line, amount_pence: 6000 }),
    },
    'inYear.answerInvoiceLine': {
      first: (store) => {
        store.inYear.addInvoice(invoice);
        store.inYear.setInvoiceLine(1, line);
      },
      run: (store) => {
        store.inYear.answerInvoiceLine({
          line_id: 1,
          kind: 'queried',
          pence: 100,
          on: ON,
          by: 'S Clarke',
          why: 'The school was shut.',
        });
      },
    },
  };
