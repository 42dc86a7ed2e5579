/** Files dropped anywhere on the window go to the import. */
export function DropImport() {
  return null;
}
