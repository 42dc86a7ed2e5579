/** The register of providers as the screens show it. Money in pence. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { Contract } from '../../model/contract.ts';
import type {
  Provider,
  ProviderFleet,
  Vehicle,
  Worker,
  WorkerCompetence,
} from '../../model/register.ts';
import type { ProviderRow } from '../../service/register/provider-rows.ts';
import type { RunningOut } from '../../service/register/running-out.ts';

/** Every provider, and how far ahead the page looks. */
export interface ProvidersPage {
  readonly on: IsoDate;
  readonly ahead_days: number;
  readonly rows: readonly ProviderRow[];
}

/** One provider whole. */
export interface ProviderPage {
  readonly on: IsoDate;
  readonly ahead_days: number;
  readonly row: ProviderRow;
  /** Null where only contracts, people or vehicles name it. */
  readonly provider: Provider | null;
  readonly fleet: readonly (ProviderFleet & {
    readonly class_name: string;
    /** Names of the districts, in order. */
    readonly district_names: readonly string[];
  })[];
  /** Those that run or are to start, by route. */
  readonly contracts: readonly (Contract & { readonly clients: number })[];
  readonly workers: readonly (Worker & { readonly competences: readonly WorkerCompetence[] })[];
  readonly vehicles: readonly Vehicle[];
  readonly running_out: readonly RunningOut[];
  readonly district_names: readonly string[];
}
