import { AppError } from '../../app-error'

/**
 * Runs a group; where it fails as a whole, each item by itself, one after the other. An item that no statement can take
 * fails alone, not the ones that happened to travel with it.
 * @returns for each item a function that gives its result or throws its fault
 */
export function isolateFaults<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): (items: readonly Item[]) => Promise<readonly (() => Result)[]> {
  return async (items) => {
    try {
      return (await run(items)).map((result) => () => result)
    } catch (fault) {
      // The database is busy for everybody: trying 64 times more would only make it worse.
      if (items.length === 1 || fault instanceof AppError) return items.map(() => throwing(fault))
    }
    const singly: (() => Result)[] = []
    for (const item of items) singly.push(await runAlone(run, item))
    return singly
  }
}

async function runAlone<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  item: Item,
): Promise<() => Result> {
  try {
    const [result] = await run([item])
    return () => result as Result
  } catch (fault) {
    return throwing(fault)
  }
}

function throwing(fault: unknown): () => never {
  return () => {
    throw fault
  }
}
