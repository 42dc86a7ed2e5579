import type { ReactNode } from 'react';

/** A framed part with its heading. */
export function Part(props: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="case-part" aria-label={props.title}>
      <div className="case-part-head">
        <h2>{props.title}</h2>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}
