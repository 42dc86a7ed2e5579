import './measure-panel.css';
import { Info, X } from 'lucide-react';
import type { Measured, MeasuredWay } from '../../../shared/api/views/measure.ts';
import { formatMargin } from '../../../shared/format/distance.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import { IconButton } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { endMeasure, useMeasured, useMeasuring } from './map-measure.ts';

/** What was measured, over a corner of the map; what to do next stands in it. */
export function MeasurePanel() {
  const { on, from, to, client_id } = useMeasuring();
  const { data, error } = useMeasured();
  if (!on) return null;
  const isWhole = client_id !== null || to !== null;
  return (
    <section className="map-over measure" aria-label="Measure">
      <div className="measure-head">
        <h2>{data === null || data.names.to === '' ? 'Measure' : `Home to ${data.names.to}`}</h2>
        <IconButton label="End measuring" icon={X} shortcut="Esc" onPress={endMeasure} />
      </div>
      <div className="measure-live" aria-live="polite">
        {isWhole ? null : (
          <p>
            {from === null ? 'Click the start' : 'Click the end'}, or move the map with the arrow
            keys and press Enter for its middle.
          </p>
        )}
        {error === null ? null : <FailureNotice failure={error} />}
        {isWhole && data !== null ? <Figures measured={data} /> : null}
      </div>
      {isWhole ? <p className="measure-small">Click again for a new start. Esc ends.</p> : null}
    </section>
  );
}

function Figures({ measured }: { readonly measured: Measured }) {
  const { car, foot, peak_s, straight_m, notes } = measured;
  return (
    <>
      <dl>
        <dt>Straight line</dt>
        <dd>{formatMargin(straight_m)}</dd>
        <dt className="measure-way">
          <Swatch way={car} kind="car" />
          {car.basis === 'road' ? 'Road, by car' : 'By car, estimated'}
        </dt>
        <dd className="measure-first">{formatMargin(car.distance_m)}</dd>
        {car.duration_s === null ? null : (
          <>
            <dt className="measure-in">Outside the peak</dt>
            <dd>{formatMinutes(car.duration_s)}</dd>
          </>
        )}
        <dt className="measure-in">In the morning peak</dt>
        <dd>{formatMinutes(peak_s)}</dd>
        <dt className="measure-way">
          <Swatch way={foot} kind="foot" />
          {foot.basis === 'road' ? 'Walking' : 'Walking, estimated'}
        </dt>
        <dd className="measure-first">{formatMargin(foot.distance_m)}</dd>
        {foot.duration_s === null ? null : (
          <>
            <dt className="measure-in">On foot</dt>
            <dd>{formatMinutes(foot.duration_s)}</dd>
          </>
        )}
      </dl>
      {notes.map((note) => (
        <p className="measure-note" key={note}>
          <Info size={14} aria-hidden="true" />
          <span>{note}</span>
        </p>
      ))}
      <p className="measure-small">
        {[reachWords('Road', car), reachWords('Walking', foot)]
          .filter((part) => part !== '')
          .join(' ')}{' '}
        {measured.pace}
      </p>
      <p className="measure-small">{measured.source}.</p>
    </>
  );
}

/** How far the points had to reach to the network; it is not in the distance. */
function reachWords(name: string, { basis, reach_m }: MeasuredWay): string {
  if (basis !== 'road' || reach_m === null) return '';
  return `${name}: A lies ${formatMargin(reach_m.from)} and B ${formatMargin(reach_m.to)} from the network, not counted.`;
}

function Swatch({ way, kind }: { readonly way: MeasuredWay; readonly kind: 'car' | 'foot' }) {
  return (
    <svg
      className={`measure-${way.basis === 'road' ? kind : 'estimated'}`}
      width="22"
      height="8"
      viewBox="0 0 22 8"
      aria-hidden="true"
    >
      <path d="M2 4H20" />
    </svg>
  );
}
