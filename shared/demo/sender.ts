import { DEFAULT_SETTINGS } from '../costing/default-settings.ts';
import { defined } from '../kernel/assert.ts';
import type { Setting } from '../model/money.ts';

/**
 * Who writes the invented county's letters. The number is of those that Ofcom keeps for drama (01632 960000 to 960999):
 * it reaches nobody.
 */
export function demoSender(): Setting {
  const usual = defined(
    DEFAULT_SETTINGS.find(({ key }) => key === 'letter_sender'),
    'letter_sender',
  );
  return {
    ...usual,
    value: { team: 'Client Transport', contact: 'telephone 01632 960 000 (invented)' },
    source: 'Invented data: a number that reaches nobody',
  };
}
