import { Fragment } from 'react';
import './marked.css';

/** A text with the parts that were searched for marked. `marks`: from and up to, in order, none over another. */
export function Marked(props: {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}) {
  const { text, marks } = props;
  return (
    <>
      {marks.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(marks[index - 1]?.[1] ?? 0, from)}
          <mark className="marked">{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
