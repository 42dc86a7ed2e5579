import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import type { Step } from '../../../shared/casework/life.ts';
import { isOutcome } from '../../../shared/casework/stage.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Stage } from '../../../shared/model/life.ts';
import { STAGE_WORDS, STATUS_WORDS, withinSentence } from '../../../shared/model/words.ts';
import { ageWords } from '../../../shared/casework/decision-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { StateMark } from '../../ui/mark.tsx';
import './life.css';

interface Milestone {
  readonly stage: Stage;
  readonly label: string;
  readonly on: string;
  readonly by: string;
}

/** The stage that a step reaches; null for what changes none. */
function milestoneOf(step: Step): Milestone | null {
  const { on, by } = step;
  const at = (stage: Stage, label = STAGE_WORDS[stage]): Milestone => ({
    stage,
    label,
    on: formatDate(on),
    by,
  });
  switch (step.kind) {
    case 'received':
      return at('received');
    case 'asked':
      return at('more_information');
    case 'moved':
      return isOutcome(step.to)
        ? at('decided', `Decided: ${withinSentence(STATUS_WORDS[step.to])}`)
        : at(step.to);
    case 'decided':
      return at('decided', `Decided: ${withinSentence(STATUS_WORDS[step.outcome])}`);
    case 'appeal_lodged':
      return at('appealed', `Appeal, stage ${step.stage}`);
    case 'step':
      return at(step.step);
    default:
      return null;
  }
}

/** The way of an application so far, each stage with its day, and where it stands now. */
export function CaseTimeline(props: { readonly page: DecisionPage }) {
  const { life } = props.page;
  const gone = new Set(
    props.page.steps
      .filter((step) => step.taken_back !== null)
      .map(({ kind, on }) => `${kind} ${on}`),
  );
  const stones: Milestone[] = [];
  for (const step of life.steps) {
    if (step.kind === 'step' && gone.has(`${step.step} ${step.on}`)) continue;
    const stone = milestoneOf(step);
    if (stone === null) continue;
    // Set twice in a row is one stage: its first day counts.
    if (stones.at(-1)?.stage === stone.stage && stone.stage !== 'decided') continue;
    stones.push(stone);
  }
  const current = stones.findLast(({ stage }) => stage === life.stage);
  const age = ageWords(props.page);
  const isOver = life.age_days !== null && life.age_days > life.target_days;
  return (
    <div className="life-line">
      <ol className="life-stones" aria-label="Where the application stands">
        {stones.map((stone, index) => (
          <li
            // Stages may be passed more than once; they are only ever added at the end.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            className={classNames('life-stone', stone === current && 'life-stone-now')}
            {...(stone === current ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="life-stone-label">{stone.label}</span>
            <span className="life-stone-day">{stone.on}</span>
          </li>
        ))}
        {current === undefined ? (
          <li className="life-stone life-stone-now" aria-current="step">
            <span className="life-stone-label">{STAGE_WORDS[life.stage]}</span>
            <span className="life-stone-day">day not known</span>
          </li>
        ) : null}
      </ol>
      {age === '' ? null : isOver ? (
        <StateMark tone="warning">{age}</StateMark>
      ) : (
        <span className="soft">{age}</span>
      )}
    </div>
  );
}
