import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { classNames } from '../../ui/class-names.ts';
import { choiceText, type KindChoice, type KindGroup } from './letter-kinds.ts';

/** Every kind of letter with how many are due; the one chosen is listed beside it. */
export function KindList(props: {
  readonly groups: readonly KindGroup[];
  readonly chosen: KindChoice;
  readonly onChoose: (choice: KindChoice) => void;
}) {
  return (
    <nav className="letters-kinds" aria-label="Kinds of letters">
      {props.groups.map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {lines.map((line) => {
              const on = choiceText(line) === choiceText(props.chosen);
              return (
                <li key={choiceText(line)}>
                  <button
                    type="button"
                    className={classNames('letters-kind', line.due === 0 && 'soft')}
                    {...(on ? { 'aria-current': 'true' as const } : {})}
                    onClick={() => {
                      props.onChoose(line);
                    }}
                  >
                    <span>{line.label}</span>
                    <span className="number">{formatCount(line.due)}</span>
                    {line.lacking === 0 ? null : (
                      <span className="letters-kind-lack">
                        {formatQuantity(line.lacking, 'lacks', 'lack')} a fact
                      </span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}
