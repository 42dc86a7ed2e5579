import type { Handlers } from '../handler.ts';
import { notBuilt } from '../not-built.ts';

export const appHandlers: Handlers<
  | 'app/info'
  | 'store/create'
  | 'store/open'
  | 'store/suggest-path'
  | 'store/open-demo'
  | 'store/backup'
  | 'store/restore'
  | 'jobs/list'
  | 'jobs/cancel'
> = {
  'app/info': () => notBuilt('app/info'),
  'store/create': () => notBuilt('store/create'),
  'store/open': () => notBuilt('store/open'),
  'store/suggest-path': () => notBuilt('store/suggest-path'),
  'store/open-demo': () => notBuilt('store/open-demo'),
  'store/backup': () => notBuilt('store/backup'),
  'store/restore': () => notBuilt('store/restore'),
  'jobs/list': () => notBuilt('jobs/list'),
  'jobs/cancel': () => notBuilt('jobs/cancel'),
};
