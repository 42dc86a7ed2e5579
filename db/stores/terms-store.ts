import type { TermSpan } from '../../shared/model/school.ts';
import type { Session } from '../session.ts';
import { tally } from '../record-table.ts';
import type { TermsStore } from '../store.ts';

/** Term dates and days off by school; urn 0 is the county's own calendar. */
export function termsStore(session: Session): TermsStore {
  const { sql, touched } = session;
  const all = sql.prepare(
    'SELECT urn, kind, from_on, to_on, label FROM term_span ORDER BY urn, from_on, kind, label',
  );
  const one = sql
    .prepare('SELECT to_on FROM term_span WHERE urn = ? AND kind = ? AND from_on = ? AND label = ?')
    .pluck();
  const put = sql.prepare(
    `INSERT INTO term_span (urn, kind, from_on, to_on, label) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (urn, kind, from_on, label) DO UPDATE SET to_on = excluded.to_on`,
  );
  const remove = sql.prepare('DELETE FROM term_span WHERE urn = ?');
  return {
    all: () => all.all() as TermSpan[],
    upsertMany: (rows) => {
      session.mustWrite();
      const counted = tally<string>();
      for (const { urn, kind, from_on, to_on, label } of rows) {
        const before = one.get(urn, kind, from_on, label);
        const outcome = before === undefined ? 'added' : before === to_on ? 'unchanged' : 'changed';
        if (outcome !== 'unchanged') {
          put.run(urn, kind, from_on, to_on, label);
          touched.allClients = true;
        }
        counted.note(outcome, `${urn} ${kind} ${from_on} ${label}`);
      }
      return counted.result();
    },
    removeOf: (urns) => {
      session.mustWrite();
      let removed = 0;
      for (const urn of urns) removed += remove.run(urn).changes;
      if (removed > 0) touched.allClients = true;
      return removed;
    },
  };
}
