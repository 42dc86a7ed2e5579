/** A list of whole numbers (32 bits) that grows by doubling: an ordinary array of millions would take several times the memory. */
export class GrowingInts {
  length = 0;
  private kept = new Int32Array(1024);

  push(value: number): void {
    if (this.length === this.kept.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.kept);
      this.kept = wider;
    }
    this.kept[this.length++] = value;
  }

  /** The numbers so far, in an array of just their size. */
  done(): Int32Array {
    return this.kept.slice(0, this.length);
  }
}
