import type { LastEdit, RegisterStore } from '../register-aggregate.ts';
import type { Session } from '../session.ts';
import { registerAssignments } from './register-assignments.ts';
import { registerPeople } from './register-people.ts';
import { registerProviders } from './register-providers.ts';
import { registerVehicles } from './register-vehicles.ts';

/** The register of providers, people and vehicles. */
export function registerStore(session: Session): RegisterStore {
  const people = registerPeople(session);
  const vehicles = registerVehicles(session);
  const isEmpty = session.sql
    .prepare(
      `SELECT NOT EXISTS (SELECT 1 FROM provider) AND NOT EXISTS (SELECT 1 FROM worker) AND NOT EXISTS (SELECT 1 FROM vehicle)
       AND NOT EXISTS (SELECT 1 FROM provider_fleet)`,
    )
    .pluck();
  const edits = session.sql.prepare(
    `SELECT entity || char(10) || ref || char(10) || field AS at, who, before FROM history JOIN change ON change.id = change_id
     WHERE entity IN ('provider', 'worker', 'vehicle') AND field <> '' ORDER BY history.id`,
  );
  return {
    lastEdits: () =>
      new Map(
        (edits.all() as ({ readonly at: string } & LastEdit)[]).map((line) => [line.at, line]),
      ),
    isEmpty: () => isEmpty.get() === 1,
    ...registerProviders(session),
    ...people,
    ...vehicles,
    ...registerAssignments(session, { people, vehicles }),
  };
}
