/** A signed decision and the rules it rests on, as parts of a paper. */
import type { SignedDecision } from '../../shared/casework/case-record.ts';
import {
  decisionWords,
  limitWords,
  measuredWords,
  measureWords,
  OUTCOME_WORDS,
  PROPOSED_WORDS,
  RULE_WORDS,
} from '../../shared/casework/decision-words.ts';
import type { Proposal } from '../../shared/eligibility/decide.ts';
import type { RuleResult } from '../../shared/eligibility/rule-result.ts';
import { formatDate } from '../../shared/format/date.ts';
import { MODE_WORDS, POWER_WORDS } from '../../shared/model/words.ts';
import { escapeHtml } from './paper-table.ts';

const term = (name: string, value: string): string =>
  value === '' ? '' : `<div><dt>${name}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`;
const dated = (on: Parameters<typeof formatDate>[0] | null): string =>
  on === null ? '' : formatDate(on);

/** What was decided, under which power, by whom and why. */
export function decisionHtml(decision: SignedDecision): string {
  const { award } = decision;
  return `<article class="keep"><p class="headline">${escapeHtml(decisionWords(decision))}</p>
<dl class="facts">${[
    term('Decided', formatDate(decision.decided_on)),
    term('Signed by', decision.signed_by),
    term('Against the proposal', decision.departs ? 'It departs from what the rules proposed' : ''),
    term('Reason', decision.reason),
    ...(award === null
      ? []
      : [
          term('Power', POWER_WORDS[award.power]),
          term('Mode', MODE_WORDS[award.mode]),
          term('From', formatDate(award.starts_on)),
          term('Until', dated(award.ends_on)),
          term('Review', dated(award.review_on)),
          term(
            'Consent',
            award.consent_on === null ? '' : `${award.consent_by}, ${formatDate(award.consent_on)}`,
          ),
        ]),
  ].join('')}</dl></article>`;
}

/** The proposal of the day with every rule tried. */
export function proposalHtml(proposal: Proposal): string {
  const { power, school, rules, waiting_for, notes, cliff_edges } = proposal;
  const list = (title: string, items: readonly string[]): string =>
    items.length === 0
      ? ''
      : `<h3>${title}</h3><ul>${items.map((item) => `<li dir="auto">${escapeHtml(item)}</li>`).join('')}</ul>`;
  return `<p><b>${PROPOSED_WORDS[proposal.proposal]}.</b> ${escapeHtml(proposal.reason)}</p>
<p><b>Power: ${escapeHtml(POWER_WORDS[power.name])}.</b> ${escapeHtml(power.reason)} <span class="soft">${escapeHtml(power.citation)}</span></p>
${[school.qualifying, school.nearest_suitable, ...rules].map(ruleHtml).join('\n')}
${list('What was waited for', waiting_for)}
${list(
  'Near an edge',
  cliff_edges.map(({ text }) => text),
)}
${list('Facts noted', notes)}`;
}

function ruleHtml(rule: RuleResult): string {
  return `<article class="rule keep"><h3><span>${RULE_WORDS[rule.rule]}</span><span class="outcome">${OUTCOME_WORDS[rule.outcome]}${rule.marginal ? ', marginal' : ''}</span></h3>
<p>${escapeHtml(rule.reason)}</p>
<dl class="facts">${[
    term('Measure', measureWords(rule)),
    term('How measured', measuredWords(rule)),
    term('Limit', limitWords(rule)),
    term('Citation', rule.citation),
    term('Evidence missing', rule.missing.join(' ')),
  ].join('')}</dl></article>`;
}
