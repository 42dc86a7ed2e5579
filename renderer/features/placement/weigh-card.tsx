import { useState } from 'react';
import type { NamingView } from '../../../shared/api/views/placements.ts';
import { weigh, type Weighing } from '../../../shared/pressure/placements/may-weigh.ts';
import { signedPounds } from './signed-pounds.ts';
import { Select } from '../../ui/select.tsx';
import { NoticeBar } from '../../ui/states.tsx';

/** Two schools held against each other: what one costs beyond the other in each budget, and whether that may be weighed. */
export function WeighCard({ view }: { readonly view: NamingView }) {
  const { options } = view;
  const attended = options.find((each) => each.attended) ?? options[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const [beside, setBeside] = useState<string | null>(null);
  const byUrn = (urn: string | null) => options.find((each) => String(each.urn) === urn);
  const preferred = byUrn(chosen) ?? attended;
  const other = byUrn(beside) ?? options.find((each) => each.urn !== preferred?.urn);
  const list = options.map(({ urn, name }) => ({ id: String(urn), label: name }));
  return (
    <section className="placement-card" aria-label="Two schools held against each other">
      <h2>Held against each other</h2>
      {preferred === undefined || other === undefined ? (
        <p className="soft">Two schools are needed for this: show another one.</p>
      ) : (
        <>
          <div className="placement-tools">
            <Select
              label="The school asked for"
              options={list}
              value={String(preferred.urn)}
              onChange={setChosen}
            />
            <Select
              label="Beside"
              options={list.filter(({ id }) => id !== String(preferred.urn))}
              value={String(other.urn)}
              onChange={setBeside}
            />
          </div>
          <Held preferred={preferred} other={other} />
        </>
      )}
    </section>
  );
}

type Option = NamingView['options'][number];

function Held({ preferred, other }: { readonly preferred: Option; readonly other: Option }) {
  const weighing = weigh(preferred, other);
  const lines = [
    ['Placement (Dedicated Schools Grant)', weighing.extra_fee_pence],
    ['Transport (council’s general fund)', weighing.extra_transport_pence],
    ['Whole public cost, two budgets', weighing.extra_whole_pence],
  ] as const;
  return (
    <>
      <dl className="placement-extra">
        {lines.map(([label, pence]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{pence === null ? 'not known' : `${signedPounds(pence)} a year`}</dd>
          </div>
        ))}
      </dl>
      <NoticeBar tone={weighing.may ? 'info' : 'warning'} title={titleOf(weighing)}>
        {weighing.sentence}
      </NoticeBar>
    </>
  );
}

function titleOf({ may, extra_whole_pence }: Weighing): string {
  if (!may) return 'May not be weighed as it stands';
  return extra_whole_pence !== null && extra_whole_pence <= 0
    ? 'Nothing extra to weigh'
    : 'May be weighed';
}
