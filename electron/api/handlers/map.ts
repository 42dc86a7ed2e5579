import type { Handlers } from '../handler.ts';
import { notBuilt } from '../not-built.ts';

export const mapHandlers: Handlers<'map/data' | 'map/base'> = {
  'map/data': () => notBuilt('map/data'),
  'map/base': () => notBuilt('map/base'),
};
