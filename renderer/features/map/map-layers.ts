/** Which layers the map shows: a matter of this machine, so it is kept here and not in the store. */
import { create } from 'zustand';
import { MEASURES, type Measure } from '../../../shared/figures/district-measures.ts';

const KEY = 'kerbside-map-layers';

export interface LayerChoice {
  readonly homes: boolean;
  readonly schools_by: 'clients' | 'roll';
  readonly desire: boolean;
  readonly measure: Measure | null;
  readonly reach: boolean;
}

const USUAL: LayerChoice = {
  homes: true,
  schools_by: 'clients',
  desire: false,
  measure: null,
  reach: false,
};

/** What was chosen before on this machine; what cannot be read is the usual. */
function stored(): LayerChoice {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return USUAL;
    const of = new Map<string, unknown>(Object.entries(kept));
    return {
      homes: of.get('homes') !== false,
      schools_by: of.get('schools_by') === 'roll' ? 'roll' : 'clients',
      desire: of.get('desire') === true,
      measure: MEASURES.find((measure) => measure === of.get('measure')) ?? null,
      reach: of.get('reach') === true,
    };
  } catch {
    return USUAL;
  }
}

/** The layers chosen. */
export const useLayerChoice = create<LayerChoice>(() => stored());

/** Chooses layers, and remembers them. */
export function chooseLayers(change: Partial<LayerChoice>): void {
  useLayerChoice.setState(change);
  window.localStorage.setItem(KEY, JSON.stringify(useLayerChoice.getState()));
}
