import { useMemo } from 'react';
import { useCommands } from '../../state/commands.ts';
import { go, stay, usePlace } from '../../state/place.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { DuePart } from './due-part.tsx';
import { FamiliesPart } from './families-part.tsx';
import { hrefOfLetters } from './letters-address.ts';
import { IssuedPart } from './issued-part.tsx';
import { NotDuePart } from './not-due-part.tsx';
import { WordingPart } from './wording-part.tsx';
import './letters.css';

const TABS = [
  { id: 'due', label: 'Due today', Part: DuePart },
  { id: 'not-due', label: 'Not due, and why', Part: NotDuePart },
  { id: 'families', label: 'Families', Part: FamiliesPart },
  { id: 'issued', label: 'Issued', Part: IssuedPart },
  { id: 'wording', label: 'Wording and rules', Part: WordingPart },
] as const;

/** Reminders and letters: what is due, to whom and why not, what was issued, and the council's own wording. */
export function LettersScreen() {
  const path = usePlace((place) => place.path);
  const tab = TABS.find(({ id }) => id === path[1]) ?? TABS[0];
  const commands = useMemo(
    () =>
      TABS.map(({ id, label }) => ({
        id: `letters-${id}`,
        label: `Letters: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
        isEnabled: () => true as const,
        run: () => {
          go(hrefOfLetters(id));
        },
      })),
    [],
  );
  useCommands('letters', commands);
  return (
    <div className="letters">
      <header className="letters-head">
        <h1>Letters</h1>
        <p className="soft">
          Kerbside sends nothing by itself. It makes the letters and keeps a record; you print and
          post them.
        </p>
      </header>
      <Tabs
        label="Letters"
        tabs={TABS}
        selected={tab.id}
        onSelect={(id) => {
          stay(hrefOfLetters(id));
        }}
      >
        <tab.Part />
      </Tabs>
    </div>
  );
}
