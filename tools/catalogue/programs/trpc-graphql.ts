/** Profiles by tRPC, Apollo, Yoga and plain GraphQL: what resolvers and procedures answer. */
import { initTRPC, TRPCError } from '@trpc/server';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createYoga, createSchema, createPubSub } from 'graphql-yoga';
import { GraphQLError, GraphQLSchema, GraphQLObjectType, GraphQLString, type GraphQLResolveInfo } from 'graphql';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Profile { readonly id: string; readonly bio: Plaintext<string>; readonly email: Plaintext<string>; readonly posts: number; readonly verified: boolean }
declare function load(id: string): Promise<Profile>;

const t = initTRPC.context<{ user: string; log: (line: string) => void }>().create({
  errorFormatter: ({ shape }) => ({ ...shape, message: 'failed' }),
});
const timed = t.middleware(async ({ path, next, ctx }) => {
  const start = Date.now();
  const result = await next({ ctx: { user: ctx.user } });
  console.log(path, Date.now() - start, result.ok);
  return result;
});
const procedure = t.procedure.use(timed);
export const router = t.router({
  posts: procedure.input((value) => String(value)).query(async ({ input }) => (await load(input)).posts),
  bio: procedure.input((value) => String(value)).query(async ({ input }) => (await load(input)).bio), // $ Alert[no-plaintext-to-network]
  rename: procedure.input((value) => String(value)).mutation(async ({ input, ctx }) => {
    const profile = await load(input);
    console.log(ctx.user, profile.id, profile.verified);
    console.log(profile.bio); // $ Alert[no-plaintext-to-log]
    if (profile.posts === 0) throw new TRPCError({ code: 'BAD_REQUEST', message: `no posts of ${profile.id}` });
    if (!profile.verified) throw new TRPCError({ code: 'BAD_REQUEST', message: `unverified ${profile.email}` }); // $ Alert[no-plaintext-to-network]
    return { id: profile.id };
  }),
  whole: procedure.input((value) => String(value)).query(({ input }) => load(input)), // $ Alert[no-plaintext-to-network]
});
export const caller = router.createCaller({ user: 'a', log: console.log });
createHTTPServer({ router, createContext: () => ({ user: 'x', log: console.log }), onError: ({ error, path }) => console.error(path, error.code) });
export const handle = (req: Request): Promise<Response> => fetchRequestHandler({ endpoint: '/trpc', req, router, createContext: () => ({ user: 'x', log: console.log }) });

interface Context extends BaseContext { profile?: Profile }
const timing: ApolloServerPlugin<Context> = {
  async requestDidStart({ request, contextValue }) {
    console.log(request.operationName, contextValue.profile?.id);
    console.log(contextValue.profile?.bio); // $ Alert[no-plaintext-to-log]
    return {
      async willSendResponse({ response, contextValue }) {
        response.http.headers.set('x-posts', String(contextValue.profile?.posts));
        response.http.headers.set('x-bio', contextValue.profile?.bio ?? ''); // $ Alert[no-plaintext-to-network]
      },
      async didEncounterErrors({ errors }) {
        console.error(errors.length);
      },
    };
  },
};
const resolvers = {
  Query: {
    posts: async (_: unknown, { id }: { id: string }) => (await load(id)).posts,
    bio: async (_: unknown, { id }: { id: string }, _context: Context, info: GraphQLResolveInfo) => {
      const profile = await load(id);
      console.log(info.fieldName, profile.id);
      if (profile.posts < 1) throw new GraphQLError('nothing', { extensions: { code: 'NONE', posts: profile.posts } });
      if (!profile.verified) throw new GraphQLError(`unverified ${profile.email}`); // $ Alert[no-plaintext-to-network]
      if (profile.id === '') throw new GraphQLError('none', { extensions: { email: profile.email } }); // $ Alert[no-plaintext-to-network]
      return profile.id;
    },
  },
};
export const apollo = new ApolloServer<Context>({ typeDefs: 'type Query { posts: Int }', resolvers, plugins: [timing], formatError: (error) => ({ message: error.message }) });
await startStandaloneServer(apollo, { context: async () => ({ profile: await load('1') }) });
export const leaking = new ApolloServer<Context>({
  typeDefs: 'type Query { email: String }',
  resolvers: { Query: { email: async () => (await load('1')).email, posts: async () => (await load('1')).posts } }, // $ Alert[no-plaintext-to-network]
});

const pubSub = createPubSub<{ renamed: [{ bio?: string; id: string }] }>();
export const yoga = createYoga({
  schema: createSchema({
    typeDefs: 'type Query { bio: String }',
    resolvers: {
      Query: {
        bio: async () => (await load('1')).bio, // $ Alert[no-plaintext-to-network]
        posts: async () => (await load('1')).posts,
      },
      Mutation: {
        rename: async (_: unknown, { id }: { id: string }) => {
          const profile = await load(id);
          pubSub.publish('renamed', { id: profile.id });
          pubSub.publish('renamed', { id: profile.id, bio: profile.bio });
          return profile.verified;
        },
      },
    },
  }),
  context: async () => ({ profile: await load('1') }),
  logging: 'warn',
});

export const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      email: { type: GraphQLString, resolve: async () => (await load('1')).email }, // $ Alert[no-plaintext-to-network]
      id: { type: GraphQLString, resolve: async () => (await load('1')).id },
    },
  }),
});
