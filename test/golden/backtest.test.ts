import { describe, expect, it } from 'vitest';
import { backtest, KENT_PAIR } from '../../shared/pressure/backtest.ts';

describe('the one pair of Kent’s figures that can be used together', () => {
  const found = backtest({ fuel: 0.13, labour: 0.5 });
  const millions = (pounds: number) => Math.round(pounds / 10_000) / 100;

  it('splits 15 million into 5.44 for pupils and 9.56 for a dearer pupil, with nothing left over', () => {
    expect(millions(found.volume_pounds)).toBe(5.44);
    expect(millions(found.unit_pounds)).toBe(9.56);
    expect(found.volume_pounds + found.unit_pounds).toBeCloseTo(
      KENT_PAIR.to_pounds - KENT_PAIR.from_pounds,
      3,
    );
  });

  it('explains 52.4 of the 60 million by growth and prices: 13% of -15.24%, 50% of 9.68%, 37% of 5.70%', () => {
    expect(found.index).toBeCloseTo(1 - 0.13 * 0.1524 + 0.5 * 0.0968 + 0.37 * 0.057, 3);
    expect(millions(found.forecast_pounds)).toBeCloseTo(45 * 1.11 * found.index, 2);
    expect(found.forecast_pounds + found.left_pounds).toBeCloseTo(KENT_PAIR.to_pounds, 3);
  });
});
