import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import packageFile from '../../package.json' with { type: 'json' }
import { programWith } from '../program.ts'
import { commandsMarkdown, manPage } from './manual.ts'

const DOCS = join(import.meta.dirname, '..', '..', 'docs')

const program = await programWith(() => true)
writeFileSync(join(DOCS, 'commands.md'), commandsMarkdown(program))
writeFileSync(join(DOCS, 'imr.1'), manPage(program, packageFile.version))
