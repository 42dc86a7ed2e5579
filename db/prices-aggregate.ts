import type { CpiMonth, FuelPrice, WageFloor } from '../shared/model/money.ts';
import type { PriceIndex } from '../shared/model/index-clause.ts';
import type { CpiChoice, PriceCorrection, PriceFile, RebasedMonth, SeriesSource } from '../shared/model/price-series.ts'; // prettier-ignore
import type { UpsertResult } from './store.ts';

/** Published prices, each as it counts: a correction goes before what was published. */
export interface PricesStore {
  readonly fuel: () => readonly FuelPrice[];
  readonly upsertFuel: (rows: readonly FuelPrice[]) => UpsertResult<string>;
  /** The index in use: as published, chained or replaced as a person chose. By month. */
  readonly cpi: () => readonly CpiMonth[];
  readonly upsertCpi: (rows: readonly CpiMonth[]) => UpsertResult<string>;
  readonly wages: () => readonly WageFloor[];
  readonly upsertWages: (rows: readonly WageFloor[]) => UpsertResult<string>;
  /** As published, without corrections and choices. */
  readonly published: () => {
    readonly fuel: readonly FuelPrice[];
    readonly cpi: readonly CpiMonth[];
    readonly wages: readonly WageFloor[];
  };
  /** Months of the index on other base years, by base year and month. */
  readonly rebased: () => readonly RebasedMonth[];
  readonly upsertRebased: (base_year: number, rows: readonly CpiMonth[]) => UpsertResult<string>;
  readonly choice: () => CpiChoice | null;
  /** null: back to the index as published first. */
  readonly choose: (choice: CpiChoice | null) => void;
  readonly sources: () => readonly SeriesSource[];
  readonly source: (series: PriceFile) => SeriesSource | null;
  readonly noteSource: (source: SeriesSource) => void;
  readonly corrections: () => readonly PriceCorrection[];
  readonly correct: (correction: PriceCorrection) => void;
  /** The published value counts again. False where there was no correction. */
  readonly uncorrect: (series: PriceIndex, at: string) => boolean;
}
