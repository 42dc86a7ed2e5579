/** The letter that picks each choice: the first of its words that no choice before has taken. */
export function choiceLetters(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const letters = Array.from(label.toLowerCase()).filter((each) => /\p{L}/u.test(each));
    const letter = letters.find((each) => !taken.has(each)) ?? '';
    taken.add(letter);
    return letter;
  });
}

/** A label in three: before, at and after its letter. */
export function splitAtLetter(label: string, letter: string): readonly [string, string, string] {
  const at = letter === '' ? -1 : label.toLowerCase().indexOf(letter);
  return at < 0
    ? [label, '', '']
    : [label.slice(0, at), label.slice(at, at + 1), label.slice(at + 1)];
}
