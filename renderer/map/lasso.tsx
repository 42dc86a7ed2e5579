/** A line drawn by hand about homes, over the map. */
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useMap } from 'react-leaflet';
import { keepClicks } from './map-frame.tsx';

/** Points nearer to the last than this add nothing, pixels. */
const APART = 4;

/** Catches the pointer while a line is drawn; Escape gives it up. */
export function Lasso(props: {
  readonly onEnd: (line: readonly number[] | null) => void;
}): ReactNode {
  const map = useMap();
  const { onEnd } = props;
  const [points, setPoints] = useState<readonly (readonly [number, number])[]>([]);
  const drawing = useRef(false);
  useEffect(() => {
    const give = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onEnd(null);
    };
    window.addEventListener('keydown', give);
    return () => {
      window.removeEventListener('keydown', give);
    };
  }, [onEnd]);

  const at = (event: PointerEvent<HTMLDivElement>): readonly [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const end = (): void => {
    if (!drawing.current) return;
    drawing.current = false;
    const line = points.flatMap(([x, y]) => {
      const { lat, lng } = map.containerPointToLatLng([x, y]);
      return [lat, lng];
    });
    // A click is no line.
    onEnd(line.length >= 6 ? line : null);
  };
  return (
    <div
      className="kb-map-lasso"
      // The map beneath is neither dragged nor clicked.
      ref={keepClicks}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drawing.current = true;
        setPoints([at(event)]);
      }}
      onPointerMove={(event) => {
        if (!drawing.current) return;
        const [x, y] = at(event);
        const last = points.at(-1);
        if (last !== undefined && Math.hypot(last[0] - x, last[1] - y) < APART) return;
        setPoints([...points, [x, y]]);
      }}
      onPointerUp={end}
    >
      <svg aria-hidden="true">
        <polygon points={points.map(([x, y]) => `${x},${y}`).join(' ')} />
      </svg>
      <div className="kb-map-lasso-hint">Draw a line around homes. Esc gives it up.</div>
    </div>
  );
}
