import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { QUEUE } from '../../../shared/casework/work/queues.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { useCommands, type Command } from '../../state/commands.ts';
import { stay } from '../../state/place.ts';
import { IconButton } from '../../ui/button.tsx';
import { CASE_VIEWS, casePath, type CaseView } from './case-sections.ts';
import { hrefOfQuery, type ListQuery } from './list-query.ts';
import { useNeighbours } from './list-position.ts';

interface Here {
  readonly clientId: number;
  readonly view: CaseView;
  readonly query: ListQuery;
}

/** Back to the list that the case was opened from. */
export function CaseBack(props: { readonly query: ListQuery }) {
  const { queue } = props.query.filter;
  return (
    <a className="case-back" href={hrefOfQuery(props.query, queue === undefined ? [] : ['work'])}>
      <ArrowLeft size={14} aria-hidden="true" />
      {queue === undefined ? 'Applications' : `Work: ${QUEUE[queue].label}`}
    </a>
  );
}

/** The sections of the case, and the cases before and after it in the list, which open at the same section. */
export function CaseNav(props: Here) {
  const { clientId, view, query } = props;
  const { previous, next, place, total } = useNeighbours(query, clientId);
  const steps = useMemo(
    () => stepCommands({ previous, next, view, query }),
    [previous, next, view, query],
  );
  const sections = useMemo(
    (): readonly Command[] =>
      CASE_VIEWS.map((each) => ({
        id: `case-${each.view}`,
        label: `Case: ${each.label}`,
        shortcut: each.shortcut,
        isEnabled: () => true,
        run: () => {
          stay(hrefOfQuery(query, casePath(clientId, each.view)));
        },
      })),
    [query, clientId],
  );
  useCommands(
    'case',
    useMemo(() => [...steps, ...sections], [steps, sections]),
  );
  useAltKeys(steps, sections);
  return (
    <div className="case-nav">
      <nav className="case-sections" aria-label="Sections of the case">
        {CASE_VIEWS.map((each) => (
          <a
            key={each.view}
            className="app-parts-link"
            href={hrefOfQuery(query, casePath(clientId, each.view))}
            title={each.shortcut}
            {...(each.view === view ? { 'aria-current': 'page' as const } : {})}
          >
            {each.label}
          </a>
        ))}
      </nav>
      <nav className="case-steps" aria-label="Cases">
        {place === null ? null : (
          <span className="soft">
            {formatCount(place)} of {formatCount(total)}
          </span>
        )}
        {steps.map((command) => {
          const enabled = command.isEnabled();
          return (
            <IconButton
              key={command.id}
              label={command.label}
              icon={command.id === 'case-previous' ? ChevronLeft : ChevronRight}
              {...(command.shortcut === undefined ? {} : { shortcut: command.shortcut })}
              disabledReason={enabled === true ? null : enabled}
              onPress={command.run}
            />
          );
        })}
      </nav>
    </div>
  );
}

function stepCommands(at: {
  readonly previous: number | null;
  readonly next: number | null;
  readonly view: CaseView;
  readonly query: ListQuery;
}): readonly Command[] {
  const step = (id: string, label: string, shortcut: string, to: number | null): Command => ({
    id,
    label,
    shortcut,
    isEnabled: () => to !== null || 'There is none in this list.',
    run: () => {
      // Back returns to the list, not through every case looked at.
      if (to !== null) stay(hrefOfQuery(at.query, casePath(to, at.view)));
    },
  });
  return [
    step('case-previous', 'Previous case', 'Alt ↑', at.previous),
    step('case-next', 'Next case', 'Alt ↓', at.next),
  ];
}

/** Alt and an arrow go to the next case, Alt and a figure to a section. */
function useAltKeys(steps: readonly Command[], sections: readonly Command[]): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      // The layout may put another character under Alt and a figure: the key itself counts.
      const figure = /^Digit([1-9])$/.exec(event.code)?.[1];
      const wanted =
        event.key === 'ArrowUp'
          ? steps[0]
          : event.key === 'ArrowDown'
            ? steps[1]
            : figure === undefined
              ? undefined
              : sections[Number(figure) - 1];
      if (wanted === undefined || document.querySelector('[role=dialog]') !== null) return;
      event.preventDefault();
      wanted.run();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [steps, sections]);
}
