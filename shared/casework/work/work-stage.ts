/** Where an application stands for the team: one stage each, so that nobody falls between two queues. */
import { isUndecided } from '../stage.ts';
import { isDecided, isOpen } from '../status.ts';
import type { WorkCase } from './work-case.ts';

/** In the order of the work; every application is in exactly one. */
export const WORK_STAGES = [
  'held',
  'to_decide',
  'information',
  'new_decision',
  'tif_family',
  'tif_office',
  'hand_over',
  'transport',
  'appeal',
  'done',
] as const;
export type WorkStage = (typeof WORK_STAGES)[number];

/** Whether a decided child still lacks a complete TIF. */
export function lacksTif(each: Pick<WorkCase, 'status' | 'tif_missing'>): boolean {
  return isDecided(each) && each.tif_missing.length > 0;
}

/** What an application waits for first. `done`: nothing is left to do until its award is reviewed. */
export function workStageOf(each: WorkCase): WorkStage {
  if (each.held_reason !== '' && isOpen(each)) return 'held';
  if (isUndecided(each.status))
    return each.status === 'more_information' ? 'information' : 'to_decide';
  if (each.won_on !== null) return 'new_decision';
  if (lacksTif(each)) return each.tif_for_office ? 'tif_office' : 'tif_family';
  if (isDecided(each) && each.transport !== 'in_place')
    return each.handed_on === null ? 'hand_over' : 'transport';
  return each.appeal === null ? 'done' : 'appeal';
}
