import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import packageFile from '../package.json' with { type: 'json' }
import { commandsMarkdown, manPage } from './manual.ts'
import { programWith } from './program.ts'

const DOCS = join(import.meta.dirname, '..', 'docs')

const program = await programWith(() => true)
writeFileSync(join(DOCS, 'commands.md'), commandsMarkdown(program))
writeFileSync(join(DOCS, 'imr.1'), manPage(program, packageFile.version))
