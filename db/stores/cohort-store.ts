import type { CohortMember } from '../../shared/model/school.ts';
import { recordTable, tally } from '../record-table.ts';
import type { Session } from '../session.ts';
import type { CohortStore } from '../store.ts';

/** Children expected to apply: those whom reminders run over. */
export function cohortStore(session: Session): CohortStore {
  const table = recordTable<CohortMember>(session, {
    table: 'cohort_member',
    key: 'ref',
    fields: {
      ref: 'text',
      forename: 'text',
      surname: 'text',
      date_of_birth: 'text',
      postcode: 'text',
      school_urn: 'number',
      school_given: 'text',
      carer_name: 'text',
      application_ref: 'text',
      home_address: 'text',
      told_on: 'text',
    },
    blank: {
      ref: '',
      forename: '',
      surname: '',
      date_of_birth: null,
      postcode: '',
      school_urn: null,
      school_given: '',
      carer_name: '',
      application_ref: '',
      home_address: '',
      told_on: null,
    },
    entity: 'cohort',
  });
  return {
    count: table.count,
    all: () => table.all('ref'),
    upsertMany: (rows) => {
      const counted = tally<string>();
      for (const row of rows) counted.note(table.upsert(row).outcome, row.ref);
      return counted.result();
    },
  };
}
