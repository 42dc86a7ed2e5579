import { createPortal } from 'react-dom';
import { StateMark } from '../../ui/mark.tsx';
import { breaks, editOf, useEditor } from './editor-state.ts';
import { moneyWords, rideOf, rideWords, vehicleWords } from './effect-words.ts';

/** What dropping here would do, at the pointer: money, the child's ride, and the first rule that breaks. */
export function DragLabel() {
  const { dragged, over, at, tried, failed } = useEditor();
  if (dragged === null) return null;
  const edit = editOf(dragged, over);
  const ride = tried === null ? null : rideOf(tried, dragged);
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
      <strong>{dragged.name}</strong>
      {edit === null ? <span>Drop on another route, or on a stop to change the order</span> : null}
      {edit !== null && tried === null && failed === null ? <span>Reckoning</span> : null}
      {failed === null ? null : <span>{failed.cause}</span>}
      {tried === null ? null : (
        <span>
          {moneyWords(tried.effect.cost_day_pence)}
          {ride === null ? '' : `, ${rideWords(ride)}`}
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
