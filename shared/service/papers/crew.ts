/** Who runs a route on a day, as the register of people and vehicles says. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { SheetCrew } from '../../casework/sheets/route-sheet.ts';
import type { Assigned, AssignedWorker, AssignmentRole } from '../../model/register.ts';
import { isHeld, isOn } from '../register/gaps.ts';

/** '' for what the register does not say. */
export type Crew = SheetCrew;

/** A route of which the register says nothing. */
export const NO_CREW: Crew = { driver: '', assistant: '', plate: '', holders: '' };

/** The crew of a contract on the first day it is needed, with who holds each competence asked for, the cover named as such. */
export function crewOn(assigned: Assigned, competences: readonly string[], on: IsoDate): Crew {
  const workers = assigned.workers.filter(({ assignment }) => isOn(assignment, on));
  const named = (role: AssignmentRole): string => namesOf(workers.filter(({ assignment }) => assignment.role === role)); // prettier-ignore
  const plates = assigned.vehicles
    .filter(({ assignment }) => isOn(assignment, on))
    .map(({ vehicle }) => vehicle.mark);
  return {
    driver: named('driver'),
    assistant: named('assistant'),
    plate: [...new Set(plates)].join(' or '),
    holders: competences
      .map((competence) => holdersOf(competence, workers, on))
      .filter((words) => words !== '')
      .join('; '),
  };
}

function holdersOf(competence: string, workers: readonly AssignedWorker[], on: IsoDate): string {
  const able = workers.filter(({ competences }) =>
    competences.some((each) => each.competence === competence && isHeld(each, on)),
  );
  const covers = able.filter(({ assignment }) => assignment.role === 'cover');
  const holders = able.filter(({ assignment }) => assignment.role !== 'cover');
  if (able.length === 0) return '';
  const cover = covers.length === 0 ? '' : `cover ${namesOf(covers)}`;
  return `${competence}: ${[namesOf(holders), cover].filter((part) => part !== '').join(', ')}`;
}

function namesOf(workers: readonly AssignedWorker[]): string {
  return [...new Set(workers.map(({ worker }) => worker.name))].join(' or ');
}
