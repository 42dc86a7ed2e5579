import type { Handlers } from '../handler.ts';
import { notBuilt } from '../not-built.ts';

export const planHandlers: Handlers<
  | 'plan/current'
  | 'plan/start'
  | 'plan/approve'
  | 'routes/query'
  | 'routes/detail'
  | 'routes/lines'
  | 'routes/release'
> = {
  'plan/current': () => notBuilt('plan/current'),
  'plan/start': () => notBuilt('plan/start'),
  'plan/approve': () => notBuilt('plan/approve'),
  'routes/query': () => notBuilt('routes/query'),
  'routes/detail': () => notBuilt('routes/detail'),
  'routes/lines': () => notBuilt('routes/lines'),
  'routes/release': () => notBuilt('routes/release'),
};
