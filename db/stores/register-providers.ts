import type { Provider, ProviderFleet } from '../../shared/model/register.ts';
import { recordTable, tally } from '../record-table.ts';
import type { RegisterStore } from '../register-aggregate.ts';
import type { Session } from '../session.ts';

type ProvidersPart = Pick<
  RegisterStore,
  'providers' | 'provider' | 'upsertProviders' | 'removeProvider' | 'fleets' | 'setFleet'
>;

interface FleetRow extends Omit<ProviderFleet, 'districts'> {
  readonly districts: string;
}

function toFleet(raw: unknown): ProviderFleet {
  const row = raw as FleetRow;
  return { ...row, districts: JSON.parse(row.districts) as readonly string[] };
}

/** A class of a fleet in a line, as the history has it. */
function said(rows: readonly Pick<ProviderFleet, 'count' | 'districts'>[]): string {
  return rows
    .map(({ count, districts }) =>
      districts.length === 0 ? String(count) : `${count} in ${districts.join(', ')}`,
    )
    .join('; ');
}

/** Providers on the framework and what they can put on the road. */
export function registerProviders(session: Session): ProvidersPart {
  const { sql } = session;
  const table = recordTable<Provider>(session, {
    table: 'provider',
    key: 'key',
    fields: {
      id: 'number',
      key: 'text',
      name: 'text',
      framework: 'text',
      districts: 'list',
      contact_name: 'text',
      phone: 'text',
      email: 'text',
      notes: 'text',
    },
    blank: {
      key: '',
      name: '',
      framework: '',
      districts: [],
      contact_name: '',
      phone: '',
      email: '',
      notes: '',
    },
    entity: 'provider',
    logAdded: true,
  });
  const remove = sql.prepare('DELETE FROM provider WHERE key = ?');
  const columns = 'provider, vehicle_class, count, districts';
  const fleets = sql.prepare(
    `SELECT ${columns} FROM provider_fleet ORDER BY provider, vehicle_class, districts`,
  );
  const fleetOf = sql.prepare(
    `SELECT ${columns} FROM provider_fleet WHERE provider = ? AND vehicle_class = ? ORDER BY districts`,
  );
  const clear = sql.prepare('DELETE FROM provider_fleet WHERE provider = ? AND vehicle_class = ?');
  const add = sql.prepare(`INSERT INTO provider_fleet (${columns}) VALUES (?, ?, ?, ?)`);
  return {
    providers: () => table.all('name, key'),
    provider: (key) => table.get(key),
    upsertProviders: (rows) => {
      const counted = tally<string>();
      for (const row of rows) counted.note(table.upsert(row).outcome, row.key);
      return counted.result();
    },
    removeProvider: (key) => {
      session.mustWrite();
      if (remove.run(key).changes === 0) return;
      session.log({
        entity: 'provider',
        ref: key,
        client_id: null,
        field: '',
        before: '',
        after: 'taken out',
      });
    },
    fleets: () => fleets.all().map(toFleet),
    setFleet: (provider, vehicle_class, rows) => {
      session.mustWrite();
      const before = (fleetOf.all(provider, vehicle_class) as FleetRow[]).map(toFleet);
      const after = rows
        .map(({ count, districts }) => ({ count, districts: districts.toSorted() }))
        .toSorted((a, b) => (a.districts.join() < b.districts.join() ? -1 : 1));
      if (said(before) === said(after)) return 'unchanged';
      clear.run(provider, vehicle_class);
      for (const { count, districts } of after)
        add.run(provider, vehicle_class, count, JSON.stringify(districts));
      session.log({
        entity: 'provider',
        ref: provider,
        client_id: null,
        field: `fleet_${vehicle_class}`,
        before: said(before),
        after: said(after),
      });
      return before.length === 0 ? 'added' : 'changed';
    },
  };
}
