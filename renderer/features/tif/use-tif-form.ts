/** One client's form on the screen: what is typed is sent to be kept, one answer after the other. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TifPage } from '../../../shared/api/views/tif.ts';
import { checkForm, type FormCheck } from '../../../shared/casework/tif/check-form.ts';
import { questionOf } from '../../../shared/casework/tif/form.ts';
import { readAnswer } from '../../../shared/casework/tif/read-answer.ts';
import type { Failure, Result } from '../../../shared/kernel/result.ts';
import type { TifAnswers } from '../../../shared/model/tif.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers, useChannel } from '../../state/channel.ts';

/** A pause in typing after which what stands there is kept, milliseconds. */
const PAUSE_MS = 500;

/** Two answers to one question: another officer's, which stands, and the one typed here. */
export interface Clash {
  readonly text: string;
  readonly yours: string;
}

export interface TifForm {
  readonly page: TifPage | null;
  readonly failure: Failure | null;
  /** What is kept, with what is being typed over it. */
  readonly answers: TifAnswers;
  readonly check: FormCheck | null;
  /** What is being typed, by question. */
  readonly typing: Readonly<Record<string, string>>;
  readonly clashes: Readonly<Record<string, Clash>>;
  /** `kept`, `keeping` or `lost_touch`: the host did not answer, what was typed stands on the screen. */
  readonly state: 'kept' | 'keeping' | 'lost_touch';
  readonly type: (key: string, text: string) => void;
  /** Keeps what stands in a field now, or a value that was chosen. */
  readonly keep: (key: string, value?: string) => void;
  readonly settleClash: (key: string, mine: boolean) => void;
  /** Waits until everything that was typed is kept. */
  readonly settled: () => Promise<void>;
  readonly take: (page: TifPage) => void;
  readonly reload: () => void;
}

/** Loads a form and keeps it. */
export function useTifForm(client_id: number): TifForm {
  const { data, error, refetch: reload } = useChannel('tif/get', { client_id });
  const [taken, setTaken] = useState<TifPage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [typing, setTyping] = useState<Readonly<Record<string, string>>>({});
  const [clashes, setClashes] = useState<Readonly<Record<string, Clash>>>({});
  const [state, setState] = useState<TifForm['state']>('kept');
  const known = useRef<TifPage | null>(null);
  const pending = useRef(new Map<string, string>());
  const timer = useRef<number | null>(null);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const page = laterOf(data, taken);
  useEffect(() => {
    known.current = page;
  }, [page]);

  const take = useCallback((next: TifPage): void => {
    known.current = next;
    setTaken(next);
    setFailure(null);
  }, []);

  const drop = useCallback((key: string, text: string): void => {
    // Only what was sent is done with: more may have been typed since.
    setTyping((before) => (before[key] === text ? without(before, key) : before));
  }, []);

  const sendOne = useCallback(
    async (key: string, text: string): Promise<void> => {
      const before = known.current?.answers[key] ?? '';
      const answer: Result<TifPage> = await call('tif/answer', {
        client_id,
        key,
        typed: text,
        known: before,
      });
      if (answer.ok) {
        take(answer.value);
        drop(key, text);
        setState('kept');
        return;
      }
      if (answer.error.code === 'answered_since') {
        drop(key, text);
        setClashes((all) => ({ ...all, [key]: { text: answer.error.cause, yours: text } }));
        setState('kept');
        reload();
        return;
      }
      // It stands on the screen, and goes with the next one that is kept, or when it is tried again.
      if (!pending.current.has(key)) pending.current.set(key, text);
      setFailure(answer.error);
      setState('lost_touch');
    },
    [client_id, drop, reload, take],
  );

  const flush = useCallback((): Promise<void> => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    const all = [...pending.current];
    pending.current.clear();
    if (all.length > 0) setState('keeping');
    for (const [key, text] of all) {
      queue.current = queue.current.then(() => sendOne(key, text));
    }
    return queue.current;
  }, [sendOne]);

  const type = useCallback(
    (key: string, text: string): void => {
      setTyping((before) => ({ ...before, [key]: text }));
      pending.current.set(key, text);
      if (timer.current !== null) window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush],
  );
  const keep = useCallback(
    (key: string, value?: string): void => {
      if (value !== undefined) {
        setTyping((before) => ({ ...before, [key]: value }));
        pending.current.set(key, value);
      }
      void flush();
    },
    [flush],
  );
  const settleClash = useCallback(
    (key: string, mine: boolean): void => {
      const clash = clashes[key];
      setClashes((all) => without(all, key));
      if (mine && clash !== undefined) keep(key, clash.yours);
    },
    [clashes, keep],
  );

  // A window that closes takes nothing with it: what stands in a field is sent first.
  useEffect(() => {
    const leave = (): void => void flush();
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
      leave();
      // The case and the lists show what was typed here.
      forgetAnswers();
    };
  }, [flush]);

  const answers = useMemo(() => merged(page, typing), [page, typing]);
  const check = useMemo(
    () => (page === null ? null : withoutHidden(checkForm(answers, page.on), page.hidden)),
    [answers, page],
  );
  return {
    page,
    failure: failure ?? error,
    answers,
    check,
    typing,
    clashes,
    state,
    type,
    keep,
    settleClash,
    settled: flush,
    take,
    reload,
  };
}

/** A protected address that is there is not missing because it is not shown. */
function withoutHidden(check: FormCheck, hidden: TifPage['hidden']): FormCheck {
  const sections = check.sections.map((section) => {
    const gaps = section.gaps.filter(({ key }) => hidden[key] !== true);
    return { ...section, gaps, complete: gaps.length === 0 };
  });
  return { sections, complete: sections.every(({ complete }) => complete) };
}

/** The one of two answers of the host that knows more: an answer asked for earlier may come later. */
function laterOf(one: TifPage | null, other: TifPage | null): TifPage | null {
  if (one === null || other === null) return one ?? other;
  return age(other) > age(one) ? other : one;
}

/** Grows with every answer and every signature: a signature makes a version of what was being written. */
function age({ versions, draft }: TifPage): number {
  return versions.length * 1_000_000 + (draft?.revision ?? 0);
}

function without<T>(all: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== key));
}

/** The answers with what is being typed read as it will be kept. */
function merged(page: TifPage | null, typing: Readonly<Record<string, string>>): TifAnswers {
  if (page === null) return {};
  const answers: Record<string, string> = { ...page.answers };
  for (const [key, text] of Object.entries(typing)) {
    const question = questionOf(key);
    if (question !== null) answers[key] = readAnswer(question, text, page.on);
  }
  return answers;
}
