/** An open store: one aggregate a field, each from its own file in `stores/`. Everything is synchronous. */
import type { SavedView } from '../shared/api/views/applications.ts';
import type { BackupInfo } from '../shared/api/views/data.ts';
import type { PlanSummary } from '../shared/api/views/plan.ts';
import type { AcademicYear, IsoDate } from '../shared/calendar/dates.ts';
import type { Result } from '../shared/kernel/result.ts';
import type { CaseRecord, SignedDecision } from '../shared/casework/case-record.ts';
import type { Proposal } from '../shared/eligibility/decide.ts';
import type { Application, Client } from '../shared/model/client.ts';
import type { Contract, ContractStop } from '../shared/model/contract.ts';
import type {
  ColumnMapping,
  ImportKind,
  ImportReport,
  ImportReportHead,
} from '../shared/model/import.ts';
import type { Setting } from '../shared/model/money.ts';
import type { SharingStore } from './sharing-aggregate.ts';
import type { BeddingInStore } from './bedding-in-aggregate.ts';
import type { HistoryStore, UndoStore } from './history-aggregate.ts';
import type { ChangeNotices, NoticesStore } from './notices-aggregate.ts';
import type { LettersStore } from './letters-aggregate.ts';
import type { RegisterStore } from './register-aggregate.ts';
import type { LotsStore } from './lots-aggregate.ts';
import type { ProviderNamesStore } from './provider-names-aggregate.ts';
import type { ReadStore } from './read-aggregate.ts';
import type { LifeStore } from './stores/life-store.ts';
import type { LastWrite } from './last-write.ts';
import type { ParticularsStore } from './stores/particulars-store.ts';
import type { YearStore } from './year-aggregate.ts';
import type {
  Appeal,
  AppealEnd,
  AppealGiven,
  Award,
  DecisionGiven,
} from '../shared/model/decision.ts';
import type { Plan } from '../shared/model/plan.ts';
import type { ServiceStore } from './service-aggregate.ts';
import type { PapersStore } from './papers-aggregate.ts';
import type { MoneyStore } from './money-aggregate.ts';
import type { ClaimsStore } from './claims-aggregate.ts';
import type { ClausesStore } from './clauses-aggregate.ts';
import type { PricesStore } from './prices-aggregate.ts';
import type { ScenariosStore } from './scenarios-aggregate.ts';
import type { PlacementsStore } from './placements-aggregate.ts';
import type { RideRecordsStore, SheetsStore } from './sheets-aggregate.ts';
import type { EvidenceStore, SectionIStore, WalkingRoutesStore } from './evidence-store.ts';
import type { CohortMember, District, Postcode, School, TermSpan } from '../shared/model/school.ts';
import type { TifStore } from './tif-aggregate.ts';
import type { TrialsStore } from './trials-aggregate.ts';

/** Who changes the store and why, as the history will say it: `by import of summer.csv`. */
export interface Change {
  readonly who: string;
  /** Follows `by` in a sentence: `import of summer.csv`, `a planner`, `planning`. */
  readonly why: string;
  /** ISO date and time of the change; the machine's clock where not given. */
  readonly at?: string;
  /** The change that this one undoes; only for `store.undo`. */
  readonly undoes?: number;
  /** What the write means for those who must be told of it. */
  readonly notices?: ChangeNotices;
}

export type Outcome = 'added' | 'changed' | 'unchanged';

/** added + changed + unchanged = rows given. */
export interface UpsertCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** `outcomes` and `ids` are parallel to the rows given. */
export interface UpsertResult<Id> extends UpsertCounts {
  readonly outcomes: readonly Outcome[];
  readonly ids: readonly Id[];
}

/**
 * A record by its key with only the fields that are known: a field left out keeps its value, or takes
 * the blank one (null, '', false, []) on a new record.
 */
export type Patch<T, Key extends keyof T> = Readonly<Pick<T, Key> & Partial<Omit<T, Key>>>;

export type ClientPatch = Patch<Omit<Client, 'id'>, 'ref'>;
export type ApplicationPatch = Patch<Application, 'ref' | 'client_id'>;
export type SchoolPatch = Patch<School, 'urn'>;
export type ContractPatch = Patch<Omit<Contract, 'id'>, 'ref'>;

/** Facts about the store itself. */
export interface Meta {
  readonly county: string;
  /** The invented county: everything is marked "Invented data". */
  readonly demo: boolean;
  /** The invented county's own day; null: the machine's date counts. */
  readonly own_day: IsoDate | null;
  readonly made_at: string;
}

/** What lies in a file of its own beside the store. */
export type BesideKind = 'roads' | 'map';

export interface MetaStore {
  readonly get: () => Meta;
  /** What a file beside the store was made from, as it was last taken in; '' where none is in use. */
  readonly beside: (kind: BesideKind) => string;
  readonly rememberBeside: (kind: BesideKind, made_from: string) => void;
}

export interface SettingsStore {
  /** All settings by key, then by date: later ones replace earlier ones from their date on. */
  readonly all: () => readonly Setting[];
  readonly upsertMany: (settings: readonly Setting[]) => UpsertCounts;
  /** Keeps one whose value is a list or several texts, on which no child's state rests; the history tells of its parts in place of the whole. */
  readonly put: (setting: Setting, told: readonly SettingPart[]) => void;
}

/** A part of a setting's value that changed, in words; '' for what is not there. */
export interface SettingPart {
  /** As the history names the field. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface ClientsStore {
  readonly count: () => number;
  readonly all: () => readonly Client[];
  readonly get: (id: number) => Client | null;
  readonly byRef: (ref: string) => Client | null;
  /** Reference -> id of every client. */
  readonly ids: () => ReadonlyMap<string, number>;
  /** Keyed by `ref`; ids are parallel to the rows. Changed fields go to the history. */
  readonly upsertMany: (rows: readonly ClientPatch[]) => UpsertResult<number>;
  /** Changes fields of one client; each goes to the history. */
  readonly update: (id: number, patch: Partial<Omit<Client, 'id' | 'ref'>>) => Client;
}

export interface ApplicationsStore {
  readonly count: () => number;
  readonly all: () => readonly Application[];
  readonly get: (ref: string) => Application | null;
  /** The latest application of a client, null for none. */
  readonly ofClient: (client_id: number) => Application | null;
  readonly upsertMany: (rows: readonly ApplicationPatch[]) => UpsertResult<string>;
  readonly update: (
    ref: string,
    patch: Partial<Omit<Application, 'ref' | 'client_id'>>,
  ) => Application;
}

/** What a signed decision is made of. */
export interface Signing {
  readonly application: Application;
  readonly decided_on: IsoDate;
  readonly given: DecisionGiven;
  readonly departs: boolean;
  /** The proposal of the day, kept as it stands. */
  readonly facts: Proposal;
}

export interface DecisionsStore {
  /** States, decisions and appeals of one application, oldest first. */
  readonly record: (application: Application) => CaseRecord;
  /** Keeps a decision beside those before it; the application's state follows. The rules are the caller's. */
  readonly sign: (signing: Signing) => SignedDecision;
  /** What the decision in force of each application awards, by its reference; those that award nothing are not in it. */
  readonly awards: () => ReadonlyMap<string, Award>;
  readonly lodge: (decision_id: number, given: AppealGiven) => void;
  /** Gives an appeal its result, once. */
  readonly end: (appeal: Appeal, given: AppealEnd) => void;
}

export interface SchoolsStore {
  readonly count: () => number;
  readonly all: () => readonly School[];
  readonly get: (urn: number) => School | null;
  readonly upsertMany: (rows: readonly SchoolPatch[]) => UpsertResult<number>;
  /** Open schools first, by name, town or URN; forgives case and accents. */
  readonly search: (text: string, limit: number) => readonly School[];
}

export interface PostcodesStore {
  readonly count: () => number;
  /** Upper case with one space. */
  readonly get: (postcode: string) => Postcode | null;
  /** Those of the list that are known. */
  readonly lookup: (postcodes: Iterable<string>) => ReadonlyMap<string, Postcode>;
  /** May be called many times in one write: 1.8 million rows in batches. */
  readonly upsertMany: (rows: readonly Postcode[]) => UpsertCounts;
}

export interface DistrictsStore {
  readonly all: () => readonly District[];
  readonly get: (code: string) => District | null;
  readonly upsertMany: (rows: readonly District[]) => UpsertResult<string>;
}

export interface TermsStore {
  readonly all: () => readonly TermSpan[];
  /** Keyed by urn, kind, from_on and label. */
  readonly upsertMany: (rows: readonly TermSpan[]) => UpsertResult<string>;
  /** Takes out every span of these schools; returns how many. */
  readonly removeOf: (urns: readonly number[]) => number;
}

export interface CohortStore {
  readonly count: () => number;
  readonly all: () => readonly CohortMember[];
  readonly upsertMany: (rows: readonly CohortMember[]) => UpsertResult<string>;
}

export interface ContractsStore {
  readonly count: () => number;
  readonly all: () => readonly Contract[];
  readonly get: (id: number) => Contract | null;
  readonly byRef: (ref: string) => Contract | null;
  readonly providers: () => readonly string[];
  readonly upsertMany: (rows: readonly ContractPatch[]) => UpsertResult<number>;
  /** All stops, by contract and order: also those released and those who left. */
  readonly stops: () => readonly ContractStop[];
  readonly stopsOf: (contract_id: number) => readonly ContractStop[];
  /** The stop that carries a client now (not left; released counts), null for none. */
  readonly stopOfClient: (client_id: number) => ContractStop | null;
  /** Keyed by contract and client. An unmentioned `released` is kept as it is in the store. */
  readonly upsertStops: (
    rows: readonly (Omit<ContractStop, 'released'> & { readonly released?: boolean })[],
  ) => UpsertResult<string>;
  /** Takes a client off their running contract so that the next plan may place them, or puts them back. False: not on one. */
  readonly release: (client_id: number, released: boolean) => boolean;
}

export interface PlansStore {
  /** The plan in use, null where none was made. Kept in memory until it changes. */
  readonly current: () => Plan | null;
  /** Saves a plan as the one in use; the one before is superseded. Returns it with the ids given. */
  readonly save: (plan: Omit<Plan, 'id' | 'status'>) => Plan;
  /** Marks the current plan approved by a named person. The rules are the caller's. */
  readonly approve: (id: number, by: string) => Plan;
  /** What changed in the store since the current plan was made, as sentences; empty when nothing did. */
  readonly stale: () => readonly string[];
  readonly summary: () => PlanSummary | null;
}

export interface ImportsStore {
  readonly save: (report: Omit<ImportReport, 'id'>) => ImportReport;
  readonly get: (id: number) => ImportReport | null;
  /** Newest first. */
  readonly list: (limit: number) => readonly ImportReportHead[];
  /** The last report of a kind. */
  readonly last: (kind: ImportKind) => ImportReportHead | null;
  /** The mapping remembered for these headings (a signature that intake makes of them). */
  readonly mapping: (kind: ImportKind, signature: string) => ColumnMapping | null;
  readonly rememberMapping: (kind: ImportKind, signature: string, mapping: ColumnMapping) => void;
}

export interface ViewsStore {
  readonly list: () => readonly SavedView[];
  /** A view with the same name is replaced. */
  readonly save: (view: Omit<SavedView, 'id'>) => SavedView;
  readonly delete: (id: number) => boolean;
}

export interface Store {
  readonly path: string;
  readonly encrypted: boolean;
  readonly meta: MetaStore;
  readonly settings: SettingsStore;
  readonly clients: ClientsStore;
  readonly applications: ApplicationsStore;
  readonly decisions: DecisionsStore;
  readonly life: LifeStore;
  readonly evidence: EvidenceStore;
  readonly sectionI: SectionIStore;
  readonly walkingRoutes: WalkingRoutesStore;
  readonly particulars: ParticularsStore;
  readonly schools: SchoolsStore;
  readonly postcodes: PostcodesStore;
  readonly districts: DistrictsStore;
  readonly terms: TermsStore;
  readonly cohort: CohortStore;
  readonly contracts: ContractsStore;
  readonly prices: PricesStore;
  readonly clauses: ClausesStore;
  readonly plans: PlansStore;
  readonly trials: TrialsStore;
  readonly sheets: SheetsStore;
  readonly papers: PapersStore;
  readonly rideRecords: RideRecordsStore;
  readonly beddingIn: BeddingInStore;
  readonly sharing: SharingStore;
  readonly service: ServiceStore;
  readonly register: RegisterStore;
  readonly notices: NoticesStore;
  /** What happens while contracts run. */
  readonly inYear: YearStore;
  readonly lots: LotsStore;
  readonly providerNames: ProviderNamesStore;
  readonly imports: ImportsStore;
  readonly history: HistoryStore;
  readonly undo: UndoStore;
  readonly letters: LettersStore;
  readonly tif: TifStore;
  readonly views: ViewsStore;
  readonly scenarios: ScenariosStore;
  readonly money: MoneyStore;
  readonly placements: PlacementsStore;
  readonly claims: ClaimsStore;
  readonly read: ReadStore;
  /**
   * Runs `work` in one transaction; it is rolled back whole if `work` throws. Every change of the store
   * goes through here. A write within a write joins it. `work` is synchronous.
   */
  readonly write: <T>(change: Change, work: () => T) => T;
  /** Whether nothing was written since the store was made: there is nothing to back up. */
  readonly isUntouched: () => boolean;
  /** The academic year that states are reckoned for on a day. */
  readonly year: (on: IsoDate) => AcademicYear;
  /** Problems of the file itself (integrity, references), each a sentence. */
  readonly integrity: () => readonly string[];
  /**
   * States that differ from what they would be if worked out anew, each a sentence; none is right. Nothing is
   * written.
   */
  readonly drift: (on: IsoDate) => readonly string[];
  /** Writes a verified copy (same key) to a path that must not exist. */
  readonly copyTo: (path: string) => Result<{ readonly bytes: number }>;
  /** The newest change, null where nothing was written; and whether a change seen before is still in this file. */
  readonly lastWrite: () => LastWrite | null;
  readonly holdsWrite: (write: LastWrite) => boolean;
  /** Back-ups beside the store, newest first. */
  readonly backups: () => readonly BackupInfo[];
  readonly close: () => void;
}
