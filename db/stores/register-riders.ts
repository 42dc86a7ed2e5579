import type { Session } from '../session.ts';

/** Says whom a change of the register bears on, so that they alone are judged again at the end of the write. */
export interface RegisterRiders {
  readonly ofContract: (contract_id: number) => void;
  /** Of every contract that the person, or the vehicle, is or was assigned to. */
  readonly ofWorker: (worker_id: number) => void;
  readonly ofVehicle: (vehicle_id: number) => void;
}

/** From so many contracts on in one write it is quicker to judge everybody. */
const MANY = 40;

/** Whoever rides with a contract: by the plan in use, and by the register of contracts. */
export function registerRiders({ sql, touched }: Session): RegisterRiders {
  const riders = sql
    .prepare(
      `SELECT client_id FROM contract_stop WHERE contract_id = ?
       UNION SELECT s.client_id FROM plan_route r JOIN plan_stop s ON s.route_id = r.id
       WHERE r.contract_id = ? AND r.plan_id = (SELECT id FROM plan WHERE status <> 'superseded')`,
    )
    .pluck();
  const byWorker = sql
    .prepare('SELECT DISTINCT contract_id FROM assignment WHERE worker_id = ?')
    .pluck();
  const byVehicle = sql
    .prepare('SELECT DISTINCT contract_id FROM assignment WHERE vehicle_id = ?')
    .pluck();
  let looked = 0;
  const ofContract = (id: number): void => {
    // Counted anew for each write: nobody is touched when one begins.
    if (touched.riders.size === 0) looked = 0;
    looked += 1;
    if (touched.transport) return;
    if (looked > MANY) {
      touched.transport = true;
      return;
    }
    for (const client_id of riders.all(id, id) as number[]) touched.riders.add(client_id);
  };
  return {
    ofContract,
    ofWorker: (id) => {
      for (const contract of byWorker.all(id) as number[]) ofContract(contract);
    },
    ofVehicle: (id) => {
      for (const contract of byVehicle.all(id) as number[]) ofContract(contract);
    },
  };
}
