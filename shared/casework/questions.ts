import type { Client } from '../model/client.ts';

/**
 * Questions that a person must answer before a plan with this client can be approved. Rescue
 * medication without an assistant: nobody in the vehicle could give it.
 */
export function blockingQuestions(
  client: Pick<Client, 'rescue_medication' | 'assistant'>,
): readonly string[] {
  return client.rescue_medication && (client.assistant === 'none' || client.assistant === null)
    ? [
        'Rescue medication is recorded but no passenger assistant: who gives it on the way? Planned with an assistant until answered.',
      ]
    : [];
}

/** How a client's assistant is planned: none, one that others may share, or one for this client alone. */
export function assistantNeeded(
  client: Pick<Client, 'rescue_medication' | 'assistant'>,
): 'none' | 'shared' | 'own' {
  if (client.assistant === 'own') return 'own';
  if (client.assistant === 'shared' || client.assistant === 'medical') return 'shared';
  return client.rescue_medication ? 'shared' : 'none';
}

/** Whether the client travels in a wheelchair, and so takes a wheelchair space and never a seat. */
export function travelsInWheelchair(client: Pick<Client, 'mobility'>): boolean {
  return client.mobility === 'wheelchair_travels';
}
