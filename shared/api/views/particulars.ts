/** A child's addresses, settings, care and moves, with what they mean. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { Particulars } from '../../model/particulars.ts';

export interface ParticularsPage extends Particulars {
  readonly client_id: number;
  readonly on: IsoDate;
  /** Days of travel in the record. */
  readonly days: readonly string[];
  /** By id of an address: straight line to the school in the record, metres; null where either is not known. */
  readonly distances: Readonly<Record<number, number | null>>;
  /** What does not fit together or is missing. */
  readonly warnings: readonly string[];
  /** What the planner does not use yet. */
  readonly planner: readonly string[];
}
