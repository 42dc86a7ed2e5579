import { call } from '../bridge/bridge.ts';
import { takeInfo, useSession } from './session.ts';
import { notifyFailure } from './notices.ts';

/** Whoever works at this machine, as they gave their name; '' where nobody did. Offered wherever something is signed. */
export function officerName(): string {
  return useSession.getState().info?.officer ?? '';
}

/** Says who works at this machine. */
export async function setOfficer(name: string): Promise<boolean> {
  const answer = await call('app/set-officer', { name });
  if (answer.ok) takeInfo(answer.value);
  else notifyFailure(answer.error);
  return answer.ok;
}

/** A name that was accepted in a signature is whoever works here, where nobody was named yet. */
export function keepOfficer(name: string): void {
  if (officerName() === '' && name.trim() !== '') void setOfficer(name);
}
