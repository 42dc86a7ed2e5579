import { DragAnswer } from './drag-answer.tsx';
import { editOf, useEditor } from './editor-state.ts';
import { rideOf, rideWords } from './effect-words.ts';

/** What dropping a child here would do. */
export function DragLabel() {
  const { dragged, over, at, tried, failed } = useEditor();
  if (dragged === null) return null;
  const ride = tried === null ? null : rideOf(tried, dragged);
  return (
    <DragAnswer
      name={dragged.name}
      at={at}
      hint={
        editOf(dragged, over) === null
          ? 'Drop on another route, or on a stop to change the order'
          : null
      }
      tried={tried}
      failed={failed}
      words={ride === null ? '' : rideWords(ride)}
    />
  );
}
