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
  const { touched } = session;
  /** Whom a contract may carry rests on who is assigned to it and on what they hold. */
  const touching =
    <Given extends readonly unknown[], T>(write: (...given: Given) => T) =>
    (...given: Given): T => {
      touched.transport = true;
      return write(...given);
    };
  const assignments = registerAssignments(session, { people, vehicles });
  return {
    lastEdits: () =>
      new Map(
        (edits.all() as ({ readonly at: string } & LastEdit)[]).map((line) => [line.at, line]),
      ),
    isEmpty: () => isEmpty.get() === 1,
    ...registerProviders(session),
    ...people,
    upsertWorkers: touching(people.upsertWorkers),
    removeWorker: touching(people.removeWorker),
    setCompetence: touching(people.setCompetence),
    removeCompetence: touching(people.removeCompetence),
    ...vehicles,
    upsertVehicles: touching(vehicles.upsertVehicles),
    removeVehicle: touching(vehicles.removeVehicle),
    ...assignments,
    assign: touching(assignments.assign),
    changeAssignment: touching(assignments.changeAssignment),
    removeAssignment: touching(assignments.removeAssignment),
  };
}
