import { routeStyle } from '../../map/route-style.ts';
import { useTheme } from '../../state/theme.ts';

/** A piece of the route's line as the map draws it: colour and dash. */
export function RouteSwatch(props: { readonly index: number }) {
  const dark = useTheme((theme) => theme.shown === 'dark');
  const style = routeStyle(props.index, dark);
  return (
    <svg className="route-swatch" width="28" height="10" viewBox="0 0 28 10" aria-hidden="true">
      <path
        d="M1 5H24"
        stroke={style.colour}
        strokeWidth="3"
        strokeDasharray={style.dash.join(' ')}
      />
      <path d="M28 5L21 1.5V8.5Z" fill={style.colour} />
    </svg>
  );
}
