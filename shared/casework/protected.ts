/** Protected addresses: which fields give one away, and who may look. A courtesy of the screen, not encryption. */
import type { IsoDate } from '../calendar/dates.ts';
import { protectedAddressOfficers } from '../costing/read-casework-settings.ts';
import type { Client } from '../model/client.ts';
import type { Setting } from '../model/money.ts';

/** Answers of a TIF that say where a child lives. */
export const TIF_ADDRESS_ANSWERS = [
  'home_address',
  'postcode',
  'second_address',
  'second_postcode',
  'third_address',
] as const;

/** Fields of a client, and lines of its history, that say where a child lives. */
export const ADDRESS_FIELDS: ReadonlySet<string> = new Set([
  'home_address',
  'postcode',
  'uprn',
  'second_address',
  'second_postcode',
  'lat',
  'lon',
  'position',
  'district_code',
  'address',
  'move',
  ...TIF_ADDRESS_ANSWERS.map((key) => `tif.${key}`),
]);

/** Who may look at protected addresses, and whether whoever works at this machine is one of them. */
export interface Lookers {
  readonly names: readonly string[];
  readonly may_look: boolean;
}

/** Names are compared without regard to case, accents' composition or spaces around them. */
export function lookersAt(settings: readonly Setting[], officer: string, on: IsoDate): Lookers {
  const names = protectedAddressOfficers(settings, on);
  const plain = (name: string): string =>
    name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  const own = plain(officer);
  return { names, may_look: own !== '' && names.some((name) => plain(name) === own) };
}

/** The client without anything that says where the child lives. */
export function withoutAddress(client: Client): Client {
  return {
    ...client,
    home_address: '',
    postcode: '',
    uprn: '',
    second_address: '',
    second_postcode: '',
    lat: null,
    lon: null,
    position_error_m: null,
    district_code: '',
  };
}
