import { usePlace, stay } from '../../state/place.ts';
import type { Setting } from '../../../shared/model/money.ts';
import {
  LETTER_KINDS,
  isChase,
  type LetterKind,
  type LetterNumber,
} from '../../../shared/model/letter.ts';
import { templateKey } from '../../../shared/casework/letters/letter-facts.ts';
import { letterName } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { useSession } from '../../state/session.ts';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { hrefOfLetters } from './letters-address.ts';
import { RulesForm } from './rules-form.tsx';
import { WordingEditor } from './wording-editor.tsx';
import { versionsOf } from './wording-versions.ts';

/** One letter that has a wording. */
interface Worded {
  readonly key: string;
  readonly kind: LetterKind;
  readonly number: LetterNumber;
}

const WORDED: readonly Worded[] = LETTER_KINDS.flatMap((kind) => {
  const numbers: readonly LetterNumber[] = isChase(kind) ? [1, 2, 3] : [0];
  return numbers.map((number) => ({ key: templateKey(kind, number), kind, number }));
});

/** The council's own wording of every letter, who writes, and when reminders are due: each dated, the earlier kept. */
export function WordingPart() {
  const { data, error, refetch } = useChannel('settings/list', {});
  const params = usePlace((place) => place.params);
  const chosen = params['letter'] ?? 'rules';
  if (error !== null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null) return <Spinner label="Reading the wording" />;
  const worded = WORDED.find(({ key }) => key === chosen);
  return (
    <div className="letters-wording">
      <nav className="letters-kinds" aria-label="What to edit">
        <h2>In general</h2>
        <ul>
          <Line id="rules" chosen={chosen} label="Who writes, and the rules" note="" />
        </ul>
        <h2>Wording</h2>
        <ul>
          {WORDED.map(({ key, kind, number }) => (
            <Line
              key={key}
              id={key}
              chosen={chosen}
              label={letterName(kind, number)}
              note={noteOf(data, key)}
            />
          ))}
        </ul>
      </nav>
      {worded === undefined ? (
        <RulesForm settings={data} />
      ) : (
        <WordingEditor key={worded.key} kind={worded.kind} number={worded.number} settings={data} />
      )}
    </div>
  );
}

function noteOf(settings: readonly Setting[], key: string): string {
  const today = useSession.getState().info?.store?.today ?? '';
  const inForce = versionsOf(settings, key).findLast(({ from_on }) => from_on <= today);
  return inForce === undefined || inForce.built_in ? '' : 'Own wording';
}

function Line(props: {
  readonly id: string;
  readonly chosen: string;
  readonly label: string;
  readonly note: string;
}) {
  return (
    <li>
      <button
        type="button"
        className="letters-kind"
        {...(props.id === props.chosen ? { 'aria-current': 'true' as const } : {})}
        onClick={() => {
          stay(hrefOfLetters('wording', { letter: props.id }));
        }}
      >
        <span>{props.label}</span>
        {props.note === '' ? null : <span className="soft">{props.note}</span>}
      </button>
    </li>
  );
}
