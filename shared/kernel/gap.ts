/** Something that an answer lacks: a word for machines, and a sentence that says what is missing and what was taken instead. */
export interface Gap {
  readonly code: string;
  readonly sentence: string;
}
