import type { Handlers } from '../handler.ts';
import { notBuilt } from '../not-built.ts';

export const costsHandlers: Handlers<
  'costs/overview' | 'costs/breakdown' | 'costs/fuel' | 'export/start'
> = {
  'costs/overview': () => notBuilt('costs/overview'),
  'costs/breakdown': () => notBuilt('costs/breakdown'),
  'costs/fuel': () => notBuilt('costs/fuel'),
  'export/start': () => notBuilt('export/start'),
};
