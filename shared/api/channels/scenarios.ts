/** Channels of the years to come. The screen draws them itself from the groups. */
import { z } from 'zod';
import type { NextYear } from '../../pressure/forecast/next-year.ts';
import { channel } from '../channel.ts';
import type { ForecastBase, SavedScenario } from '../views/scenarios.ts';
import { idInput } from './inputs.ts';

const nothing = z.object({}).strict();

export const scenariosChannels = {
  'costs/forecast-base': channel<ForecastBase>()(nothing),
  /** The central scenario's first year; null without a plan that carries anybody. */
  'costs/next-year': channel<NextYear | null>()(nothing),
  'scenarios/list': channel<readonly SavedScenario[]>()(nothing),
  /** A scenario of the same name is replaced. Every field that is wrong is named at once. */
  'scenarios/save': channel<SavedScenario>()(
    z.object({ scenario: z.record(z.string(), z.unknown()) }).strict(),
  ),
  'scenarios/delete': channel<{ readonly deleted: boolean }>()(z.object({ id: idInput }).strict()),
};
