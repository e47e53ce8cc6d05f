import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { programWith } from '../../cli/program.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'install')
const containerfile = readFileSync(join(FOLDER, 'Containerfile'), 'utf8')
const compose = parse(readFileSync(join(FOLDER, 'compose.yaml'), 'utf8'), { merge: true })

/** Instructions with their continuation lines joined. */
const instructions = containerfile
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter(Boolean)
  .map(line => /^(\w+)\s+(.*)$/.exec(line)!.slice(1) as [name: string, rest: string])

const restOf = (name: string) => instructions.filter(([own]) => own === name).map(([, rest]) => rest)

describe('the container file', () => {
  it('is valid', () => {
    expect(validate(containerfile).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([])
  })

  it('has slim Debian, Node 24, an unprivileged user, a health check and volumes', () => {
    expect(restOf('FROM')).toEqual([expect.stringMatching(/^node:24-\w+-slim$/)])
    expect(restOf('USER').at(-1)).not.toMatch(/root|^0/)
    expect(restOf('HEALTHCHECK')).toHaveLength(1)
    expect(JSON.parse(restOf('VOLUME')[0]!)).toEqual(['/letters', '/results'])
    expect(JSON.parse(restOf('ENTRYPOINT')[0]!)).toEqual(['imr'])
  })

  it('runs nothing as root after the user is set', () => {
    const user = instructions.findIndex(([name]) => name === 'USER')
    expect(instructions.slice(user).some(([name]) => ['RUN', 'COPY', 'ADD'].includes(name))).toBe(false)
  })
})

describe('the compose file', () => {
  it('starts a Redis that keeps its queue, an ingest and workers, in this order', () => {
    expect(Object.keys(compose.services)).toEqual(['redis', 'ingest', 'worker'])
    expect(compose.services.redis.command).toEqual(expect.arrayContaining(['--appendonly', 'yes']))
    for (const name of ['ingest', 'worker'])
      expect(compose.services[name]).toMatchObject({
        build: { context: '..', dockerfile: 'install/Containerfile' },
        depends_on: { redis: { condition: 'service_healthy' } },
        environment: { REDIS_URL: 'redis://redis:6379' },
        volumes: compose.services.ingest.volumes,
      })
    for (const volume of compose.services.redis.volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0])
  })

  it('uses commands and options that the program has', async () => {
    const program = await programWith(() => true)
    for (const name of ['ingest', 'worker']) {
      const [command, ...args] = compose.services[name].command as string[]
      const known = program.commands.find(one => one.name() === command)
      const options = args.filter(arg => arg.startsWith('--'))
      for (const option of options) expect(known!.options.map(({ long }) => long)).toContain(option)
      expect(options.length).toBeGreaterThan(0)
    }
  })
})
