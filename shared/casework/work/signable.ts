/** Which proposals may be signed together with others: only those that leave nothing to look at. */
import { DISTRICT_NOT_KNOWN, type Proposal } from '../../eligibility/decide.ts';

type Weighed = Pick<
  Proposal,
  'proposal' | 'reason' | 'marginal' | 'cliff_edges' | 'changes' | 'notes' | 'power'
>;

/** Why a proposal has to be looked at by itself; null where it may be signed with others. */
export function whyAlone(proposal: Weighed): string | null {
  const { notes, cliff_edges, changes } = proposal;
  if (proposal.proposal === 'cannot_tell') return 'The rules cannot tell yet.';
  if (proposal.marginal.length > 0) return 'Marginal: a measure lies near its threshold.';
  if (notes.length > 0 && notes.every((note) => note === DISTRICT_NOT_KNOWN))
    return 'The district of the home is not known: import boundaries or postcodes under Data.';
  if (notes.length > 0) return 'A note on the facts has to be read first.';
  if (cliff_edges.length > 0) return 'Near the edge of a band of the personal transport budget.';
  const turns = changes.some(
    (change) =>
      change.proposal_then !== proposal.proposal || change.power_then !== proposal.power.name,
  );
  return turns ? 'A birthday or date before long changes the answer.' : null;
}
