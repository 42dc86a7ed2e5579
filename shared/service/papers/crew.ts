import type { SheetCrew } from '../../casework/sheets/route-sheet.ts';

/** Who runs a route on a day, as the register of people and vehicles says; '' for what it does not say. */
export type Crew = SheetCrew;

/** A route of which the register says nothing. */
export const NO_CREW: Crew = { driver: '', assistant: '', plate: '', holders: '' };
