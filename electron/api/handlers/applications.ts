import type { Handlers } from '../handler.ts';
import { notBuilt } from '../not-built.ts';

export const applicationsHandlers: Handlers<
  | 'applications/query'
  | 'applications/facets'
  | 'applications/case'
  | 'applications/update'
  | 'applications/move-pin'
  | 'applications/set-status'
  | 'applications/decide-held'
  | 'views/list'
  | 'views/save'
  | 'views/delete'
  | 'history/list'
  | 'search/all'
  | 'schools/search'
  | 'settings/list'
  | 'settings/set'
> = {
  'applications/query': () => notBuilt('applications/query'),
  'applications/facets': () => notBuilt('applications/facets'),
  'applications/case': () => notBuilt('applications/case'),
  'applications/update': () => notBuilt('applications/update'),
  'applications/move-pin': () => notBuilt('applications/move-pin'),
  'applications/set-status': () => notBuilt('applications/set-status'),
  'applications/decide-held': () => notBuilt('applications/decide-held'),
  'views/list': () => notBuilt('views/list'),
  'views/save': () => notBuilt('views/save'),
  'views/delete': () => notBuilt('views/delete'),
  'history/list': () => notBuilt('history/list'),
  'search/all': () => notBuilt('search/all'),
  'schools/search': () => notBuilt('schools/search'),
  'settings/list': () => notBuilt('settings/list'),
  'settings/set': () => notBuilt('settings/set'),
};
