import { Plus } from 'lucide-react';
import { EVIDENCE_WORDS } from '../../../shared/casework/evidence-words.ts';
import type { RuleName, RuleResult } from '../../../shared/eligibility/rule-result.ts';
import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import { Button } from '../../ui/button.tsx';

/** What a rule may ask for: a kind of evidence, a version of section I, an assessment for the register. */
export type Asked = EvidenceKind | 'section_i' | 'walking_route';

/** What lets each rule answer. */
const ASKS: Readonly<Record<RuleName, readonly Asked[]>> = {
  qualifying_school: ['section_i'],
  nearest_suitable_school: ['section_i', 'nearer'],
  distance: ['measured'],
  sen: ['accompaniment'],
  unsafe_route: ['walking_route', 'route_concern'],
  extended_rights: ['low_income', 'belief', 'measured', 'road'],
  post_16: ['post_16', 'course'],
};

/** The name of a thing asked for. */
export function askedWords(asked: Asked): string {
  if (asked === 'section_i') return 'Section I, a version';
  return asked === 'walking_route' ? 'Walked assessment' : EVIDENCE_WORDS[asked];
}

/** Buttons that record what a rule misses. None where nothing is missing. */
export function RuleAsks(props: {
  readonly rule: RuleResult;
  readonly onAsk: (asked: Asked) => void;
}) {
  const { rule } = props;
  if (rule.outcome === 'not_needed' || rule.missing.length === 0) return null;
  return (
    <div className="evidence-asks">
      {ASKS[rule.rule]
        .filter((asked) => asked !== 'nearer' || rule.outcome !== 'met')
        .map((asked) => (
          <Button
            key={asked}
            size="small"
            icon={Plus}
            label={`Record for ${rule.rule.replaceAll('_', ' ')}: ${askedWords(asked).toLowerCase()}`}
            onPress={() => {
              props.onAsk(asked);
            }}
          >
            {askedWords(asked)}
          </Button>
        ))}
    </div>
  );
}
