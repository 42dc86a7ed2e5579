import { expect, it } from 'vitest';
import { competencesAsked } from '../../shared/casework/competences.ts';
import type { Client } from '../../shared/model/client.ts';
import { someClient } from '../helpers/cost-facts.ts';

const aboard = (given: Partial<Client>, answers = {}) => ({
  client: someClient(1, given),
  answers,
});

it('a crew must be trained in what those aboard need, each named once', () => {
  expect(competencesAsked([aboard({}), aboard({ assistant: 'own' })])).toEqual([]);
  expect(
    competencesAsked([
      aboard({ rescue_medication: true }),
      aboard({ rescue_medication: true, assistant: 'medical' }),
      aboard({ mobility: 'wheelchair_travels' }),
      aboard({ mobility: 'wheelchair_transfers' }, { transfer_help: 'hoist' }),
      aboard({ equipment: 'Harness, small' }),
    ]),
  ).toEqual([
    'Harness',
    'Medical care on the way',
    'Moving and handling',
    'Rescue medication',
    'Wheelchair tie-down',
  ]);
});
