import type { AppInfo } from '../../../shared/api/views.ts';

/** Shown while no store is open. */
export function WelcomeScreen(props: { readonly info: AppInfo }) {
  return <h1>Kerbside {props.info.version}</h1>;
}
