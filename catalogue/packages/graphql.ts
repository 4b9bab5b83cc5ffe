/** GraphQL and tRPC: what resolvers and procedures answer, and errors, which are answered with their text. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

/** Fields of types, in a map of resolvers. */
const resolved = 'Member[resolvers].AnyMember.AnyMember.ReturnValue.Awaited';

export const graphqlRows: Partial<Models> = {
  sinks: [
    ...sinks('network', 'graphql', [
      'Member[GraphQLError].Argument[0]',
      'Member[GraphQLError].Argument[1].Member[extensions]',
      'Member[GraphQLObjectType].Argument[0].Member[fields].AnyMember.Member[resolve].ReturnValue.Awaited',
    ]),
    ...sinks('network', '@apollo/server', [`Member[ApolloServer].Argument[0].${resolved}`]),
    ...sinks('network', '@apollo/server.HeaderMap', ['Member[set].Argument[1]']),
    ...sinks('network', 'graphql-yoga', [`Member[createSchema].Argument[0].${resolved}`]),
    ...sinks('network', '@trpc/server.TRPCProcedureBuilder', [
      'Member[query,mutation].Argument[0].ReturnValue.Awaited',
    ]),
    ...sinks('network', '@trpc/server', ['Member[TRPCError].Argument[0].Member[message]']),
  ],
};
