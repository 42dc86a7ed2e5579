/** Answers of the host, asked once however many places show them, and asked again when it says that something changed. */
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { call } from '../bridge/bridge.ts';
import type { ChannelName, Input, Output } from '../../shared/api/contract.ts';
import type { Failure, Result } from '../../shared/kernel/result.ts';

/** What is known of an answer. `data` stays while it is asked again. */
export interface Answer<T> {
  readonly data: T | null;
  readonly error: Failure | null;
  /** True until the first answer. */
  readonly loading: boolean;
}

interface Entry {
  answer: Answer<unknown>;
  listeners: Set<() => void>;
  ask: () => Promise<Result<unknown>>;
  /** Counts questions, so that an older answer never overwrites a newer one. */
  asked: number;
}

const NOTHING: Answer<never> = { data: null, error: null, loading: false };
const LOADING: Answer<never> = { data: null, error: null, loading: true };
/** Answers nobody shows are kept for the way back, the oldest leaves first. */
const KEPT = 60;
const entries = new Map<string, Entry>();

async function refresh(entry: Entry): Promise<void> {
  entry.asked += 1;
  const turn = entry.asked;
  const result = await entry.ask();
  if (turn !== entry.asked) return;
  entry.answer = result.ok
    ? { data: result.value, error: null, loading: false }
    : { data: entry.answer.data, error: result.error, loading: false };
  for (const listener of entry.listeners) listener();
}

function entryFor(key: string, ask: Entry['ask']): Entry {
  const found = entries.get(key);
  if (found !== undefined) return found;
  const entry: Entry = { answer: LOADING, listeners: new Set(), ask, asked: 0 };
  entries.set(key, entry);
  for (const [old, { listeners }] of entries) {
    if (entries.size <= KEPT) break;
    if (listeners.size === 0 && old !== key) entries.delete(old);
  }
  void refresh(entry);
  return entry;
}

/** Asks a channel and follows it; null for the input asks nothing. The answer is asked again whenever the host's data change. */
export function useChannel<C extends ChannelName>(
  channel: C,
  input: Input<C> | null,
): Answer<Output<C>> & { readonly refetch: () => void } {
  const key = input === null ? null : `${channel} ${JSON.stringify(input)}`;
  const find = useCallback(
    () =>
      key === null
        ? null
        : // The key is the input: asking by it keeps the question stable between renders.
          entryFor(key, () => call(channel, JSON.parse(key.slice(channel.length + 1)) as Input<C>)),
    [channel, key],
  );
  const subscribe = useCallback(
    (listener: () => void) => {
      const entry = find();
      entry?.listeners.add(listener);
      return () => {
        entry?.listeners.delete(listener);
      };
    },
    [find],
  );
  // The key names channel and input, so what is kept under it is this channel's output.
  const answer = useSyncExternalStore(
    subscribe,
    () => (find()?.answer ?? NOTHING) as Answer<Output<C>>,
  );
  const refetch = useCallback(() => {
    const entry = find();
    if (entry !== null) void refresh(entry);
  }, [find]);
  return { ...answer, refetch };
}

const changeListeners = new Set<() => void>();
let planned: number | null = null;

/** Something changed on the host: what is shown is asked again, what is not is forgotten. Many in a row count once. */
export function forgetAnswers(): void {
  planned ??= window.setTimeout(() => {
    planned = null;
    for (const [key, entry] of entries) {
      if (entry.listeners.size === 0) entries.delete(key);
      else void refresh(entry);
    }
    for (const listener of changeListeners) listener();
  }, 60);
}

/** Calls back after the host's data changed, for screens that keep answers of their own. */
export function useOnChange(listener: () => void): void {
  useEffect(() => {
    changeListeners.add(listener);
    return () => {
      changeListeners.delete(listener);
    };
  }, [listener]);
}
