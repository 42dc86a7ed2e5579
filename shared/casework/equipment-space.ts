/** Seats that a client's equipment takes besides their own. */
import type { IsoDate } from '../calendar/dates.ts';
import { read } from '../costing/read-settings.ts';
import { isEquipmentSeats, type EquipmentSeats } from '../costing/vehicle-settings.ts';
import type { Client } from '../model/client.ts';
import type { Setting } from '../model/money.ts';

/** Seats by the word that names the equipment [A]: a setting. */
export function equipmentSeatsAt(settings: readonly Setting[], on: IsoDate): EquipmentSeats {
  return read(settings, 'equipment_seats', on, isEquipmentSeats);
}

/**
 * Seats for what the record's line of equipment names, as the form filled it in: each word of the list once, whole words alone, in the
 * singular or the plural, whatever their case. `Walking frame, booster` takes the frame's.
 */
export function equipmentSeats(client: Pick<Client, 'equipment'>, table: EquipmentSeats): number {
  const said = ` ${wordsOf(client.equipment)} `;
  return Object.entries(table).reduce((sum, [word, seats]) => {
    const name = wordsOf(word);
    return said.includes(` ${name} `) || said.includes(` ${name}s `) ? sum + seats : sum;
  }, 0);
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
}
