/** A file a person gave: by path (terminal, dialog) or by its bytes (dropped on the window). */
export interface InputFile {
  /** Its name, with the folder inside a chosen folder where there is one. */
  readonly name: string;
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array };
}
