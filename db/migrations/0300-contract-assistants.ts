import type { Migration } from '../migrate.ts';

/** How many assistants a contract's price holds: of an awarded lot as its specification asked; of others nobody counted them. */
export const contractAssistants: Migration = {
  version: 300,
  sql: `
ALTER TABLE contract ADD COLUMN assistants INTEGER CHECK (assistants > 0);
UPDATE contract SET assistants = (
  SELECT l.specification ->> 'assistants' FROM award a JOIN lot l ON l.id = a.lot_id WHERE a.contract_id = contract.id ORDER BY a.id DESC LIMIT 1)
WHERE assistant = 1 AND EXISTS (SELECT 1 FROM award a JOIN lot l ON l.id = a.lot_id
  WHERE a.contract_id = contract.id AND l.specification ->> 'assistants' > 0);
`,
};
