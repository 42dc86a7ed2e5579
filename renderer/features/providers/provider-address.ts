import { providerKey } from '../../../shared/intake/provider-name.ts';
import { hrefOf } from '../../state/place.ts';

/** The address of a provider's page. */
export function hrefOfProvider(key: string): string {
  return hrefOf('providers', ['provider', key]);
}

/** The same by the provider's name, however it is spelt. */
export function hrefOfProviderNamed(name: string): string {
  return hrefOfProvider(providerKey(name));
}

/** The address of a person or vehicle in its list. */
export function hrefOfRecord(kind: 'worker' | 'vehicle', id: number): string {
  return kind === 'worker'
    ? hrefOf('providers', ['people'], { who: String(id) })
    : hrefOf('providers', ['vehicles'], { which: String(id) });
}
