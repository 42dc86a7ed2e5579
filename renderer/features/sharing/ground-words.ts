import type { ApartGround } from '../../../shared/model/sharing.ts';

/** Why a child stays with their own school, on screen. */
export const GROUND_WORDS: Readonly<Record<ApartGround, string>> = {
  medical: 'Medical',
  behaviour: 'Behaviour plan',
  other: 'Other',
};
