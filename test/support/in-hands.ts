/** As many as the server has connections. */
const HANDS = 4;

/** Does a piece of work with every item, some at a time, in their order. */
export async function inHands<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const hand = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}
