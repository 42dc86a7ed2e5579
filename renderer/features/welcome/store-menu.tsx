import type { AppInfo, StoreInfo } from '../../../shared/api/views.ts';

/** The store's name and what can be done with stores. */
export function StoreMenu(props: { readonly info: AppInfo; readonly store: StoreInfo }) {
  return <span>{props.store.name}</span>;
}
