/** What the frame shows: the app and its open store. */
import type { AcademicYear, IsoDate } from '../../calendar/dates.ts';

export interface AppInfo {
  readonly version: string;
  /** null while no store is open. */
  readonly store: StoreInfo | null;
  /** Stores seen before, newest first. */
  readonly recent: readonly {
    readonly path: string;
    readonly name: string;
    readonly encrypted: boolean;
  }[];
  readonly shell: 'electron' | 'browser';
  /** Who works at this machine: the name that signs what is done here. '' where nobody gave one. */
  readonly officer: string;
}

export interface StoreInfo {
  readonly path: string;
  readonly name: string;
  readonly demo: boolean;
  readonly encrypted: boolean;
  readonly county: string;
  /** The day the screens count from: the invented county's own day, else today. */
  readonly today: IsoDate;
  readonly year: AcademicYear;
  /** Deadline for letters, 1 August unless set otherwise. */
  readonly deadline_on: IsoDate;
  readonly last_backup: IsoDate | null;
  /**
   * The moment of the last change that was seen at this path before and is not in the file that lies there now, ISO; null as it should be. An older
   * copy was put over a newer one.
   */
  readonly missing_since: string | null;
}
