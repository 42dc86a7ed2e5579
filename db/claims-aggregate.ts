import type { ClaimAnswer, ClaimGivenIn, ClaimRecord } from '../shared/model/claim.ts';

/** Rises that providers ask for, and their answers. */
export interface ClaimsStore {
  /** The latest first. */
  readonly all: () => readonly ClaimRecord[];
  readonly get: (id: number) => ClaimRecord | null;
  readonly keep: (given: ClaimGivenIn) => ClaimRecord;
  readonly answer: (given: Omit<ClaimAnswer, 'id'>) => void;
}
