/** One application as the team's work sees it: everything that queues, risks and the burn-up ask of it. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { ApplicationStatus } from '../../model/client.ts';
import type { AppealStage } from '../../model/decision.ts';

/** An appeal that waits for its result. */
export interface OpenAppeal {
  readonly stage: AppealStage;
  readonly lodged_on: IsoDate;
  readonly due_on: IsoDate;
}

export interface WorkCase {
  readonly client_id: number;
  /** The application's reference. */
  readonly ref: string;
  readonly status: ApplicationStatus;
  readonly received_on: IsoDate | null;
  /** Received after the deadline for letters. */
  readonly late: boolean;
  /** Why a person has to look first; '' where it is not held. */
  readonly held_reason: string;
  /** '' for nobody. */
  readonly assigned_to: string;
  /** Since when more information is asked; null where it is not, or the record does not say. */
  readonly asked_on: IsoDate | null;
  /** Whom it is asked of; '' where the record does not say. */
  readonly asked_of: string;
  /** When it is chased next. */
  readonly chase_on: IsoDate | null;
  /** The day of the first decision; null while there is none, or where the record does not say. */
  readonly decided_on: IsoDate | null;
  /** Who signed the last decision here; '' where the council's record only has its outcome. */
  readonly decided_by: string;
  /** When it was handed to Client Transport; null while it is not. */
  readonly handed_on: IsoDate | null;
  readonly appeal: OpenAppeal | null;
  /** When an appeal was won that no new decision answers yet. */
  readonly won_on: IsoDate | null;
  readonly tif_received_on: IsoDate | null;
  /** Answers that the TIF lacks by Kerbside's own check; empty where it is complete. */
  readonly tif_missing: readonly string[];
  /** Whether all that is missing is the council's own part. */
  readonly tif_for_office: boolean;
  readonly transport: 'in_place' | 'planned' | 'unallocated' | 'not_planned' | 'closed';
  /** Why there is no route, a code; '' otherwise. */
  readonly reason: string;
  readonly first_day: IsoDate | null;
}
