/** Contracts handed back. */
import type { HandBack } from '../shared/model/bedding-in.ts';

export interface BeddingInStore {
  readonly handBacks: () => readonly HandBack[];
  /** Of one contract, the latest first. */
  readonly handBacksOf: (contract_id: number) => readonly HandBack[];
  readonly recordHandBack: (given: Omit<HandBack, 'id'>) => HandBack;
}
