/** Periods as they were signed off, and how lines without contracts are forecast. */
import type { LineForecast, PeriodClosing, SignedOff } from '../shared/model/period-closing.ts';
import type { Outcome } from './store.ts';

export type ClosingGiven = Omit<SignedOff, 'id' | 'last_ledger_id' | 'reopened' | 'forecast_pence'>;

export interface ClosingsStore {
  /** By year and period, opened ones too. */
  readonly closings: () => readonly PeriodClosing[];
  /** The closing that stands, with its lines; null where the period is open. */
  readonly closingOf: (year: number, period: number) => SignedOff | null;
  /** Keeps the position of every line. The period must not be closed already. */
  readonly closePeriod: (given: ClosingGiven) => PeriodClosing;
  readonly reopenPeriod: (
    id: number,
    signed: {
      readonly on: PeriodClosing['closed_on'];
      readonly by: string;
      readonly reason: string;
    },
  ) => Outcome;

  /** By year, line and day: the last one of a line counts. */
  readonly lineForecasts: () => readonly LineForecast[];
  readonly chooseForecast: (given: Omit<LineForecast, 'id'>) => LineForecast;
}
