import { CornerDownLeft, Route, School, Search, Truck, User, type LucideIcon } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { SearchHit } from '../../../shared/api/views/case.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommandList, type Command } from '../../state/commands.ts';
import { go, hrefOf, hrefOfCase } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { classNames } from '../../ui/class-names.ts';
import { moveTo } from '../../ui/list-keys.ts';
import { closePalette, usePalette } from './palette-state.ts';
import './palette.css';

/** One line of the palette: a command, or something found. */
interface Line {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly icon: LucideIcon;
  readonly shortcut: string;
  /** Why it cannot be done now; null when it can. */
  readonly reason: string | null;
  readonly run: () => void;
}

const HIT_ICONS: Readonly<Record<SearchHit['kind'], LucideIcon>> = {
  client: User,
  school: School,
  route: Route,
  provider: Truck,
};

const HIT_WORDS: Readonly<Record<SearchHit['kind'], string>> = {
  client: 'Child',
  school: 'School',
  route: 'Route',
  provider: 'Provider',
};

function openHit(hit: SearchHit): void {
  const id = Number(hit.id);
  if (hit.kind === 'client') {
    go(hrefOfCase(id));
    return;
  }
  if (hit.kind === 'provider') {
    go(hrefOf('routes', [], { text: hit.title }));
    return;
  }
  select({ kind: hit.kind, id });
  go(hrefOf(hit.kind === 'school' ? 'map' : 'routes'));
}

function lineOfHit(hit: SearchHit): Line {
  return {
    id: `${hit.kind} ${hit.id}`,
    label: hit.title,
    detail: [HIT_WORDS[hit.kind], hit.detail].filter((part) => part !== '').join(', '),
    icon: HIT_ICONS[hit.kind],
    shortcut: '',
    reason: null,
    run: () => {
      openHit(hit);
    },
  };
}

function lineOfCommand(command: Command): Line {
  const enabled = command.isEnabled();
  return {
    id: command.id,
    label: command.label,
    detail: enabled === true ? '' : enabled,
    icon: CornerDownLeft,
    shortcut: command.shortcut ?? '',
    reason: enabled === true ? null : enabled,
    run: command.run,
  };
}

/** Every word of what was typed begins a word of the label. */
function fits(label: string, typed: string): boolean {
  const words = label.toLowerCase().split(/\s+/u);
  return typed
    .toLowerCase()
    .split(/\s+/u)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Search and commands over everything: Ctrl K. */
export function Palette() {
  const { open } = usePalette();
  return (
    <ModalOverlay
      className="palette-overlay"
      isOpen={open}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) closePalette();
      }}
    >
      <Modal className="palette-modal">
        <Dialog className="palette" aria-label="Search and commands">
          <Content />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useLines(typed: string): readonly Line[] {
  const groups = useCommandList((state) => state.groups);
  const text = typed.trim();
  const { data } = useChannel('search/all', text.length < 2 ? null : { text, limit: 12 });
  return useMemo(() => {
    const commands = Object.values(groups)
      .flat()
      .filter((command) => fits(command.label, text))
      .map(lineOfCommand);
    // What can be done comes before what cannot.
    commands.sort((a, b) => Number(a.reason !== null) - Number(b.reason !== null));
    const hits = text.length < 2 ? [] : [...(data ?? [])];
    // What bears the name comes before what only mentions it.
    const named = (hit: SearchHit): number =>
      Number(hit.title.toLowerCase().includes(text.toLowerCase()));
    hits.sort((a, b) => named(b) - named(a));
    return [...hits.map(lineOfHit), ...commands];
  }, [groups, data, text]);
}

function Content() {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const lines = useLines(typed);
  const box = useRef<HTMLInputElement | null>(null);
  const at = Math.min(active, Math.max(0, lines.length - 1));
  useEffect(() => {
    box.current?.focus();
  }, []);
  useEffect(() => {
    document.getElementById(`palette-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const run = (line: Line | undefined): void => {
    if (line === undefined || line.reason !== null) return;
    closePalette();
    line.run();
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      run(lines[at]);
      return;
    }
    if (event.key === 'Home' || event.key === 'End') return;
    const next = moveTo(event.key, at, lines.length, 8);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  };
  return (
    <>
      <div className="palette-field">
        <Search size={18} aria-hidden="true" />
        <input
          ref={box}
          role="combobox"
          aria-label="Search children, schools, routes, providers and commands"
          aria-expanded="true"
          aria-controls="palette-lines"
          {...(lines.length > 0 ? { 'aria-activedescendant': `palette-${at}` } : {})}
          placeholder="Child, reference, school, route, provider, or a command"
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <div
        className="palette-lines"
        id="palette-lines"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        tabIndex={-1}
        aria-label="Results"
      >
        {lines.map((line, index) => (
          <PaletteLine
            key={line.id}
            line={line}
            index={index}
            isActive={index === at}
            onHover={setActive}
            onRun={run}
          />
        ))}
      </div>
      {lines.length === 0 ? (
        <p className="palette-none soft">
          Nothing fits “{typed.trim()}”. Try a surname, a reference or a school.
        </p>
      ) : null}
    </>
  );
}

function PaletteLine(props: {
  readonly line: Line;
  readonly index: number;
  readonly isActive: boolean;
  readonly onHover: (index: number) => void;
  readonly onRun: (line: Line) => void;
}) {
  const { line, index } = props;
  const Icon = line.icon;
  return (
    // The keyboard works on the field; the pointer works here.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`palette-${index}`}
      className={classNames(
        'palette-line',
        props.isActive && 'palette-line-active',
        line.reason !== null && 'palette-line-off',
      )}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      tabIndex={-1}
      aria-selected={props.isActive}
      aria-disabled={line.reason !== null}
      onMouseMove={() => {
        if (!props.isActive) props.onHover(index);
      }}
      onClick={() => {
        props.onRun(line);
      }}
    >
      <Icon size={16} aria-hidden="true" />
      <span className="palette-label">{line.label}</span>
      <span className="palette-detail">{line.detail}</span>
      {line.shortcut === '' ? null : <kbd>{line.shortcut}</kbd>}
    </div>
  );
}
