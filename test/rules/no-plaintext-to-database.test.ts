/** Plaintext in databases: what the rule reports, and what it lets pass. */
import { noPlaintextToDatabase } from '../../rules/no-plaintext-to-database.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'a database' };

testFlowRule('no-plaintext-to-database', noPlaintextToDatabase, {
  valid: [
    {
      name: 'an identifier as a value',
      code: withTags(
        `import { Pool } from 'pg'; const pool = new Pool(); await pool.query('select 1 where id = $1', [message.id]);`,
      ),
    },
    {
      name: 'a count',
      code: withTags(
        `import { Pool } from 'pg'; const pool = new Pool(); await pool.query('insert into sizes values ($1)', [message.body.length]);`,
      ),
    },
    {
      name: 'a statement without values',
      code: withTags(`import { Pool } from 'pg'; const pool = new Pool(); await pool.query('select now()');`),
    },
    {
      name: 'a client of the same name that is none',
      code: withTags(
        `const pool = { query(text: string): string { return text; } }; pool.query(message.body);`,
      ),
    },
    {
      name: 'what a row gives back',
      code: withTags(
        `import { Pool } from 'pg'; const pool = new Pool(); const { rows } = await pool.query('select id from messages'); console.log(rows);`,
      ),
    },
    {
      name: 'an in-memory object that is called a table',
      code: withTags(`const rows: { id: string }[] = []; rows.push({ id: message.id });`),
    },
  ],
  invalid: [
    flowCase(
      'a value of a statement',
      `pool.query('insert into messages values ($1)', [message.body])`,
      body,
      {
        before: `import { Pool } from 'pg'; const pool = new Pool();
`,
      },
    ),
    flowCase(
      'the statement itself',
      `pool.query(\`insert into messages values ('\${message.body}')\`)`,
      body,
      {
        before: `import { Pool } from 'pg'; const pool = new Pool();
`,
      },
    ),
    flowCase('a built-in database', `db.exec(\`insert into messages values ('\${message.body}')\`)`, body, {
      before: `import { DatabaseSync } from 'node:sqlite'; const db = new DatabaseSync(':memory:');
`,
    }),
    flowCase('a prepared statement', `insert.run(message.body)`, body, {
      before: `import { DatabaseSync } from 'node:sqlite'; const insert = new DatabaseSync(':memory:').prepare('insert into m values (?)');
`,
    }),
    flowCase(
      'a helper',
      `save(message.body)`,
      { ...body, via: ' through save()' },
      {
        before: `import { Pool } from 'pg'; const pool = new Pool(); async function save(text: string): Promise<void> { await pool.query('insert into m values ($1)', [text]); }
`,
      },
    ),
    flowCase('the text of a prepared statement', `db.prepare(\`select '\${message.body}'\`)`, body, {
      before: `import { DatabaseSync } from 'node:sqlite'; const db = new DatabaseSync(':memory:');
`,
    }),
  ],
});
