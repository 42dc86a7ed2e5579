/** Who may be taken for one another, who belongs together, and what was asked for before. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { ApplicationStatus } from '../../model/client.ts';
import type { DecisionOutcome } from '../../model/decision.ts';

/** Another child, with what tells them apart. */
export interface OtherChild {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  readonly date_of_birth: IsoDate | null;
  readonly school: string;
}

export interface Sibling extends OtherChild {
  /** Born on the same day. */
  readonly twin: boolean;
}

/** A child that what is typed may be: why, in words. */
export interface AlikeChild extends OtherChild {
  readonly why: string;
}

/** One application of a child, the latest first. */
export interface OwnApplication {
  readonly ref: string;
  readonly type: string;
  readonly received_on: IsoDate | null;
  readonly status: ApplicationStatus;
  readonly decisions: readonly { readonly on: IsoDate; readonly outcome: DecisionOutcome }[];
}
