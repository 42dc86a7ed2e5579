import type { Migration } from '../migrate.ts';

/** What of a client's record is searched as prose; a protected address is not among it. */
const CLIENT_PROSE = `new.notes || ' ' || new.medical || ' ' || new.equipment || ' ' || new.handover || ' ' || new.wheelchair
  || ' ' || new.section_i || ' ' || new.carer_name || ' ' || new.phone || ' ' || replace(new.phone, ' ', '')
  || CASE new.protected_address WHEN 1 THEN '' ELSE ' ' || new.home_address || ' ' || new.second_address END`;

/** Fields whose change makes the prose anew. */
const CLIENT_FIELDS =
  'notes, medical, equipment, handover, wheelchair, section_i, carer_name, phone, home_address, second_address, protected_address';

/** Whether any of them differs. An import writes every column, and mostly what was there. */
const CLIENT_DIFFERS = CLIENT_FIELDS.split(', ')
  .map((field) => `new.${field} IS NOT old.${field}`)
  .join(' OR ');

const keep = (id: string, prose: string): string =>
  `INSERT INTO note_text (rowid, words) SELECT ${id}, ${prose} WHERE trim(${prose}) <> ''`;

const ofRows = (table: string, kept: string): string =>
  `${kept.replaceAll('new.', `${table}.`).replace(' WHERE ', ` FROM ${table} WHERE `)};`;

const CLIENT = keep('new.id * 8', CLIENT_PROSE);
const NOTE = `${keep('new.id * 8 + 1', 'new.after')} AND new.field = 'note'`;
const DECISION = keep('new.id * 8 + 2', 'new.reason');
const APPEAL = keep('new.id * 8 + 3', `new.note || ' ' || new.result_note`);
/** Of a form only what was written as words; the version before is no longer what the form says. */
const TIF = keep(
  'new.id * 8 + 4',
  `(SELECT coalesce(group_concat(atom, ' '), '') FROM json_tree(new.answers) WHERE type = 'text')`,
);
const STEP = keep('new.id * 8 + 5', 'new.note');
const REQUEST = keep('new.id * 8 + 6', `new.asked_for || ' ' || new.asked_of || ' ' || new.answer`);

/** Fills `note_text` from every row there is, the table being empty. */
export const ALL_PROSE = `
${ofRows('client', CLIENT)}
${ofRows('history', NOTE)}
${ofRows('decision', DECISION)}
${ofRows('appeal', APPEAL)}
${ofRows('life_step', STEP)}
${ofRows('information_request', REQUEST)}
INSERT INTO note_text (rowid, words)
  SELECT v.id * 8 + 4, coalesce((SELECT group_concat(atom, ' ') FROM json_tree(v.answers) WHERE type = 'text'), '')
  FROM tif_version v WHERE v.number = (SELECT max(number) FROM tif_version WHERE client_id = v.client_id);`;

/**
 * The one search box. Words of a client are kept apart by where they stand (name, codes, school), so that a name comes before a mention;
 * they are made anew at the next read, since `client_state` is emptied here. `search_word`: every word of a name once, with its
 * sound, to find what a misspelt one may have meant. `note_text`: what people wrote, kept in step by triggers; its rowid is the
 * source's id times 8, plus the kind of source (`db/read/note-sources.ts`).
 */
export const search: Migration = {
  version: 135,
  sql: `
DROP TABLE client_text;
CREATE VIRTUAL TABLE client_text USING fts5 (
  name, code, school, content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2'
);
DELETE FROM client_state;
DELETE FROM meta WHERE key = 'state_day';

CREATE TABLE search_word (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('name', 'school')),
  word TEXT NOT NULL CHECK (word <> ''),
  sound TEXT NOT NULL,
  UNIQUE (kind, word)
) STRICT;
CREATE VIRTUAL TABLE temp.school_words USING fts5vocab ('main', 'school_text', 'row');
INSERT INTO search_word (kind, word, sound)
  SELECT 'school', term, '' FROM temp.school_words WHERE term NOT GLOB '*[0-9]*' AND length(term) > 1;
DROP TABLE temp.school_words;

CREATE VIRTUAL TABLE note_text USING fts5 (
  words, content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2'
);
${ALL_PROSE}
CREATE TRIGGER client_prose_added AFTER INSERT ON client
BEGIN ${CLIENT}; END;
CREATE TRIGGER client_prose_changed AFTER UPDATE OF ${CLIENT_FIELDS} ON client
WHEN ${CLIENT_DIFFERS}
BEGIN DELETE FROM note_text WHERE rowid = old.id * 8; ${CLIENT}; END;
CREATE TRIGGER client_prose_gone AFTER DELETE ON client
BEGIN DELETE FROM note_text WHERE rowid = old.id * 8; END;
CREATE TRIGGER history_prose_added AFTER INSERT ON history WHEN new.field = 'note'
BEGIN ${NOTE}; END;
CREATE TRIGGER decision_prose_added AFTER INSERT ON decision
BEGIN ${DECISION}; END;
CREATE TRIGGER tif_prose_added AFTER INSERT ON tif_version
BEGIN
  DELETE FROM note_text WHERE rowid IN
    (SELECT id * 8 + 4 FROM tif_version WHERE client_id = new.client_id AND id <> new.id);
  ${TIF};
END;
CREATE TRIGGER step_prose_added AFTER INSERT ON life_step
BEGIN ${STEP}; END;
CREATE TRIGGER request_prose_added AFTER INSERT ON information_request
BEGIN ${REQUEST}; END;
CREATE TRIGGER request_prose_changed AFTER UPDATE OF asked_for, asked_of, answer ON information_request
BEGIN DELETE FROM note_text WHERE rowid = old.id * 8 + 6; ${REQUEST}; END;
CREATE TRIGGER appeal_prose_added AFTER INSERT ON appeal
BEGIN ${APPEAL}; END;
CREATE TRIGGER appeal_prose_changed AFTER UPDATE OF note, result_note ON appeal
BEGIN DELETE FROM note_text WHERE rowid = old.id * 8 + 3; ${APPEAL}; END;
`,
};
