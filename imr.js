#!/usr/bin/env node
// Starts the command line on Node 24: in this process where it is one, else with the Node that npm installed beside the
// program. Older versions of Node must be able to read this file.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const WANTED = 24

const here = fileURLToPath(import.meta.url)
const args = process.argv.slice(2)

// Asked often, by scripts; it needs none of the program.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V'))
  process.stdout.write(`${JSON.parse(readFileSync(join(dirname(here), 'package.json'), 'utf8')).version}\n`)
else if (Number.parseInt(process.versions.node, 10) >= WANTED) await run()
else await handOver(installedNode())

/** Sources in a checkout, built files in the installed package. */
async function run() {
  keepCompiled(cacheFolder())
  const sources = new URL('./cli/main.ts', import.meta.url)
  await import(existsSync(sources) ? sources.href : new URL('./dist/cli/main.js', import.meta.url).href)
}

/**
 * Keeps compiled modules for the next start, and for the processes that this one starts. Where the folder cannot be written, nothing is kept and nothing is said.
 * Folders are made one by one: asked to make several at once under /proc, Node does not return.
 */
function keepCompiled(folder) {
  const own = join(folder, 'imr')
  try {
    for (const one of [folder, own]) if (!existsSync(one)) mkdirSync(one)
    module.enableCompileCache(own)
    process.env.NODE_COMPILE_CACHE ??= own
  } catch {
    // Then each start compiles anew.
  }
}

/** Of this user alone: compiled code is run as it is found. */
function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  return XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache')
}

/** The Node of this platform that a checkout brings along; null where there is none. */
function installedNode() {
  const windows = process.platform === 'win32'
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    return join(folder, 'bin', windows ? 'node.exe' : 'node')
  } catch {
    return null
  }
}

async function handOver(node) {
  if (node === null) {
    const remedy = 'install it (in a checkout, `npm ci` brings it along)'
    process.stderr.write(`imr needs Node ${WANTED}, and this is Node ${process.versions.node}: ${remedy}\n`)
    process.exit(2)
  }
  const { spawn } = await import('node:child_process')
  const child = spawn(node, [here, ...args], { stdio: 'inherit' })
  // A terminal tells the child itself; any other sender knows this process only.
  const terminal = [process.stdin, process.stdout, process.stderr].some(stream => stream.isTTY)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => (signal === 'SIGINT' && terminal ? undefined : child.kill(signal)))
  child.on('exit', (code, signal) => {
    if (signal) process.removeAllListeners(signal).kill(process.pid, signal)
    else process.exit(code)
  })
}
