import { formatCount, formatShare } from '../../../shared/format/number.ts';
import type { Count, Today } from '../../../shared/api/views/today.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf, hrefOfList } from '../../state/place.ts';
import { StateMark } from '../../ui/mark.tsx';

/** What is missing in the data, before it stops a plan. */
export function GapsPart(props: { readonly today: Today }) {
  const { today } = props;
  return (
    <section className="today-part today-gaps" aria-label="Gaps in the data">
      <h2>Gaps in the data</h2>
      <ul className="today-gap-list">
        {today.gaps.map((gap) => (
          <Gap key={gap.key} label={gap.label} count={gap.count} />
        ))}
        <Gap label="Held until decided" count={today.held} />
        <Gap label="Provisional: no decision or TIF" count={today.provisional} />
        <OverLimitLine />
      </ul>
      <Remedies today={today} />
      <TifShare label="TIF complete, by the council’s own claim" count={today.tif_complete} />
      <TifShare label="TIF complete, by Kerbside’s check" count={today.tif_complete_checked} />
    </section>
  );
}

/** What closes a gap that most children share: nearly always a file that was not imported yet. */
const REMEDIES: Readonly<Record<string, string>> = {
  no_position: 'Most homes have no position: import postcodes under Data.',
  no_school: 'Most children’s schools are not matched: import schools under Data.',
  school_no_position:
    'Most schools have no position: import postcodes or the GIAS files under Data.',
};

function Remedies(props: { readonly today: Today }) {
  const wide = props.today.gaps.filter(
    ({ key, count }) => REMEDIES[key] !== undefined && count.of > 0 && count.count > count.of / 2,
  );
  return wide.map(({ key }) => (
    <p key={key}>
      <a href={hrefOf('data')}>
        <StateMark tone="warning">{REMEDIES[key]}</StateMark>
      </a>
    </p>
  ));
}

function Gap(props: { readonly label: string; readonly count: Count }) {
  const none = props.count.count === 0;
  return (
    <li>
      <a href={hrefOfList(props.count.filter)}>
        <span className="number">{formatCount(props.count.count)}</span>
        <span className="today-gap-label">{props.label}</span>
        {none ? (
          <StateMark tone="good">none</StateMark>
        ) : (
          <span className="soft">of {formatCount(props.count.of)}</span>
        )}
      </a>
    </li>
  );
}

/** Rides over their limit without a reason or a waiver. */
function OverLimitLine() {
  const { data } = useChannel('rides/over-limit', {});
  if (data === null || data.wanted + data.recorded === 0) return null;
  return (
    <li>
      <a href={hrefOf('routes', ['over-limit'])}>
        <span className="number">{formatCount(data.wanted)}</span>
        <span className="today-gap-label">Over guide, reason wanted</span>
        {data.wanted === 0 ? (
          <StateMark tone="good">none</StateMark>
        ) : (
          <span className="soft">of {formatCount(data.wanted + data.recorded)}</span>
        )}
      </a>
    </li>
  );
}

function TifShare(props: { readonly label: string; readonly count: Count }) {
  const { count, of } = props.count;
  return (
    <a className="today-tif" href={hrefOfList(props.count.filter)}>
      <span>{props.label}</span>
      <span className="today-tif-bar" aria-hidden="true">
        <span style={{ width: of === 0 ? 0 : `${(count / of) * 100}%` }} />
      </span>
      <span>
        <strong>{formatShare(count, of)}</strong>{' '}
        <span className="soft">
          {formatCount(count)} of {formatCount(of)}
        </span>
      </span>
    </a>
  );
}
