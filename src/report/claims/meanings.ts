/** What words may mean: what they say, and what the text around them suggests besides. */
export interface Meanings<Of> {
  readonly first: readonly Of[];
  readonly others: readonly Of[];
}

export function only<Of>(meaning: Of): Meanings<Of> {
  return { first: [meaning], others: [] };
}

/** Each meaning with whether the words say it. */
export function meaningsOf<Of>({ first, others }: Meanings<Of>): readonly (readonly [boolean, Of])[] {
  return [...first.map((one) => [true, one] as const), ...others.map((one) => [false, one] as const)];
}
