/** A new provision as it is typed: text until it is tried. */
import type { Need, Phase } from '../../../shared/model/client.ts';
import type { NewProvision, ProvisionRule } from '../../../shared/model/placement.ts';

export interface TypedProvision {
  readonly name: string;
  readonly lat: string;
  readonly lon: string;
  readonly needs: readonly Need[];
  readonly phases: readonly Phase[];
  readonly age_from: string;
  readonly age_to: string;
  readonly places: string;
  readonly opens_on: string;
  readonly rule: ProvisionRule;
}

/** A start that has to be filled: no place, no need. */
export function blankProvision(opens_on: string): TypedProvision {
  return {
    name: 'New school',
    lat: '',
    lon: '',
    needs: [],
    phases: [],
    age_from: '4',
    age_to: '16',
    places: '120',
    opens_on,
    rule: 'distance',
  };
}

/** A kept one, ready to be changed. */
export function typedOf(provision: NewProvision): TypedProvision {
  const { lat, lon, age_from, age_to, places, ...rest } = provision;
  return {
    ...rest,
    lat: String(lat),
    lon: String(lon),
    age_from: String(age_from),
    age_to: String(age_to),
    places: String(places),
  };
}

const number = (text: string): number | null => {
  const plain = text.trim().replace('−', '-');
  return plain === '' ? null : Number(plain);
};

/** What the host checks, field by field. */
export function givenOf(typed: TypedProvision): Record<string, unknown> {
  return {
    ...typed,
    lat: number(typed.lat),
    lon: number(typed.lon),
    age_from: number(typed.age_from),
    age_to: number(typed.age_to),
    places: number(typed.places),
  };
}
