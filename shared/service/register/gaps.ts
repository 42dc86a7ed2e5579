/** What stands between a contract and a day on which it carries its children: people, papers, competences, weights. */
import { addDays, type IsoDate } from '../../calendar/dates.ts';
import { layoutRoom } from '../../model/register.ts';
import type {
  Assigned,
  AssignedWorker,
  Assignment,
  Vehicle,
  WorkerCompetence,
} from '../../model/register.ts';
import type { RouteNeed } from './need.ts';
import { vehiclePapers, workerPapers, type Paper } from './papers.ts';

/** Kinds of gap; those that block are marked on each. */
export const GAP_CODES = [
  'no_driver',
  'no_assistant',
  'no_vehicle',
  'left',
  'out_of_date',
  'not_recorded',
  'no_holder',
  'no_cover',
  'no_room',
  'too_heavy',
  'weight_not_known',
] as const;
export type GapCode = (typeof GAP_CODES)[number];

/** One thing that is missing, out of date or too little on a day. */
export interface Gap {
  readonly code: GapCode;
  /** Name of the person, mark of the vehicle, or '' where it is nobody's. */
  readonly who: string;
  /** A paper (`badge`, `mot`, `lift`), a limit (`lift_limit`, `tie_down_limit`), a competence, a layout; '' where the code says all. */
  readonly item: string;
  /** The first day on which it is so, where that is known. */
  readonly since: IsoDate | null;
  /** The last day on which it was not so. */
  readonly until: IsoDate | null;
  /** The child whom a weight is of, as the need names them; '' otherwise. */
  readonly child: string;
  /** What the child weighs in the wheelchair, and what the vehicle bears, kilograms; 0 where it is not about weight. */
  readonly weighs_kg: number;
  readonly bears_kg: number;
  /** Nothing with such a gap is confirmed, or counts as in place. What is only not recorded is shown and does not block. */
  readonly blocks: boolean;
}

const NOTHING: Omit<Gap, 'code'> = {
  who: '',
  item: '',
  since: null,
  until: null,
  child: '',
  weighs_kg: 0,
  bears_kg: 0,
  blocks: false,
};

/** Whether an assignment counts on a day. */
export function isOn({ from_on, to_on }: Pick<Assignment, 'from_on' | 'to_on'>, on: IsoDate) {
  return from_on <= on && (to_on === null || to_on >= on);
}

/** Whether a competence counts on a day. */
export function isHeld({ issued_on, expires_on }: WorkerCompetence, on: IsoDate): boolean {
  return (issued_on === null || issued_on <= on) && (expires_on === null || expires_on >= on);
}

/**
 * Everything that is missing on a day, what blocks first. Whoever and whatever is assigned on the day is looked at, covers too. A contract
 * that nobody is assigned to has only gaps that do not block, and the competences that its children need.
 */
export function gapsOf(need: RouteNeed, assigned: Assigned, on: IsoDate): readonly Gap[] {
  const workers = assigned.workers.filter(({ assignment }) => isOn(assignment, on));
  const vehicles = assigned.vehicles
    .filter(({ assignment }) => isOn(assignment, on))
    .map(({ vehicle }) => vehicle);
  const found = [
    ...nobodyGaps(need, workers, vehicles),
    ...workers.flatMap((each) => workerGaps(need, each, on)),
    ...need.competences.flatMap((competence) => competenceGaps(competence, workers, on)),
    ...vehicles.flatMap((vehicle) => vehicleGaps(need, vehicle, on)),
    ...weightsNotKnown(need),
  ];
  return [...unique(found.filter(({ blocks }) => blocks)), ...unique(found.filter(({ blocks }) => !blocks))]; // prettier-ignore
}

/** Those of `gapsOf` that block, found without the others. */
export function blockingGapsOf(need: RouteNeed, assigned: Assigned, on: IsoDate): readonly Gap[] {
  const workers = assigned.workers.filter(({ assignment }) => isOn(assignment, on));
  const found: Gap[] = [];
  const add = (gaps: readonly Gap[]): void => {
    for (const gap of gaps) if (gap.blocks) found.push(gap);
  };
  for (const each of workers) add(workerGaps(need, each, on));
  for (const competence of need.competences) add(competenceGaps(competence, workers, on));
  for (const { assignment, vehicle } of assigned.vehicles)
    if (isOn(assignment, on)) add(vehicleGaps(need, vehicle, on));
  return unique(found);
}

/** Somebody who drives and covers at once has each of their gaps once. */
function unique(gaps: readonly Gap[]): readonly Gap[] {
  if (gaps.length < 2) return gaps;
  return [
    ...new Map(gaps.map((gap) => [[gap.code, gap.who, gap.item, gap.child].join('\n'), gap])),
  ].map(([, gap]) => gap);
}

function nobodyGaps(
  need: RouteNeed,
  workers: readonly AssignedWorker[],
  vehicles: readonly Vehicle[],
): readonly Gap[] {
  const has = (role: Assignment['role']): boolean =>
    workers.some(({ assignment }) => assignment.role === role);
  return [
    ...(has('driver') ? [] : [{ ...NOTHING, code: 'no_driver' as const }]),
    ...(!need.assistant || has('assistant') ? [] : [{ ...NOTHING, code: 'no_assistant' as const }]),
    ...(vehicles.length > 0 ? [] : [{ ...NOTHING, code: 'no_vehicle' as const }]),
  ];
}

function paperGaps(who: string, papers: readonly Paper[], on: IsoDate): readonly Gap[] {
  return papers.flatMap(({ item, until }): readonly Gap[] => {
    if (until === null) return [{ ...NOTHING, code: 'not_recorded', who, item }];
    if (until >= on) return [];
    return [
      { ...NOTHING, code: 'out_of_date', who, item, until, since: addDays(until, 1), blocks: true },
    ];
  });
}

function leftGaps(who: string, left_on: IsoDate | null, on: IsoDate): readonly Gap[] {
  if (left_on === null || left_on >= on) return [];
  return [
    {
      ...NOTHING,
      code: 'left',
      who,
      until: left_on,
      since: addDays(left_on, 1),
      blocks: true,
    },
  ];
}

function workerGaps(need: RouteNeed, { worker }: AssignedWorker, on: IsoDate): readonly Gap[] {
  const who = worker.name === '' ? worker.ref : worker.name;
  const left = leftGaps(who, worker.left_on, on);
  const papers = paperGaps(who, workerPapers(worker, need.rules), on);
  return left.length === 0 ? papers : [...left, ...papers];
}

/** A holder among driver and assistants, and a cover who is somebody else. */
function competenceGaps(
  item: string,
  workers: readonly AssignedWorker[],
  on: IsoDate,
): readonly Gap[] {
  const holding = ({ competences }: AssignedWorker): boolean =>
    competences.some((each) => each.competence === item && isHeld(each, on));
  const crew = workers.filter(({ assignment }) => assignment.role !== 'cover');
  const covers = workers.filter(({ assignment }) => assignment.role === 'cover');
  const holders = crew.filter(holding);
  if (holders.length === 0) {
    const ran = lastHeld(item, crew, on);
    const noHolder: Gap = { ...NOTHING, code: 'no_holder', item, blocks: true, ...ran };
    return covers.some(holding)
      ? [noHolder]
      : [noHolder, { ...NOTHING, code: 'no_cover', item, blocks: true, ...lastHeld(item, covers, on) }]; // prettier-ignore
  }
  const isCovered = covers.some(
    (cover) => holding(cover) && holders.some((holder) => holder.worker.id !== cover.worker.id),
  );
  if (isCovered) return [];
  return [{ ...NOTHING, code: 'no_cover', item, blocks: true, ...lastHeld(item, covers, on) }];
}

/** Who held it last, and since when no longer. */
function lastHeld(
  item: string,
  workers: readonly AssignedWorker[],
  on: IsoDate,
): Pick<Gap, 'who' | 'since' | 'until'> {
  let last: Pick<Gap, 'who' | 'since' | 'until'> = { who: '', since: null, until: null };
  for (const { worker, competences } of workers) {
    for (const { competence, expires_on } of competences) {
      if (competence !== item || expires_on === null || expires_on >= on) continue;
      if (last.until === null || expires_on > last.until)
        last = { who: worker.name, until: expires_on, since: addDays(expires_on, 1) };
    }
  }
  return last;
}

function vehicleGaps(need: RouteNeed, vehicle: Vehicle, on: IsoDate): readonly Gap[] {
  const who = vehicle.mark;
  return [
    ...leftGaps(who, vehicle.left_on, on),
    ...paperGaps(who, vehiclePapers(vehicle, need.rules), on),
    ...roomGaps(need, vehicle),
    ...weightGaps(need, vehicle),
  ];
}

/** A layout that holds everyone of the fullest day; a vehicle whose layouts are not recorded is taken to hold them. */
function roomGaps({ rooms }: RouteNeed, vehicle: Vehicle): readonly Gap[] {
  const layouts = vehicle.layouts.flatMap((text) => layoutRoom(text) ?? []);
  if (layouts.length === 0)
    return [{ ...NOTHING, code: 'not_recorded', who: vehicle.mark, item: 'layouts' }];
  const holdsAll = layouts.some((layout) =>
    rooms.every(
      ({ seats, wheelchairs }) => seats <= layout.seats && wheelchairs <= layout.wheelchairs,
    ),
  );
  if (holdsAll) return [];
  const item = vehicle.layouts.join(', ');
  return [{ ...NOTHING, code: 'no_room', who: vehicle.mark, item, blocks: true }];
}

const LIMITS = [
  ['lift_limit', 'lift_limit_kg'],
  ['tie_down_limit', 'tie_down_limit_kg'],
] as const;

function weightGaps({ wheelchairs }: RouteNeed, vehicle: Vehicle): readonly Gap[] {
  const who = vehicle.mark;
  if (wheelchairs.length === 0) return [];
  return LIMITS.flatMap(([item, field]): readonly Gap[] => {
    const bears_kg = vehicle[field];
    if (bears_kg === null) return [{ ...NOTHING, code: 'not_recorded', who, item }];
    return wheelchairs.flatMap(({ child, kg }) =>
      kg === null || kg <= bears_kg
        ? []
        : [
            {
              ...NOTHING,
              code: 'too_heavy' as const,
              who,
              item,
              child,
              weighs_kg: kg,
              bears_kg,
              blocks: true,
            },
          ],
    );
  });
}

function weightsNotKnown({ wheelchairs }: RouteNeed): readonly Gap[] {
  return wheelchairs
    .filter(({ kg }) => kg === null)
    .map(({ child }) => ({ ...NOTHING, code: 'weight_not_known' as const, child }));
}
