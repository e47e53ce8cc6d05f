/**
 * What the profile of Data Package 2.0 (datapackage.org/profiles/2.0) requires of the members that these datasets may
 * have. The published file is not in this repository: these rules were written anew from it, member by member, with its
 * patterns for paths, hashes and media types, and one branch per field type. Members that are never written are left
 * out.
 */
const text = { type: 'string' }
const flag = { type: 'boolean' }
const texts = { type: 'array', minItems: 1, items: text }
const uri = { type: 'string', format: 'uri' }

/** A relative POSIX path that stays within the package, or a URL. */
const path = {
  type: 'string',
  pattern: '^(?=[^./~])(?!file:)((?!/\\.\\./)(?!\\\\)(?!://).)*$|^(http|ftp)s?://.*$',
}

const licences = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    anyOf: [{ required: ['name'] }, { required: ['path'] }],
    properties: { name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path, title: text },
  },
}

const sources = {
  type: 'array',
  items: { type: 'object', minProperties: 1, properties: { title: text, path, email: text, version: text } },
}

const dialect = {
  type: 'object',
  properties: {
    header: flag,
    delimiter: text,
    lineTerminator: text,
    quoteChar: text,
    doubleQuote: flag,
    escapeChar: text,
    nullSequence: text,
    skipInitialSpace: flag,
  },
}

const constraints = {
  type: 'object',
  properties: {
    required: flag,
    unique: flag,
    pattern: text,
    enum: { type: 'array', minItems: 1, uniqueItems: true },
    minLength: { type: 'integer' },
    maxLength: { type: 'integer' },
  },
}

const fieldOf = (type: string, more: object = {}): object => ({
  type: 'object',
  required: ['name', 'type'],
  properties: { name: text, title: text, description: text, type: { const: type }, constraints, ...more },
})

const ITEM_TYPES = ['string', 'integer', 'boolean', 'number', 'datetime', 'date', 'time']

const schema = {
  type: 'object',
  required: ['fields'],
  properties: {
    fields: {
      type: 'array',
      minItems: 1,
      items: {
        oneOf: [
          fieldOf('string', { format: { enum: ['default', 'email', 'uri', 'binary', 'uuid'] } }),
          fieldOf('number', { bareNumber: flag, groupChar: text, decimalChar: text }),
          fieldOf('integer', { bareNumber: flag, groupChar: text }),
          fieldOf('boolean', { trueValues: texts, falseValues: texts }),
          fieldOf('date', { format: text }),
          fieldOf('array', { format: { const: 'default' } }),
          fieldOf('list', { delimiter: text, itemType: { enum: ITEM_TYPES } }),
        ],
      },
    },
    missingValues: { type: 'array', items: text },
    primaryKey: texts,
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: {
          fields: texts,
          reference: { type: 'object', required: ['fields'], properties: { resource: text, fields: texts } },
        },
      },
    },
  },
}

export const DATA_PACKAGE_PROFILE = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: uri,
    name: text,
    id: text,
    title: text,
    description: text,
    homepage: uri,
    version: text,
    created: { type: 'string', format: 'date-time' },
    keywords: texts,
    licenses: licences,
    sources,
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        oneOf: [{ required: ['name', 'data'] }, { required: ['name', 'path'] }],
        properties: {
          name: text,
          path: { oneOf: [path, { type: 'array', minItems: 1, items: path }] },
          type: { const: 'table' },
          title: text,
          description: text,
          licenses: licences,
          sources,
          format: text,
          mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
          encoding: text,
          bytes: { type: 'integer' },
          hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
          dialect,
          schema,
        },
      },
    },
  },
}
