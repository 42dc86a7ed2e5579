import { createPortal } from 'react-dom';
import type { EditAnswer } from '../../../shared/api/views/edits.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { StateMark } from '../../ui/mark.tsx';
import { breaks } from './editor-state.ts';
import { moneyWords, vehicleWords } from './effect-words.ts';
import type { PointerAt } from './follow-pointer.ts';

/** What dropping here would do, at the pointer: money, what else is said of it, and the first rule that breaks. */
export function DragAnswer(props: {
  readonly name: string;
  readonly at: PointerAt;
  /** What to do where dropping does nothing; null where it does something. */
  readonly hint: string | null;
  readonly tried: EditAnswer | null;
  readonly failed: Failure | null;
  /** Besides the money; empty for nothing. */
  readonly words: string;
}) {
  const { name, at, hint, tried, failed, words } = props;
  const broken = tried?.effect.came.find((each) => each.severity === 'broken') ?? null;
  const style = {
    left: Math.min(at.x + 16, window.innerWidth - 296),
    top: Math.min(at.y + 16, window.innerHeight - 120),
  };
  return createPortal(
    <output
      className={tried !== null && breaks(tried) ? 'drag-label drag-label-broken' : 'drag-label'}
      style={style}
    >
      <strong>{name}</strong>
      {hint === null ? null : <span>{hint}</span>}
      {hint === null && tried === null && failed === null ? <span>Reckoning</span> : null}
      {failed === null ? null : <span>{failed.cause}</span>}
      {tried === null ? null : (
        <span>
          {moneyWords(tried.effect.cost_day_pence)}
          {words === '' ? '' : `, ${words}`}
        </span>
      )}
      {tried === null ? null : vehicleWords(tried).map((each) => <span key={each}>{each}</span>)}
      {broken === null ? null : <StateMark tone="danger">{broken.text}</StateMark>}
      {tried !== null && broken === null ? (
        <StateMark tone="good">No rule is broken by it</StateMark>
      ) : null}
    </output>,
    document.body,
  );
}
