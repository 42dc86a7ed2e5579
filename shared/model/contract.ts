import type { IsoDate } from '../calendar/dates.ts';

/** A contract of the council's register: one running route, priced a day for both legs. */
export interface Contract {
  readonly id: number;
  /** The council's contract number, unique. */
  readonly ref: string;
  readonly route_ref: string;
  readonly provider: string;
  /** Vehicle type as the register words it. */
  readonly vehicle_given: string;
  /** Class of the rate card it was matched to. */
  readonly vehicle_class: string;
  readonly seats: number;
  readonly wheelchairs: number;
  readonly price_day_pence: number;
  readonly assistant: boolean;
  readonly assistant_day_pence: number;
  /** How many assistants its price holds; null or absent: not counted, one where there is an assistant at all. */
  readonly assistants?: number | null;
  readonly days_a_year: number;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  readonly school_urn: number | null;
  readonly school_given: string;
  /** Seconds after midnight. */
  readonly arrives_s: number | null;
  readonly departs_s: number | null;
  readonly fuel_share_percent: number | null;
  readonly last_indexed_on: IsoDate | null;
  /** Price a day (vehicle and assistant) in the previous academic year, pence; null where not known. */
  readonly previous_day_pence: number | null;
  /** Confirmed by the provider for the year planned. */
  readonly confirmed: boolean;
}

/** How many assistants a contract supplies at its price. Only more than these are a variation. */
export function suppliedAssistants(
  contract: Pick<Contract, 'assistant' | 'assistants'> | null | undefined,
): number {
  if (contract?.assistant !== true) return 0;
  return Math.max(1, contract.assistants ?? 1);
}

/** A client on a contract, in pick-up order. `released`: taken off by a person, free to be planned anew. */
export interface ContractStop {
  readonly contract_id: number;
  readonly client_id: number;
  /** 1 for the first picked up. */
  readonly stop_order: number;
  /** Seconds after midnight, null where not given. */
  readonly pick_up_s: number | null;
  readonly released: boolean;
  /** Carried last year and no longer: the day they left; null while carried. */
  readonly left_on: IsoDate | null;
}
