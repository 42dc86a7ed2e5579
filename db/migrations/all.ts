import type { Migration } from '../migrate.ts';
import { first } from './0010-first.ts';

/** In order; numbered in tens so that one can be put between on a branch. */
export const MIGRATIONS: readonly Migration[] = [first];
