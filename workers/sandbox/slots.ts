import { openSlot, type Slot, type SlotOptions } from './slot.ts'

/** Several slots behind one: a task runs in the first that is free. */
export function openSlots(count: number, options: SlotOptions = {}): Slot {
  const slots = Array.from({ length: count }, () => openSlot(options))
  const idle = [...slots]
  const waiting: ((slot: Slot) => void)[] = []
  const take = async (): Promise<Slot> => idle.pop() ?? new Promise(resolve => waiting.push(resolve))
  const giveBack = (slot: Slot) => {
    const next = waiting.shift()
    if (next) next(slot)
    else idle.push(slot)
  }
  return {
    run: async task => {
      const slot = await take()
      await slot.run(task).finally(() => giveBack(slot))
    },
    close: async () => {
      await Promise.all(slots.map(slot => slot.close()))
    },
  }
}
