/** One client's Transport Information Form, and how far the county's forms are. */
import type { AcademicYear, IsoDate } from '../../calendar/dates.ts';
import type { TifCurveDay } from '../../casework/tif/completion.ts';
import type { Phase } from '../../model/client.ts';
import type {
  TifAnswers,
  TifConfirmation,
  TifDraft,
  TifSigned,
  TifVersion,
} from '../../model/tif.ts';
import type { ApplicationFilter } from './applications.ts';

/** The form's screen. */
export interface TifPage {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  readonly carer_name: string;
  readonly carer_relationship: string;
  /** The day to count from, and the year planned on it. */
  readonly on: IsoDate;
  readonly year: AcademicYear;
  /** The latest request; null for a child who is carried and asked for nothing. */
  readonly application: {
    readonly ref: string;
    readonly type: string;
    readonly tif_received_on: IsoDate | null;
    readonly tif_claimed_complete: boolean;
    readonly questions: readonly string[];
  } | null;
  /** Oldest first. */
  readonly versions: readonly TifVersion[];
  readonly draft: TifDraft | null;
  readonly confirmations: readonly TifConfirmation[];
  /** What is being written; where nothing is, the last version, or what the record says. */
  readonly answers: TifAnswers;
  /** What the record says now. */
  readonly record: TifAnswers;
  /** Answers that say where a protected child lives, and whether each is there: they are left out of all the rest, and not typed here. */
  readonly hidden: Readonly<Record<string, boolean>>;
  readonly signed: TifSigned;
  /** Whether the last signed form stands for the year planned. */
  readonly stands: boolean;
}

/** A number of requests with the list behind it. */
export interface TifCount {
  readonly count: number;
  readonly filter: ApplicationFilter;
}

/** The completion of one cohort, school or district. */
export interface TifCompletionRow {
  readonly key: string;
  readonly label: string;
  /** Open requests whose form is asked for. */
  readonly asked: TifCount;
  readonly complete: TifCount;
  readonly incomplete: TifCount;
  /** Complete of asked, 0 to 1. */
  readonly share: number;
  readonly reaches_target: boolean;
  readonly reaches_commissioning: boolean;
  /** Forms still needed to reach the commissioning line; 0 where it is reached. */
  readonly short: number;
}

/** A line that completion is held against, 0 to 1, with its source. */
export interface TifLine {
  readonly share: number;
  readonly label: string;
  readonly source: string;
  readonly from_on: IsoDate;
}

/** Completion of the open requests' forms by Kerbside's check. */
export interface TifCompletion {
  readonly on: IsoDate;
  readonly year: AcademicYear;
  readonly target: TifLine;
  readonly commissioning: TifLine;
  readonly all: TifCompletionRow;
  /** What the council's own record claims of the same requests. */
  readonly claimed: TifCount;
  /** By kind of application. */
  readonly by_type: readonly TifCompletionRow[];
  readonly by_phase: readonly (TifCompletionRow & { readonly phase: Phase | null })[];
  /** Schools that hold commissioning back first: the most forms short of the line. */
  readonly by_school: readonly TifCompletionRow[];
  readonly by_district: readonly TifCompletionRow[];
  readonly curve: readonly TifCurveDay[];
}
