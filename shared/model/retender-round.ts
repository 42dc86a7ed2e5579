/** A retender round: schools and contracts that are let anew together, from a day on. */
import type { IsoDate } from '../calendar/dates.ts';

/** A school of a round, and the day its children change where the round is spread over weeks. */
export interface RoundSchool {
  readonly urn: number;
  /** Null: on the round's own day. */
  readonly moves_on: IsoDate | null;
}

/** A round as an officer sets it up. */
export interface RoundGiven {
  readonly name: string;
  readonly note: string;
  /** The first day of the new contracts. */
  readonly starts_on: IsoDate;
  readonly schools: readonly RoundSchool[];
  /** Contracts besides those of the schools. */
  readonly contract_ids: readonly number[];
  /** The trial that holds the round's new routes: a school let anew as a what-if; null for none yet. */
  readonly plan_id: number | null;
  readonly made_on: IsoDate;
  readonly made_by: string;
}

/** One officer's signature on the gate, with the lines as they stood. */
export interface RoundSignature {
  readonly seat: 1 | 2;
  readonly officer: string;
  readonly signed_on: IsoDate;
  /** Each line of the gate as it was signed: its key, how many, of how many. */
  readonly stood: readonly { readonly key: string; readonly count: number; readonly of: number }[];
  /** Why the gate is passed with a line that is not met; the second signer's alone. */
  readonly override_reason: string;
}

/** A round on record. */
export interface RetenderRound extends RoundGiven {
  readonly id: number;
  /** By seat. */
  readonly signatures: readonly RoundSignature[];
  readonly closed_on: IsoDate | null;
}
