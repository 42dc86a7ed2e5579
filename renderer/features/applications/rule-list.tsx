import type { ReactNode } from 'react';
import { CircleCheck, CircleHelp, CircleMinus, CircleX, type LucideIcon } from 'lucide-react';
import { formatDate } from '../../../shared/format/date.ts';
import type { Proposal } from '../../../shared/eligibility/decide.ts';
import type { Outcome, RuleResult } from '../../../shared/eligibility/rule-result.ts';
import { POWER_WORDS } from '../../../shared/model/words.ts';
import type { Tone } from '../../state/notices.ts';
import { Badge, StateMark } from '../../ui/mark.tsx';
import {
  limitWords,
  measuredWords,
  measureWords,
  OUTCOME_WORDS,
  PROPOSED_WORDS,
  RULE_WORDS,
} from '../../../shared/casework/decision-words.ts';

const LOOKS: Readonly<Record<Outcome, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  met: { tone: 'good', icon: CircleCheck },
  not_met: { tone: 'info', icon: CircleX },
  not_needed: { tone: 'neutral', icon: CircleMinus },
  cannot_tell: { tone: 'warning', icon: CircleHelp },
};

/** A proposal in full: what it says and why, the power, the school, every rule, what is near an edge and what will change. */
export function ProposalView(props: {
  readonly proposal: Proposal;
  /** What stands under a rule that misses something. */
  readonly asks?: (rule: RuleResult) => ReactNode;
}) {
  const { proposal } = props;
  const { power, school, rules, cliff_edges, changes, notes } = proposal;
  return (
    <div className="rules">
      <p>
        <strong>{POWER_WORDS[power.name]}.</strong> {power.reason}{' '}
        <span className="soft">{power.citation}.</span>
      </p>
      <ul className="rules-list">
        {[school.qualifying, school.nearest_suitable, ...rules].map((rule) => (
          <Rule key={rule.rule} rule={rule} asks={props.asks?.(rule) ?? null} />
        ))}
      </ul>
      {cliff_edges.length === 0 ? null : (
        <ul className="rules-notes">
          {cliff_edges.map((edge) => (
            <li key={edge.edge_miles}>
              <StateMark tone="warning">Cliff edge</StateMark>
              <span>{edge.text}</span>
            </li>
          ))}
        </ul>
      )}
      {changes.length === 0 ? null : (
        <section className="rules-changes">
          <h3>What changes before long</h3>
          <ul>
            {changes.map((change) => (
              <li key={`${change.on} ${change.what}`}>
                <span className="rules-day">{formatDate(change.on)}</span>
                <span>
                  {change.what} Then {POWER_WORDS[change.power_then]};{' '}
                  {PROPOSED_WORDS[change.proposal_then].toLowerCase()}.
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.map((note) => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
    </div>
  );
}

function Rule(props: { readonly rule: RuleResult; readonly asks: ReactNode }) {
  const { rule } = props;
  const { tone, icon } = LOOKS[rule.outcome];
  const measure = measureWords(rule);
  const idle = rule.outcome === 'not_needed';
  return (
    <li className="rule">
      <div className="rule-head">
        <strong>{RULE_WORDS[rule.rule]}</strong>
        {rule.marginal ? <Badge tone="warning">Marginal</Badge> : null}
        <StateMark tone={tone} icon={icon}>
          {OUTCOME_WORDS[rule.outcome]}
        </StateMark>
      </div>
      {idle ? null : <p>{rule.reason}</p>}
      {idle || measure === '' ? null : <p className="soft">{measure}.</p>}
      {rule.missing.length === 0 ? null : (
        <div>
          <span className="soft">Missing:</span>
          <ul className="rule-missing">
            {rule.missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      )}
      {props.asks}
      <details className="rule-more">
        <summary className={idle ? 'soft' : ''}>
          {idle ? rule.reason : measure === '' ? 'Citation' : 'Measure and citation'}
        </summary>
        {idle && measure !== '' ? <p>{measure}.</p> : null}
        {[measuredWords(rule), limitWords(rule), `${rule.citation}.`]
          .filter((words) => words !== '')
          .map((words) => (
            <p key={words}>{words}</p>
          ))}
      </details>
    </li>
  );
}

/** The proposal in a word with its icon. */
export function ProposedMark(props: { readonly proposal: Pick<Proposal, 'proposal' | 'power'> }) {
  const { proposal, power } = props.proposal;
  const { tone, icon } = LOOKS[proposal];
  const isOurs = proposal !== 'not_met' || power.name !== 'not_ours';
  return (
    <StateMark tone={tone} icon={icon}>
      {isOurs ? PROPOSED_WORDS[proposal] : 'Proposed: not ours'}
    </StateMark>
  );
}
