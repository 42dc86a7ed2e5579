/** From answer to answer without the mouse. A row of the form carries its question as `data-question`, and `data-open` where it is missing. */

function rows(open: boolean): readonly HTMLElement[] {
  return [
    ...document.querySelectorAll<HTMLElement>(
      open ? '[data-question][data-open]' : '[data-question]',
    ),
  ];
}

/** Puts the focus into a row: its chosen answer, else the first. */
export function focusRow(row: HTMLElement | null | undefined): boolean {
  const field =
    row?.querySelector<HTMLElement>(
      '[role="radio"][tabindex="0"], [role="radio"], input, textarea',
    ) ?? null;
  if (field === null) return false;
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
  row?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Puts the focus on a question. */
export function focusQuestion(key: string): boolean {
  return focusRow(document.querySelector<HTMLElement>(`[data-question="${CSS.escape(key)}"]`));
}

function here(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-question]') ?? null;
}

/** To the next row, or the one before (`step` -1). False: there is none. */
export function moveRow(step: 1 | -1): boolean {
  const all = rows(false);
  const at = here();
  const index = at === null ? (step === 1 ? -1 : all.length) : all.indexOf(at);
  return focusRow(all[index + step]);
}

/** To the next missing answer, round to the first after the last. False: none is missing. */
export function moveMissing(step: 1 | -1): boolean {
  const open = rows(true);
  const at = here();
  if (open.length === 0) return false;
  if (at === null) return focusRow(step === 1 ? open[0] : open.at(-1));
  const after = open.filter((row) => {
    const position = at.compareDocumentPosition(row);
    const wanted = step === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    return row !== at && (position & wanted) !== 0;
  });
  const next = step === 1 ? (after[0] ?? open[0]) : (after.at(-1) ?? open.at(-1));
  return focusRow(next);
}
