/** Longer words are compared by their first letters only. */
const LONGEST = 48;
const WIDTH = LONGEST + 1;

const rows = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)] as const;

/** How far apart two words are: as wholes, and the first from the nearest beginning of the second. */
export interface Distance {
  readonly whole: number;
  readonly beginning: number;
}

const FAR: Distance = { whole: 255, beginning: 255 };

/**
 * Letters changed, left out, put in or swapped with their neighbour to make one word of the other (optimal string
 * alignment; Damerau 1964). Only cells that can stay within `most` are worked out; more than that is answered as 255.
 */
export function distanceOf(typed: string, word: string, most: number): Distance {
  const n = Math.min(typed.length, LONGEST);
  const m = Math.min(word.length, LONGEST);
  if (n - m > most) return FAR;
  let [before, above, row] = rows;
  for (let j = 0; j <= m; j++) above[j] = j;
  for (let i = 1; i <= n; i++) {
    const letter = typed.charCodeAt(i - 1);
    const from = Math.max(1, i - most);
    const to = Math.min(m, i + most);
    row.fill(255, 0, m + 1);
    row[0] = i;
    let least = i > most ? 255 : i;
    for (let j = from; j <= to; j++) {
      const other = word.charCodeAt(j - 1);
      let cost = (above[j - 1] ?? 255) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (row[j - 1] ?? 255) + 1, (above[j] ?? 255) + 1);
      if (
        i > 1 &&
        j > 1 &&
        letter === word.charCodeAt(j - 2) &&
        other === typed.charCodeAt(i - 2)
      ) {
        cost = Math.min(cost, (before[j - 2] ?? 255) + 1);
      }
      row[j] = Math.min(cost, 255);
      if (cost < least) least = cost;
    }
    if (least > most) return FAR;
    [before, above, row] = [above, row, before];
  }
  const near = (cost: number): number => (cost > most ? 255 : cost);
  let beginning = 255;
  for (let j = Math.max(0, n - most); j <= Math.min(m, n + most); j++) {
    beginning = Math.min(beginning, above[j] ?? 255);
  }
  return { whole: near(above[m] ?? 255), beginning: near(beginning) };
}
