/** Read models for the screens, and where a client stands. */
import type {
  ApplicationFacets,
  ApplicationFilter,
  ApplicationPage,
  ApplicationSort,
  TransportState,
} from '../shared/api/views/applications.ts';
import type { CasePage } from '../shared/api/views/case.ts';
import type { AlikeChild } from '../shared/api/views/family.ts';
import type { SearchHit } from '../shared/api/views/search.ts';
import type { TransportAnswer } from '../shared/api/views/service.ts';
import type { Today } from '../shared/api/views/today.ts';
import type { IsoDate } from '../shared/calendar/dates.ts';
import type { TifRequest } from '../shared/casework/tif/completion.ts';
import type { ApplicationStatus, Phase } from '../shared/model/client.ts';
import type { Stage } from '../shared/model/life.ts';
import type { NotYet } from '../shared/service/reasons.ts';
import type { Typed } from './read/family.ts';
import type { WorkReader } from './work-reader.ts';

/** Where a client stands for the year planned. One a client, kept in step by every write. */
export interface ClientState {
  readonly client_id: number;
  /** A child to be carried in the year planned. */
  readonly active: boolean;
  readonly transport: TransportState;
  /** Why unallocated: a reason of the plan, or `new_since_plan`, `no_plan`; '' otherwise. */
  readonly reason: string;
  /** Why not in place, a code of `NOT_YET`, and since when; '' where in place or not to be carried. */
  readonly why: NotYet | '';
  readonly why_since: IsoDate | null;
  /** The day that counts: the child's own first day, today after it, or the first without a contract that was handed back. */
  readonly needed_on: IsoDate | null;
  /** In place to this day, where a contract ends then. */
  readonly until_on: IsoDate | null;
  /** Route of the current plan. */
  readonly route_id: number | null;
  /** The contract that carries the client now. */
  readonly contract_id: number | null;
  readonly application_ref: string;
  readonly status: ApplicationStatus | '';
  readonly held: boolean;
  readonly late: boolean;
  readonly days_late: number;
  /** Where the request is, in one word; '' for a client without one. */
  readonly stage: Stage | '';
  readonly provisional: boolean;
  /** The council's claim. */
  readonly tif: 'complete' | 'incomplete' | 'none' | 'not_needed';
  /** Kerbside's own check. */
  readonly tif_checked: boolean;
  readonly phase: Phase | null;
  readonly first_day: IsoDate | null;
}

export interface QueryInput {
  readonly filter: ApplicationFilter;
  readonly sort: ApplicationSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Read models for the screens. `on` is the day to count from. */
export interface ReadStore {
  readonly query: (input: QueryInput, on: IsoDate) => ApplicationPage;
  /** Every client of a list, in its order; the window is not looked at. */
  readonly ids: (input: QueryInput, on: IsoDate) => readonly number[];
  readonly work: WorkReader;
  /** Who collects each child, when, and is it confirmed, on a day; null: on the day that counts for each. */
  readonly transport: {
    readonly everyone: (day: IsoDate | null, today: IsoDate) => readonly TransportAnswer[];
    readonly of: (ids: readonly number[], day: IsoDate | null, today: IsoDate) => readonly TransportAnswer[]; // prettier-ignore
  };
  readonly facets: (on: IsoDate) => ApplicationFacets;
  readonly casePage: (client_id: number, on: IsoDate) => CasePage | null;
  /** Children that what is typed may be already. */
  readonly alike: (typed: Typed, on: IsoDate) => readonly AlikeChild[];
  readonly today: (on: IsoDate) => Today;
  /** Open requests with how far their forms are. */
  readonly tifRequests: (on: IsoDate) => readonly TifRequest[];
  readonly search: (text: string, limit: number, on: IsoDate) => readonly SearchHit[];
  readonly states: (on: IsoDate) => readonly ClientState[];
  readonly state: (client_id: number, on: IsoDate) => ClientState | null;
  /**
   * A text that is dear to work out, kept in the file until anything in the store or the day changes. `compute`
   * runs only then. `unread` names tables that it does not read: changes of them alone leave it as it is.
   */
  readonly derived: (
    key: string,
    on: IsoDate,
    compute: () => string,
    unread?: readonly string[],
  ) => string;
  /** Such a text where it is kept and still stands; null: it would have to be worked out. */
  readonly kept: (key: string, on: IsoDate, unread?: readonly string[]) => string | null;
  /** A word that is another one whenever records changed or the day; unlike `revision` not when a thread keeps a text that was worked out. */
  readonly basis: (on: IsoDate) => string;
  /** A word that is another one whenever anything in the store was changed, by this connection or another. */
  readonly revision: () => string;
  /** Rows in each part of the store, by table name. */
  readonly counts: () => Readonly<Record<string, number>>;
}
