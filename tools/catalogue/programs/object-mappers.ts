/** Claims in a database by Drizzle, TypeORM, Mongoose, Kysely, Knex and Sequelize. */
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, integer, serial } from 'drizzle-orm/pg-core';
import { eq, and, like, sql, inArray, count } from 'drizzle-orm';
import { Entity, Column, PrimaryColumn, DataSource, Repository, BaseEntity, Like, type EntityManager } from 'typeorm';
import mongoose, { Schema, model, type HydratedDocument, type InferSchemaType } from 'mongoose';
import { Kysely, PostgresDialect, sql as ksql, type Generated } from 'kysely';
import knex from 'knex';
import { Sequelize, Model, DataTypes, Op } from 'sequelize';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Claim { readonly id: number; readonly reason: Plaintext<string>; readonly diagnosis: Plaintext<string>; readonly amount: number; readonly state: 'open' | 'paid' }

const claims = pgTable('claims', { id: serial('id').primaryKey(), reason: text('reason'), amount: integer('amount') });
const db = drizzle('postgres://localhost', { schema: { claims } });
export async function drizzled(claim: Claim): Promise<number> {
  await db.insert(claims).values({ reason: claim.reason, amount: claim.amount }); // $ Alert[no-plaintext-to-database]
  await db.insert(claims).values([{ amount: claim.amount }]).returning({ id: claims.id });
  await db.insert(claims).values({ amount: 1 }).onConflictDoUpdate({ target: claims.id, set: { reason: claim.reason } }); // $ Alert[no-plaintext-to-database]
  await db.update(claims).set({ reason: claim.reason }).where(eq(claims.id, claim.id)); // $ Alert[no-plaintext-to-database]
  await db.update(claims).set({ amount: claim.amount }).where(eq(claims.id, claim.id));
  const same = await db.select({ n: count() }).from(claims).where(and(eq(claims.reason, claim.reason), eq(claims.amount, 1))); // $ Alert[no-plaintext-to-database]
  await db.select().from(claims).where(like(claims.reason, `%${claim.reason}%`)); // $ Alert[no-plaintext-to-database]
  await db.select().from(claims).where(inArray(claims.id, [claim.id]));
  await db.execute(sql`SELECT ${claim.diagnosis}`); // $ Alert[no-plaintext-to-database]
  await db.execute(sql`SELECT ${claim.id}`);
  await db.transaction(async (tx) => {
    await tx.insert(claims).values({ reason: claim.reason }); // $ Alert[no-plaintext-to-database]
    await tx.delete(claims).where(eq(claims.id, claim.id));
  });
  const found = await db.query.claims.findFirst({ where: (c, { eq }) => eq(c.reason, claim.reason) }); // $ Alert[no-plaintext-to-database]
  console.log(found?.id, same[0]?.n);
  return same[0]?.n ?? 0;
}

@Entity()
class ClaimEntity extends BaseEntity {
  @PrimaryColumn() id!: number;
  @Column() reason!: string;
  @Column() amount!: number;
}
const source = new DataSource({ type: 'postgres', entities: [ClaimEntity] });
class ClaimService {
  constructor(private readonly claims: Repository<ClaimEntity>) {}
  async store(claim: Claim): Promise<void> {
    await this.claims.save({ id: claim.id, reason: claim.reason, amount: claim.amount }); // $ Alert[no-plaintext-to-database]
    await this.claims.save({ id: claim.id, reason: 'withheld', amount: claim.amount });
    await this.claims.insert({ id: claim.id, reason: claim.reason }); // $ Alert[no-plaintext-to-database]
    await this.claims.update({ id: claim.id }, { reason: claim.diagnosis }); // $ Alert[no-plaintext-to-database]
    await this.claims.update({ id: claim.id }, { amount: claim.amount });
    await this.claims.findOneBy({ reason: claim.reason }); // $ Alert[no-plaintext-to-database]
    await this.claims.find({ where: { reason: Like(claim.reason) } }); // $ Alert[no-plaintext-to-database]
    await this.claims.createQueryBuilder('c').where('c.reason = :reason', { reason: claim.reason }).getMany(); // $ Alert[no-plaintext-to-database]
    await this.claims.createQueryBuilder('c').where('c.id = :id', { id: claim.id }).getCount();
    await this.claims.query('SELECT $1', [claim.reason]); // $ Alert[no-plaintext-to-database]
    const entity = this.claims.create({ id: claim.id, amount: claim.amount });
    entity.reason = claim.reason;
    await this.claims.save(entity); // $ Alert[no-plaintext-to-database]
    const active = new ClaimEntity();
    active.reason = claim.reason;
    await active.save(); // $ Alert[no-plaintext-to-database]
    await source.transaction(async (manager: EntityManager) => {
      await manager.save(ClaimEntity, { id: claim.id, reason: claim.reason }); // $ Alert[no-plaintext-to-database]
      await manager.increment(ClaimEntity, { id: claim.id }, 'amount', claim.amount);
    });
    const runner = source.createQueryRunner();
    await runner.query('UPDATE claims SET reason = $1', [claim.reason]); // $ Alert[no-plaintext-to-database]
    console.log(await this.claims.count(), entity.id);
  }
}
void ClaimService;

const claimSchema = new Schema({ reason: String, amount: Number, notes: [{ text: String }] }, { timestamps: true });
claimSchema.methods['summary'] = function (this: { amount: number }) { return this.amount; };
type ClaimDocument = HydratedDocument<InferSchemaType<typeof claimSchema>>;
const ClaimModel = model('Claim', claimSchema);
export async function mongo(claim: Claim): Promise<void> {
  await ClaimModel.create({ reason: claim.reason, amount: claim.amount }); // $ Alert[no-plaintext-to-database]
  await ClaimModel.create({ amount: claim.amount });
  await ClaimModel.insertMany([{ reason: claim.reason }]); // $ Alert[no-plaintext-to-database]
  const document: ClaimDocument = new ClaimModel({ amount: claim.amount });
  document.reason = claim.reason;
  await document.save(); // $ Alert[no-plaintext-to-database]
  const fresh = new ClaimModel({ reason: claim.reason });
  await fresh.save(); // $ Alert[no-plaintext-to-database]
  await ClaimModel.updateOne({ _id: claim.id }, { $set: { reason: claim.reason } }); // $ Alert[no-plaintext-to-database]
  await ClaimModel.updateOne({ _id: claim.id }, { $inc: { amount: claim.amount } });
  await ClaimModel.findOneAndUpdate({ amount: claim.amount }, { $push: { notes: { text: claim.diagnosis } } }, { new: true }); // $ Alert[no-plaintext-to-database]
  await ClaimModel.findByIdAndUpdate(claim.id, { reason: claim.reason }); // $ Alert[no-plaintext-to-database]
  await ClaimModel.find({ reason: new RegExp(claim.reason) }).lean(); // $ Alert[no-plaintext-to-database]
  await ClaimModel.find().where('reason').equals(claim.reason); // $ Alert[no-plaintext-to-database]
  await ClaimModel.bulkWrite([{ insertOne: { document: { reason: claim.reason } } }]); // $ Alert[no-plaintext-to-database]
  await ClaimModel.aggregate([{ $match: { reason: claim.reason } }]); // $ Alert[no-plaintext-to-database]
  await ClaimModel.aggregate([{ $match: { amount: claim.amount } }]);
  document.set('amount', claim.amount);
  console.log(await ClaimModel.countDocuments({ amount: 1 }), document.id, mongoose.connection.readyState);
  await mongoose.connection.collection('claims').insertOne({ reason: claim.reason }); // $ Alert[no-plaintext-to-database]
}

interface Tables { claims: { id: Generated<number>; reason: string; amount: number } }
const k = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: null! }) });
export async function kyselied(claim: Claim): Promise<void> {
  await k.insertInto('claims').values({ reason: claim.reason, amount: claim.amount }).execute(); // $ Alert[no-plaintext-to-database]
  await k.updateTable('claims').set({ amount: claim.amount }).where('id', '=', claim.id).execute();
  await k.updateTable('claims').set('reason', claim.reason).execute(); // $ Alert[no-plaintext-to-database]
  await k.selectFrom('claims').select('id').where('reason', '=', claim.reason).execute(); // $ Alert[no-plaintext-to-database]
  await k.selectFrom('claims').select('id').where((eb) => eb('reason', '=', claim.reason)).execute(); // $ Alert[no-plaintext-to-database]
  await ksql`SELECT ${claim.reason}`.execute(k); // $ Alert[no-plaintext-to-database]
  await k.transaction().execute(async (t) => {
    await t.insertInto('claims').values({ reason: claim.diagnosis, amount: 0 }).execute(); // $ Alert[no-plaintext-to-database]
  });
}

const q = knex({ client: 'pg' });
export async function knexed(claim: Claim): Promise<void> {
  await q('claims').insert({ reason: claim.reason }); // $ Alert[no-plaintext-to-database]
  await q('claims').where({ id: claim.id }).update({ amount: claim.amount });
  await q('claims').where('reason', claim.reason).first(); // $ Alert[no-plaintext-to-database]
  await q('claims').where({ id: claim.id }).update('reason', claim.reason); // $ Alert[no-plaintext-to-database]
  await q.raw('SELECT ?', [claim.reason]); // $ Alert[no-plaintext-to-database]
  await q.transaction(async (trx) => {
    await trx('claims').insert({ reason: claim.reason }); // $ Alert[no-plaintext-to-database]
    await trx.insert({ amount: claim.amount }).into('claims');
  });
}

const sequelize = new Sequelize('sqlite::memory:');
class ClaimRow extends Model { declare id: number; declare reason: string; declare amount: number }
ClaimRow.init({ reason: DataTypes.STRING, amount: DataTypes.INTEGER }, { sequelize });
export async function sequelized(claim: Claim): Promise<void> {
  await ClaimRow.create({ reason: claim.reason }); // $ Alert[no-plaintext-to-database]
  const row = await ClaimRow.create({ amount: claim.amount });
  await row.update({ reason: claim.reason }); // $ Alert[no-plaintext-to-database]
  row.reason = claim.diagnosis;
  await row.save(); // $ Alert[no-plaintext-to-database]
  await ClaimRow.findAll({ where: { reason: { [Op.like]: `%${claim.reason}%` } } }); // $ Alert[no-plaintext-to-database]
  await ClaimRow.findAll({ where: { amount: { [Op.gt]: claim.amount } } });
  await ClaimRow.upsert({ reason: claim.reason }); // $ Alert[no-plaintext-to-database]
  await sequelize.query('SELECT :r', { replacements: { r: claim.reason } }); // $ Alert[no-plaintext-to-database]
  await sequelize.query('SELECT :r', { replacements: { r: claim.amount } });
}
