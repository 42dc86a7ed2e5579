import { create } from 'zustand';
import { call } from '../bridge/bridge.ts';
import type { AppInfo } from '../../shared/api/views/app.ts';
import type { Failure } from '../../shared/kernel/result.ts';

interface Session {
  /** null until the host has answered once. */
  readonly info: AppInfo | null;
  readonly failure: Failure | null;
}

/** The host's word on itself and the open store. */
export const useSession = create<Session>(() => ({ info: null, failure: null }));

/** Takes an answer that carries the app's state, such as that of opening a store. */
export function takeInfo(info: AppInfo): void {
  useSession.setState({ info, failure: null });
}

/** Asks the host again which store is open. */
export async function refreshSession(): Promise<void> {
  const answer = await call('app/info', {});
  if (answer.ok) takeInfo(answer.value);
  else useSession.setState({ failure: answer.error });
}
