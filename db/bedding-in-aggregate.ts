/** Contracts handed back, and problems of routes that bed in. */
import type { HandBack, RouteProblem } from '../shared/model/bedding-in.ts';

export interface BeddingInStore {
  readonly handBacks: () => readonly HandBack[];
  /** Of one contract, the latest first. */
  readonly handBacksOf: (contract_id: number) => readonly HandBack[];
  readonly recordHandBack: (given: Omit<HandBack, 'id'>) => HandBack;
  /** Every problem, open ones first, then the latest. */
  readonly problems: () => readonly RouteProblem[];
  readonly problemsOf: (route_ref: string) => readonly RouteProblem[];
  readonly problem: (id: number) => RouteProblem | null;
  readonly reportProblem: (given: Omit<RouteProblem, 'id' | 'closed'>) => RouteProblem;
  /** Closes an open one, or with null opens it again. */
  readonly closeProblem: (id: number, closed: RouteProblem['closed']) => void;
}
