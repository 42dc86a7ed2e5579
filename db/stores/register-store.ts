import type { LastEdit, RegisterStore } from '../register-aggregate.ts';
import type { Session } from '../session.ts';
import { registerAssignments } from './register-assignments.ts';
import { registerPeople } from './register-people.ts';
import { registerProviders } from './register-providers.ts';
import { registerRiders } from './register-riders.ts';
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
  const riders = registerRiders(session);
  const assignments = registerAssignments(session, { people, vehicles });
  return {
    lastEdits: () =>
      new Map(
        (edits.all() as ({ readonly at: string } & LastEdit)[]).map((line) => [line.at, line]),
      ),
    isEmpty: () => isEmpty.get() === 1,
    ...registerProviders(session),
    ...people,
    // Whom a contract may carry rests on who is assigned to it and on what they hold.
    upsertWorkers: (rows) => {
      const result = people.upsertWorkers(rows);
      result.outcomes.forEach((outcome, at) => {
        if (outcome === 'changed') riders.ofWorker(result.ids[at] ?? 0);
      });
      return result;
    },
    removeWorker: (id) => {
      riders.ofWorker(id);
      people.removeWorker(id);
    },
    setCompetence: (row) => {
      const outcome = people.setCompetence(row);
      if (outcome !== 'unchanged') riders.ofWorker(row.worker_id);
      return outcome;
    },
    removeCompetence: (worker_id, competence) => {
      riders.ofWorker(worker_id);
      people.removeCompetence(worker_id, competence);
    },
    ...vehicles,
    upsertVehicles: (rows) => {
      const result = vehicles.upsertVehicles(rows);
      result.outcomes.forEach((outcome, at) => {
        if (outcome === 'changed') riders.ofVehicle(result.ids[at] ?? 0);
      });
      return result;
    },
    removeVehicle: (id) => {
      riders.ofVehicle(id);
      vehicles.removeVehicle(id);
    },
    ...assignments,
    assign: (given) => {
      riders.ofContract(given.contract_id);
      return assignments.assign(given);
    },
    changeAssignment: (id, days) => {
      const changed = assignments.changeAssignment(id, days);
      riders.ofContract(changed.contract_id);
      return changed;
    },
    removeAssignment: (id) => {
      const known = assignments.assignments().find((each) => each.id === id);
      if (known !== undefined) riders.ofContract(known.contract_id);
      assignments.removeAssignment(id);
    },
  };
}
