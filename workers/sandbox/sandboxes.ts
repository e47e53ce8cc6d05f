import { openSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts'

/** Several sandboxes behind one interface: a task runs in the first free one. */
export function openSandboxes(count: number, options: SandboxOptions = {}): Sandbox {
  const sandboxes = Array.from({ length: count }, () => openSandbox(options))
  const idle = [...sandboxes]
  const waiting: ((sandbox: Sandbox) => void)[] = []
  const take = async (): Promise<Sandbox> => idle.pop() ?? new Promise(resolve => waiting.push(resolve))
  const giveBack = (sandbox: Sandbox) => {
    const next = waiting.shift()
    if (next) next(sandbox)
    else idle.push(sandbox)
  }
  return {
    run: async task => {
      const sandbox = await take()
      await sandbox.run(task).finally(() => giveBack(sandbox))
    },
    close: async () => {
      await Promise.all(sandboxes.map(sandbox => sandbox.close()))
    },
  }
}
