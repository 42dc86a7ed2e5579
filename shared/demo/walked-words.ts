/** Invented lanes that routes of the register are called by. */
export const STREETS_NEAR = [
  'Orchard Lane',
  'Quarry Hill',
  'Weir Path',
  'Old Tilt Road',
  'Church Walk',
  'Cherry Tree Bends',
  'Lathe Street',
  'Hoppers Way',
  'Marsh Track',
] as const;
