import { useEffect } from 'react';

/** Time that whatever comes instead has to take the focus itself, as a dialog does, ms. */
const GRACE_MS = 60;
const TRIES = 10;

/**
 * Keeps the focus in the window: when what held it is taken away, as a button by the answer to its press, its nearest
 * part that is left takes it, so that Tab goes on from there and not from the top.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let holders: readonly HTMLElement[] = [];
    let timer: number | undefined;
    const remember = (): void => {
      holders = holdersOf(document.activeElement);
    };
    const mend = (triesLeft: number): void => {
      const isLost = (): boolean =>
        document.activeElement === null || document.activeElement === document.body;
      if (!isLost() || holders[0]?.isConnected !== false) return;
      holders.find((holder) => holder.isConnected)?.focus({ preventScroll: true });
      // Behind a dialog that is still going nothing can take it yet.
      if (isLost() && triesLeft > 0) timer = window.setTimeout(mend, GRACE_MS, triesLeft - 1);
    };
    const observer = new MutationObserver(() => {
      if (holders[0]?.isConnected !== false) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(mend, GRACE_MS, TRIES);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
      window.clearTimeout(timer);
    };
  }, []);
}

/** What has the focus, and after it what is around it and can take it: the nearest first, the screen last. */
function holdersOf(element: Element | null): readonly HTMLElement[] {
  if (!(element instanceof HTMLElement) || element === document.body) return [];
  const around: HTMLElement[] = [];
  for (let up = element.parentElement; up !== null; up = up.parentElement) {
    if (up.hasAttribute('tabindex')) around.push(up);
  }
  const main = document.getElementById('main');
  return [element, ...around, ...(main === null ? [] : [main])];
}
