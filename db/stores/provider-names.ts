import { providerKey } from '../../shared/intake/provider-name.ts';
import type { ProviderNamesStore } from '../provider-names-aggregate.ts';
import type { Session } from '../session.ts';

/** Why a write renames a provider: another name of the same is no change for anybody. */
export const RENAMING = 'renaming a provider';

/** Records that name a provider by today's name. What was issued, bid, awarded, invoiced or booked keeps the words it came with. */
const NAMED = [
  {
    table: 'claim',
    entity: 'claim',
    ref: "CASE contract_ref WHEN '' THEN provider ELSE contract_ref END",
  },
  { table: 'index_clause', entity: 'index_clause', ref: 'ref' },
  { table: 'contact', entity: 'contact', ref: 'id' },
  // Beside a bid the name stays as the bid has it: the two belong together.
  {
    table: 'tender_invitation',
    entity: 'tender',
    ref: '(SELECT ref FROM tender t WHERE t.id = tender_id)',
    unless: `EXISTS (SELECT 1 FROM bid b JOIN lot l ON l.id = b.lot_id
      WHERE l.tender_id = tender_invitation.tender_id AND b.provider = tender_invitation.provider)`,
  },
] as const;

interface NamedRow {
  readonly id: number;
  readonly ref: string | number;
  readonly provider: string;
}

/** Names of providers in the records that no import overwrites, and what a name of yesterday is today. */
export function providerNamesStore(session: Session): ProviderNamesStore {
  const { sql } = session;
  const named = NAMED.map(({ table, entity, ref, ...rest }) => ({
    entity,
    all: sql.prepare(
      `SELECT id, ${ref} AS ref, provider FROM ${table} WHERE NOT ${'unless' in rest ? rest.unless : '0'} ORDER BY id`,
    ),
    // Who is invited under the new name as well stays invited as they are.
    put: sql.prepare(`UPDATE OR IGNORE ${table} SET provider = ? WHERE id = ?`),
  }));
  const renamed = sql.prepare(
    `SELECT DISTINCT r.before, r.after FROM change c JOIN row_change r ON r.change_id = c.id
     WHERE c.why = ? AND r.field = 'provider' AND r.record IN ('contract', 'claim', 'index_clause', 'contact', 'tender_invitation') ORDER BY r.id`,
  );
  const isInUse = sql
    .prepare(
      'SELECT EXISTS (SELECT 1 FROM contract WHERE provider = ?) OR EXISTS (SELECT 1 FROM provider WHERE name = ?)',
    )
    .pluck();
  return {
    rename: (key, name) => {
      session.mustWrite();
      let count = 0;
      for (const { entity, all, put } of named) {
        for (const { id, ref, provider } of all.all() as NamedRow[]) {
          if (provider === name || providerKey(provider) !== key) continue;
          if (put.run(name, id).changes === 0) continue;
          session.log({ entity, ref: String(ref), client_id: null, field: 'provider', before: provider, after: name }); // prettier-ignore
          count += 1;
        }
      }
      return count;
    },
    today: () => {
      const groups = new Map<string, Set<string>>();
      for (const { before, after } of renamed.all(RENAMING) as {
        before: string;
        after: string;
      }[]) {
        // prettier-ignore
        const group = new Set([before, after].flatMap((name) => [name, ...(groups.get(name) ?? [])])); // prettier-ignore
        for (const name of group) groups.set(name, group);
      }
      const isUsed = (name: string): boolean => isInUse.get(name, name) === 1;
      return (name) => (isUsed(name) ? name : ([...(groups.get(name) ?? [])].find(isUsed) ?? name));
    },
  };
}
