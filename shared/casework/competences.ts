/** What the crew of a route must be trained in. */
import type { Client } from '../model/client.ts';
import type { TifAnswers } from '../model/tif.ts';

/** What a vehicle's driver is trained in rather than an assistant [A]: it comes with an accessible vehicle. */
const DRIVERS: ReadonlySet<string> = new Set(['Wheelchair tie-down']);

/** What a child asks of a trained assistant, `transfer_help` as their form says it. */
export function assistantCompetences(client: Client, transfer_help: string): readonly string[] {
  return competencesAsked([{ client, answers: { transfer_help } }]).filter(
    (each) => !DRIVERS.has(each),
  );
}

/** Named competences that the children aboard ask for, each once [A]: as the register of assistants names them. */
export function competencesAsked(
  aboard: readonly { readonly client: Client; readonly answers: TifAnswers }[],
): readonly string[] {
  const named = aboard.flatMap(({ client, answers }): readonly string[] => [
    ...(client.rescue_medication ? ['Rescue medication'] : []),
    ...(client.assistant === 'medical' ? ['Medical care on the way'] : []),
    ...(client.mobility === 'wheelchair_travels' ? ['Wheelchair tie-down'] : []),
    ...(answers['transfer_help'] === 'hoist' || answers['transfer_help'] === 'one_person'
      ? ['Moving and handling']
      : []),
    ...(/harness/i.test(client.equipment) ? ['Harness'] : []),
  ]);
  return [...new Set(named)].toSorted();
}
