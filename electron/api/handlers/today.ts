import type { Handlers } from '../handler.ts';
import { notBuilt } from '../not-built.ts';

export const todayHandlers: Handlers<'today/get'> = {
  'today/get': () => notBuilt('today/get'),
};
