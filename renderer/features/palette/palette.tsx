import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { SearchHit } from '../../../shared/api/views/search.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommandList } from '../../state/commands.ts';
import { classNames } from '../../ui/class-names.ts';
import { moveTo } from '../../ui/list-keys.ts';
import { Marked } from '../../ui/marked.tsx';
import { paletteGroups, type Line, type LineGroup } from './palette-lines.ts';
import { closePalette, usePalette } from './palette-state.ts';
import './palette.css';

/** Hits asked for: what fits the palette twice over. */
const HITS = 16;
const NO_HITS: readonly SearchHit[] = [];

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

/** Groups of lines for what was typed. While the host searches, the hits of the letters before stay. */
function useGroups(typed: string): {
  readonly groups: readonly LineGroup[];
  readonly searching: boolean;
} {
  const commands = useCommandList((state) => state.groups);
  const text = typed.trim();
  const { data, loading } = useChannel('search/all', text === '' ? null : { text, limit: HITS });
  const [last, setLast] = useState(NO_HITS);
  if (data !== null && data !== last) setLast(data);
  const hits = text === '' ? NO_HITS : (data ?? last);
  const groups = useMemo(() => paletteGroups(commands, hits, text), [commands, hits, text]);
  return { groups, searching: loading };
}

function run(line: Line | undefined): void {
  if (line === undefined || line.reason !== null) return;
  closePalette();
  line.run();
}

function Content() {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const { groups, searching } = useGroups(typed);
  const lines = groups.flatMap((group) => group.lines);
  const box = useRef<HTMLInputElement | null>(null);
  const at = Math.min(active, Math.max(0, lines.length - 1));
  const chosen = lines[at];
  useEffect(() => {
    box.current?.focus();
  }, []);
  useEffect(() => {
    document.getElementById(`palette-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  // Enter may be faster than the search: it is for what was typed, not for what still stands there.
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current || searching) return;
    wanted.current = false;
    run(chosen);
  }, [searching, chosen]);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (searching) wanted.current = true;
      else run(chosen);
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
          aria-label="Search children, schools, routes, providers, notes and commands"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls="palette-lines"
          {...(lines.length > 0 ? { 'aria-activedescendant': `palette-${at}` } : {})}
          placeholder="Name, reference, postcode, school, provider, note or command"
          spellCheck={false}
          autoComplete="off"
          dir="auto"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
            wanted.current = false;
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <Groups groups={groups} active={chosen?.id ?? ''} onHover={setActive} />
      <output className="visually-hidden">
        {typed.trim() === '' || searching ? '' : formatQuantity(lines.length, 'result')}
      </output>
      {lines.length === 0 && !searching ? (
        <p className="palette-none soft">
          Nothing fits “{typed.trim()}”, nor a similar spelling. Try a surname, a reference, a
          postcode or a school.
        </p>
      ) : null}
    </>
  );
}

function Groups(props: {
  readonly groups: readonly LineGroup[];
  /** The chosen line's id. */
  readonly active: string;
  readonly onHover: (index: number) => void;
}) {
  const places = new Map(
    props.groups.flatMap(({ lines }) => lines).map(({ id }, index) => [id, index]),
  );
  return (
    <div
      className="palette-lines"
      id="palette-lines"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      tabIndex={-1}
      aria-label="Results"
    >
      {props.groups.map(({ heading, lines }) => {
        const id = `palette-group-${places.get(lines[0]?.id ?? '') ?? 0}`;
        return (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          <div key={heading} role="group" aria-labelledby={id}>
            <div className="palette-heading" id={id} role="presentation">
              {heading}
            </div>
            {lines.map((line) => (
              <PaletteLine
                key={line.id}
                line={line}
                index={places.get(line.id) ?? 0}
                isActive={line.id === props.active}
                onHover={props.onHover}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

function PaletteLine(props: {
  readonly line: Line;
  readonly index: number;
  readonly isActive: boolean;
  readonly onHover: (index: number) => void;
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
        run(line);
      }}
    >
      <Icon size={16} aria-hidden="true" />
      <span className="palette-text">
        <span className="palette-first">
          <span className="palette-label" dir="auto">
            <Marked text={line.label} marks={line.marks} />
          </span>
          <span className="palette-detail">
            <Marked text={line.detail} marks={line.detailMarks} />
          </span>
        </span>
        {line.why === null ? null : (
          <span className="palette-why">
            {line.why.label}:{' '}
            <bdi>
              <Marked text={line.why.text} marks={line.why.marks} />
            </bdi>
          </span>
        )}
      </span>
      {line.shortcut === '' ? null : <kbd>{line.shortcut}</kbd>}
    </div>
  );
}
