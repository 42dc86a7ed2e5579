import { useCallback, useRef, useState } from 'react';

/** A4 at 96 pixels an inch: its short side and its long one. */
const SHORT_PX = 794;
const LONG_PX = 1123;

/**
 * The letter's own document, as it goes to the printer, in a frame that runs nothing and reaches no address. The sheet is
 * scaled to the width it is given and as high as its text; the frame takes no focus, so that the keys stay with the page.
 */
export function LetterSheet(props: {
  readonly html: string;
  readonly title: string;
  /** The paper lies across. */
  readonly isAcross?: boolean;
}) {
  const [width, least] = props.isAcross === true ? [LONG_PX, SHORT_PX] : [SHORT_PX, LONG_PX];
  const frame = useRef<HTMLIFrameElement | null>(null);
  const [height, setHeight] = useState(least);
  const [scale, setScale] = useState(1);
  const box = useCallback(
    (element: HTMLDivElement | null) => {
      if (element === null) return undefined;
      const observer = new ResizeObserver(() => {
        setScale(Math.min(1, element.clientWidth / width));
      });
      observer.observe(element);
      return () => {
        observer.disconnect();
      };
    },
    [width],
  );
  return (
    <div className="letters-sheet" ref={box} style={{ height: height * scale }}>
      <iframe
        ref={frame}
        title={props.title}
        // Only so that its height can be read: without allow-scripts nothing in it runs.
        sandbox="allow-same-origin"
        srcDoc={props.html}
        tabIndex={-1}
        style={{
          width,
          height,
          transform: `scale(${scale})`,
        }}
        onLoad={() => {
          const text = frame.current?.contentDocument?.querySelector('.letter');
          if (text) setHeight(Math.max(least, Math.ceil(text.getBoundingClientRect().height)));
        }}
      />
    </div>
  );
}
