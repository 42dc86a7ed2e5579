/** So far the pointer moves before a press is a drag, pixels. */
const SLOP = 4;

/** Of the window, pixels. */
export interface PointerAt {
  readonly x: number;
  readonly y: number;
}

/** What a drag does as it begins, goes on and ends. Escape gives it up. */
export interface DragSteps {
  readonly begin: (at: PointerAt) => void;
  readonly over: (at: PointerAt) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
}

/** Follows the pointer from a press of the first button until it is let go: a press that hardly moves is no drag. */
export function followPointer(event: React.PointerEvent, steps: DragSteps): void {
  if (event.button !== 0) return;
  event.preventDefault();
  const [x, y] = [event.clientX, event.clientY];
  let isDragging = false;
  const move = (next: PointerEvent): void => {
    const at = { x: next.clientX, y: next.clientY };
    if (!isDragging && Math.hypot(at.x - x, at.y - y) > SLOP) {
      isDragging = true;
      steps.begin(at);
    }
    if (isDragging) steps.over(at);
  };
  const end = (): void => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', press, true);
  };
  const up = (): void => {
    end();
    if (isDragging) steps.drop();
  };
  const cancel = (): void => {
    end();
    steps.cancel();
  };
  const press = (key: KeyboardEvent): void => {
    if (key.key !== 'Escape') return;
    key.stopPropagation();
    cancel();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', cancel);
  window.addEventListener('keydown', press, true);
}
