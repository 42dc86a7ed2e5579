/** One ride as a bar from zero, the limit as a line across, the direct journey as a notch. */
export function RideStrip(props: {
  readonly ride_s: number;
  readonly limit_s: number;
  readonly direct_s: number;
  /** The scale's end: the longest ride or limit of the route. */
  readonly longest_s: number;
  readonly kind: 'advisory' | 'clinical';
}) {
  const end = props.longest_s * 1.05;
  const at = (seconds: number): number => (100 * Math.min(seconds, end)) / end;
  const over = props.ride_s > props.limit_s;
  const tone = over ? (props.kind === 'clinical' ? 'danger' : 'warning') : 'accent';
  const minutes = (seconds: number): number => Math.round(seconds / 60);
  return (
    <svg
      className="ride-strip"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={`Ride ${minutes(props.ride_s)} minutes, direct ${minutes(props.direct_s)}, limit ${minutes(props.limit_s)}`}
    >
      <rect x="0" y="3" width="100" height="4" fill="var(--sunken)" />
      <rect x="0" y="3" width={at(props.ride_s)} height="4" fill={`var(--${tone})`} />
      <rect x={at(props.direct_s)} y="3" width="0.5" height="4" fill="var(--raised)" />
      <rect x={at(props.limit_s) - 0.3} y="0" width="0.6" height="10" fill="var(--ink)" />
    </svg>
  );
}
