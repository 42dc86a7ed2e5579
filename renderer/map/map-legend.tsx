import type { ReactNode } from 'react';
import type { LegendItem, LegendMark } from './legend-items.ts';

/** What the marks mean, drawn like the marks, in a strip below the map where it hides nothing. */
export function MapLegend(props: { readonly items: readonly LegendItem[] }): ReactNode {
  return (
    <ul className="kb-map-legend" aria-label="Legend">
      {props.items.map((item) => (
        <li key={`${item.mark} ${item.label}`}>
          {item.mark === 'heading' ? null : <Swatch item={item} />}
          {item.label}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ item }: { readonly item: LegendItem }): ReactNode {
  return (
    <svg
      width="22"
      height="16"
      viewBox="-11 -8 22 16"
      aria-hidden="true"
      opacity={item.opacity ?? 1}
    >
      {MARKS[item.mark]}
    </svg>
  );
}

const MARKS: Readonly<Record<LegendMark, ReactNode>> = {
  unallocated: (
    <>
      <circle r="6" fill="var(--map-casing)" stroke="var(--map-danger)" strokeWidth="2.2" />
      <circle r="2" fill="var(--map-danger)" />
    </>
  ),
  in_place: <circle r="3.8" fill="var(--map-home)" />,
  planned: (
    <circle r="3.8" fill="var(--map-casing)" stroke="var(--map-planned)" strokeWidth="1.8" />
  ),
  not_planned: (
    <circle
      r="3.8"
      fill="var(--map-casing)"
      stroke="var(--map-waiting)"
      strokeWidth="1.6"
      strokeDasharray="2 1.5"
    />
  ),
  cluster: (
    <>
      <circle r="7.5" fill="var(--map-cluster)" fillOpacity="0.16" />
      <circle r="7.5" fill="none" stroke="var(--map-cluster)" strokeOpacity="0.6" />
      <text y="3" textAnchor="middle" fontSize="8.5" fill="var(--map-ink)">
        24
      </text>
    </>
  ),
  school: (
    <rect
      x="-5.5"
      y="-5.5"
      width="11"
      height="11"
      fill="var(--map-school)"
      stroke="var(--map-school-edge)"
      strokeWidth="1.5"
    />
  ),
  route: (
    <>
      <path d="M-11 0H11" stroke="var(--map-planned)" strokeWidth="2.5" />
      <path d="M5 0L-3 4.5V-4.5Z" fill="var(--map-planned)" />
    </>
  ),
  selected: (
    <>
      <circle r="3.5" fill="var(--map-school-chosen)" />
      <circle r="6.5" fill="none" stroke="var(--map-school-chosen)" strokeWidth="1.4" />
    </>
  ),
  desire: <path d="M-10 4L10 -4" stroke="var(--map-desire)" strokeWidth="1" />,
  reach_45: (
    <circle
      r="6.5"
      fill="var(--map-reach)"
      fillOpacity="0.2"
      stroke="var(--map-reach)"
      strokeWidth="1.8"
    />
  ),
  reach_75: (
    <circle
      r="6.5"
      fill="var(--map-reach)"
      fillOpacity="0.1"
      stroke="var(--map-reach)"
      strokeWidth="1.4"
      strokeDasharray="4 2.5"
    />
  ),
  reach_estimated: (
    <circle
      r="6.5"
      fill="var(--map-reach)"
      fillOpacity="0.1"
      stroke="var(--map-reach)"
      strokeWidth="1.4"
      strokeDasharray="1.5 2.5"
    />
  ),
  measured_car: (
    <path d="M-9 0H9" stroke="var(--map-school-chosen)" strokeWidth="4" strokeLinecap="round" />
  ),
  measured_foot: (
    <path
      d="M-9 0H9"
      stroke="var(--map-shade)"
      strokeWidth="3"
      strokeDasharray="5 4"
      strokeLinecap="round"
    />
  ),
  measured_estimated: (
    <path
      d="M-9 0H9"
      stroke="var(--map-ink)"
      strokeWidth="2.5"
      strokeDasharray="1 5"
      strokeLinecap="round"
    />
  ),
  route_gone: (
    <path d="M-11 0H11" stroke="var(--map-ink-soft)" strokeWidth="2.5" strokeDasharray="7 4" />
  ),
  route_new: <path d="M-11 0H11" stroke="var(--map-school-chosen)" strokeWidth="3" />,
  route_changed: (
    <path d="M-11 0H11" stroke="var(--map-reach)" strokeWidth="2.5" strokeDasharray="9 3 2 3" />
  ),
  route_was: (
    <path d="M-11 0H11" stroke="var(--map-ink-soft)" strokeWidth="2" strokeDasharray="2 4" />
  ),
  heading: null,
  shade: <rect x="-10" y="-6" width="20" height="12" fill="var(--map-shade)" />,
};
