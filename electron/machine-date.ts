import { isoDate, type IsoDate } from '../shared/calendar/dates.ts';

/** Today by this machine's clock and time zone. The only place where the host asks what day it is. */
export function machineDate(now: Date = new Date()): IsoDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return isoDate(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}

/** This very minute of a day: a moment as tenders compare it. The day is the one that the store counts from. */
export function machineMoment(on: IsoDate, now: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${on}T${two(now.getHours())}:${two(now.getMinutes())}`;
}
