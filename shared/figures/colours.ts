/** What a figure is drawn in: tokens handed in, so that screen (light, dark) and paper share the builders. */
export interface FigureColours {
  readonly ink: string;
  readonly ink_soft: string;
  readonly line: string;
  readonly surface: string;
  /** Totals and the main series. */
  readonly accent: string;
  /** Costs that rise. Told from `fall` in every common colour vision: orange against blue. */
  readonly rise: string;
  readonly fall: string;
  /** A quieter companion of the accent, for last year. */
  readonly before: string;
  /** Over a limit: always with a shape and a word beside it. */
  readonly danger: string;
  /** Fill of a range. */
  readonly band: string;
  readonly font: string;
}

/** Paper: black on white, each pair at 4.5 to 1 or better; orange and blue after Okabe and Ito (2008), darkened. */
export const PAPER: FigureColours = {
  ink: '#1b1f23',
  ink_soft: '#57606a',
  line: '#d0d7de',
  surface: '#ffffff',
  accent: '#0f5e63',
  rise: '#b35900',
  fall: '#0060a0',
  before: '#8aa9ab',
  danger: '#a3003a',
  band: '#dbe7e8',
  font: 'Inter, sans-serif',
};
