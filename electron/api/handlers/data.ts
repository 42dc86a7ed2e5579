import type { Handlers } from '../handler.ts';
import { notBuilt } from '../not-built.ts';

export const dataHandlers: Handlers<
  'data/overview' | 'data/report' | 'import/preview' | 'import/start' | 'import/export-report'
> = {
  'data/overview': () => notBuilt('data/overview'),
  'data/report': () => notBuilt('data/report'),
  'import/preview': () => notBuilt('import/preview'),
  'import/start': () => notBuilt('import/start'),
  'import/export-report': () => notBuilt('import/export-report'),
};
