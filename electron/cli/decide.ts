/** `kerbside decide`: every rule of eligibility, with its measure, citation and what is missing. */
import { ok } from '../../shared/kernel/result.ts';
import { proposalWithoutHome } from '../../shared/casework/protected.ts';
import type { Proposal } from '../../shared/eligibility/decide.ts';
import type { Outcome } from '../../shared/eligibility/rule-result.ts';
import { decide, type Decisions } from '../jobs/decide.ts';
import type { Answer, Command } from './command.ts';
import { ON_FLAG, PASSPHRASE_FLAG, STORE_FLAG, textFlag, withStore } from './common-flags.ts';

const WORDS: Readonly<Record<Outcome, string>> = {
  met: 'met',
  not_met: 'not met',
  not_needed: 'not needed',
  cannot_tell: 'cannot tell yet',
};

export const decideCommand: Command = {
  name: 'decide',
  summary: 'try every rule of eligibility on applications; it proposes, an officer signs',
  flags: {
    store: STORE_FLAG,
    ref: { value: 'REF', help: 'this application only' },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes: 'Ends with 1 when anything cannot be told yet, or is not met.',
  run: (input) =>
    withStore(input, ({ store, on }) => {
      const ref = textFlag(input, 'ref') ?? null;
      const decided = decide(store, { ref, on });
      if (!decided.ok) return decided;
      const hidden = new Set(
        store.clients.all().flatMap(({ id, protected_address }) => (protected_address ? id : [])),
      );
      const applications = decided.value.applications.map((each) => {
        const id = store.applications.get(each.ref)?.client_id;
        return id !== undefined && hidden.has(id) ? proposalWithoutHome(each) : each;
      });
      return ok(answer({ ...decided.value, applications }, ref !== null));
    }),
};

function answer(decided: Decisions, isOne: boolean): Answer {
  const { counts, applications } = decided;
  const total = `${counts.met} met, ${counts.not_met} not met, ${counts.cannot_tell} cannot tell yet.`;
  const lines = isOne
    ? applications.flatMap(inFull)
    : applications.map(({ ref, proposal, reason }) => `${ref}: ${WORDS[proposal]}. ${reason}`);
  return {
    exit: counts.not_met + counts.cannot_tell > 0 ? 1 : 0,
    json: { ...decided },
    lines: [...lines, total],
  };
}

function inFull(proposal: Proposal): readonly string[] {
  const { power, school, rules, changes, waiting_for, notes, cliff_edges } = proposal;
  const tried = [school.qualifying, school.nearest_suitable, ...rules];
  return [
    `${proposal.ref}: ${WORDS[proposal.proposal]}. ${proposal.reason}`,
    `power: ${power.name}. ${power.reason} (${power.citation})`,
    ...tried.map(
      (rule) =>
        `${rule.rule}: ${WORDS[rule.outcome]}${rule.marginal ? ', marginal' : ''}. ${rule.reason} (${rule.citation})`,
    ),
    ...waiting_for.map((each) => `missing: ${each}`),
    ...cliff_edges.map(({ text }) => `near an edge: ${text}`),
    ...changes.map(
      ({ on, what, power_then, proposal_then }) =>
        `${on}: ${what} Then ${power_then}, ${WORDS[proposal_then]}.`,
    ),
    ...notes.map((each) => `note: ${each}`),
  ];
}
