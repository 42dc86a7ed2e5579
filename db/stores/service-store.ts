import type { IsoDate } from '../../shared/calendar/dates.ts';
import { dayWords } from '../../shared/calendar/day-mask.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import type { ConfirmedSeat, ServiceStep, ServiceStepGiven } from '../../shared/model/service.ts';
import { standingOn, STATE_WORDS } from '../../shared/service/states.ts';
import type { ServiceStore } from '../service-aggregate.ts';
import type { Session } from '../session.ts';
import type { ContractMark } from './contract-mark.ts';

const STEP = 'id, route_ref, contract_id, state, "on", by, why, said_by, how, recorded';
const SEAT = 'contract_id, client_id, place, mornings, afternoons';

type StepPart = Pick<ServiceStore, 'step' | 'stepsOf' | 'stepsOfContract' | 'steps'>;

function stepPart(session: Session, mark: ContractMark): StepPart {
  const { sql, touched } = session;
  const of = sql.prepare(`SELECT ${STEP} FROM service_step WHERE route_ref = ? ORDER BY "on", id`);
  const ofContract = sql.prepare(
    `SELECT ${STEP} FROM service_step WHERE contract_id = ? ORDER BY "on", id`,
  );
  const all = sql.prepare(`SELECT ${STEP} FROM service_step ORDER BY route_ref, "on", id`);
  const clock = sql.prepare('SELECT clock FROM change WHERE id = ?').pluck();
  const twin = sql
    .prepare(
      `SELECT id FROM service_step WHERE recorded = ? AND route_ref = ? AND contract_id IS ? AND state = ?`,
    )
    .pluck();
  const say = sql.prepare(
    'UPDATE service_step SET "on" = ?, by = ?, why = ?, said_by = ?, how = ? WHERE id = ?',
  );
  const add = sql.prepare(
    `INSERT INTO service_step (route_ref, contract_id, state, "on", by, why, said_by, how, recorded)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const log = (step: ServiceStep): void => {
    const said = step.said_by === '' ? '' : `, said by ${step.said_by}`;
    session.log({
      entity: 'service',
      ref: step.route_ref,
      client_id: null,
      field: 'state',
      before: '',
      after: `${STATE_WORDS[step.state].toLowerCase()} from ${formatDate(step.on)}${said}${step.why === '' ? '' : `: ${step.why}`}`,
    });
  };
  return {
    step: (given: ServiceStepGiven): ServiceStep => {
      session.mustWrite();
      const { route_ref, contract_id, state, on, by, why, said_by = '', how = '' } = given;
      const recorded = String(clock.get(session.changeId()));
      if (contract_id !== null && (state === 'confirmed' || state === 'awarded'))
        mark.set(contract_id, state === 'confirmed');
      // A contract that comes with this change has its step from the register: the one given says more.
      const known = twin.get(recorded, route_ref, contract_id, state);
      if (typeof known === 'number') say.run(on, by, why, said_by, how, known);
      const id =
        typeof known === 'number'
          ? known
          : Number(
              add.run(route_ref, contract_id, state, on, by, why, said_by, how, recorded)
                .lastInsertRowid,
            );
      const made: ServiceStep = { id, route_ref, contract_id, state, on, by, why, said_by, how, recorded }; // prettier-ignore
      touched.transport = true;
      log(made);
      return made;
    },
    stepsOf: (route_ref) => of.all(route_ref) as ServiceStep[],
    stepsOfContract: (contract_id) => ofContract.all(contract_id) as ServiceStep[],
    steps: () => all.all() as ServiceStep[],
  };
}

type RoutePart = Pick<ServiceStore, 'draftRoutes' | 'routesOn'>;

function routePart(session: Session): RoutePart {
  const { sql, touched } = session;
  const draft = sql.prepare(
    `INSERT INTO service_step (route_ref, contract_id, state, "on", by, why, recorded)
     SELECT r.ref, NULL, 'drafted', ?, ?, ?, (SELECT clock FROM change WHERE id = ?)
     FROM plan_route r JOIN plan p ON p.id = r.plan_id
     WHERE p.status <> 'superseded' AND r.contract_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM service_step s WHERE s.route_ref = r.ref) ORDER BY r.id`,
  );
  const standing = sql.prepare(
    `SELECT r.id AS route_id, r.ref AS route_ref, r.contract_id, k.confirmed, k.starts_on, k.ends_on,
       s.id, s.contract_id AS of_contract, s.state, s."on", s.by, s.why, s.said_by, s.how, s.recorded
     FROM plan_route r JOIN plan p ON p.id = r.plan_id
     LEFT JOIN contract k ON k.id = r.contract_id
     LEFT JOIN service_step s ON s.route_ref = r.ref OR s.contract_id = r.contract_id
     WHERE p.status <> 'superseded' ORDER BY r.id, s."on", s.id`,
  );
  return {
    draftRoutes: (by, on, why) => {
      session.mustWrite();
      const { changes } = draft.run(on, by, why, session.changeId());
      if (changes === 0) return 0;
      touched.transport = true;
      const after = `${formatQuantity(changes, 'route')} drafted: ${why}`;
      session.log({ entity: 'service', ref: '', client_id: null, field: '', before: '', after });
      return changes;
    },
    routesOn: (on) => standingRoutes(standing.all() as StandingRow[], on),
  };
}

interface StandingRow extends Omit<ServiceStep, 'id' | 'on'> {
  readonly route_id: number;
  readonly confirmed: number | null;
  readonly starts_on: IsoDate | null;
  readonly ends_on: IsoDate | null;
  readonly id: number | null;
  readonly of_contract: number | null;
  readonly on: IsoDate;
}

/** Rows of one route stand together: one a step, or one without a step. */
function standingRoutes(
  rows: readonly StandingRow[],
  on: IsoDate,
): ReturnType<ServiceStore['routesOn']> {
  return [...Map.groupBy(rows, ({ route_id }) => route_id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { route_id, route_ref, contract_id, starts_on, ends_on } = first;
    const steps = own.flatMap(({ id, of_contract, state, on: day, by, why, said_by, how, recorded }): readonly ServiceStep[] => // prettier-ignore
      id === null ? [] : [{ id, route_ref, contract_id: of_contract, state, on: day, by, why, said_by, how, recorded }]); // prettier-ignore
    const contract =
      contract_id === null || starts_on === null || ends_on === null
        ? null
        : { id: contract_id, confirmed: first.confirmed === 1, starts_on, ends_on };
    return [{ route_id, route_ref, contract_id, ...standingOn(steps, contract, on) }];
  });
}

type SeatPart = Pick<ServiceStore, 'seats' | 'seatsOf' | 'confirmSeats'>;

function seatPart(session: Session): SeatPart {
  const { sql, touched } = session;
  const all = sql.prepare(
    `SELECT ${SEAT} FROM confirmed_seat ORDER BY contract_id, client_id, place`,
  );
  const of = sql.prepare(
    `SELECT ${SEAT} FROM confirmed_seat WHERE contract_id = ? ORDER BY client_id, place`,
  );
  const drop = sql.prepare(
    'DELETE FROM confirmed_seat WHERE contract_id = ? AND client_id = ? AND place = ?',
  );
  const put = sql.prepare(
    `INSERT INTO confirmed_seat (${SEAT}) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (contract_id, client_id, place) DO UPDATE SET mornings = excluded.mornings, afternoons = excluded.afternoons`,
  );
  const contractRef = sql.prepare('SELECT ref FROM contract WHERE id = ?').pluck();
  const words = (seat: Pick<ConfirmedSeat, 'mornings' | 'afternoons'> | undefined): string =>
    seat === undefined
      ? ''
      : seat.mornings === seat.afternoons
        ? dayWords(seat.mornings)
        : `mornings ${dayWords(seat.mornings)}; afternoons ${dayWords(seat.afternoons)}`;
  const key = (seat: Pick<ConfirmedSeat, 'client_id' | 'place'>): string =>
    `${seat.client_id} ${seat.place}`;
  return {
    seats: () => all.all() as ConfirmedSeat[],
    seatsOf: (contract_id) => of.all(contract_id) as ConfirmedSeat[],
    confirmSeats: (contract_id, seats) => {
      session.mustWrite();
      const ref = String(contractRef.get(contract_id));
      const was = new Map((of.all(contract_id) as ConfirmedSeat[]).map((each) => [key(each), each])); // prettier-ignore
      const log = (client_id: number, before: string, after: string): void => {
        touched.clients.add(client_id);
        session.log({ entity: 'seat', ref, client_id, field: 'confirmed_days', before, after });
      };
      for (const seat of seats) {
        const before = was.get(key(seat));
        was.delete(key(seat));
        const { client_id, place, mornings, afternoons } = seat;
        if (before?.mornings === mornings && before.afternoons === afternoons) continue;
        put.run(contract_id, client_id, place, mornings, afternoons);
        log(client_id, words(before), words(seat));
      }
      for (const gone of was.values()) {
        drop.run(contract_id, gone.client_id, gone.place);
        log(gone.client_id, words(gone), '');
      }
      touched.transport = true;
    },
  };
}

/** Steps of routes and what providers confirmed. */
export function serviceStore(session: Session, mark: ContractMark): ServiceStore {
  return { ...stepPart(session, mark), ...routePart(session), ...seatPart(session) };
}
