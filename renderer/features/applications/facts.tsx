import type { ReactNode } from 'react';

/** Facts with their names; those not known are left out, or said to be so with `showEmpty`. */
export function Facts(props: {
  readonly facts: readonly (readonly [string, ReactNode])[];
  readonly showEmpty?: boolean;
}) {
  const facts = props.facts.filter(
    ([, value]) =>
      props.showEmpty === true || (value !== '' && value !== null && value !== undefined),
  );
  return (
    <dl className="case-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === '' || value === null ? <span className="soft">not known</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
