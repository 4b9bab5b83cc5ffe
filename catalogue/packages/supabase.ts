/** Supabase: storage, tables, filters that travel in addresses, channels and functions. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const supabaseRows: Partial<Models> = {
  sinks: [
    ...sinks('object-store', '@supabase/storage-js.StorageClient', [
      'Member[from].ReturnValue.Member[upload,update,uploadToSignedUrl].Argument[0..2]',
      'Member[from].ReturnValue.Member[uploadToSignedUrl].Argument[2,3]',
    ]),
    ...sinks('object-store', '@supabase/storage-js.VectorDataApi', [
      'Member[putVectors].Argument[0].Member[vectors]',
    ]),
    ...sinks('object-store', '@supabase/supabase-js.SupabaseClient', [
      'Member[storage].Member[from].ReturnValue.Member[upload,update].Argument[0..2]',
    ]),
    ...sinks('database', '@supabase/supabase-js.PostgrestQueryBuilder', [
      'Member[insert,upsert,update].Argument[0]',
    ]),
    ...sinks('database', '@supabase/supabase-js.PostgrestFilterBuilder', [
      'Member[eq,neq,like,ilike,in,contains,textSearch].Argument[1]',
      'Member[match,or].Argument[0]',
      'Member[filter].Argument[2]',
    ]),
    ...sinks('database', '@supabase/supabase-js.SupabaseClient', ['Member[rpc].Argument[1]']),
    ...sinks('queue', '@supabase/supabase-js.RealtimeChannel', [
      'Member[send,track].Argument[0]',
      'Member[httpSend].Argument[1]',
    ]),
    ...sinks('network', '@supabase/supabase-js.SupabaseClient', [
      'Member[functions].Member[invoke].Argument[1].Member[body,headers]',
    ]),
  ],
};
