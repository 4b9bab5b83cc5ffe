/** Two brokers on loopback: that of the model, and that of the service which calls it. */
import type { Broker, BrokerOptions } from 'stateless-runtime/broker';
import { serve } from 'stateless-runtime/broker';
import { bundleModel, bundleSummariser } from './bundle.ts';

/** The running pair. */
export interface Pair {
  readonly model: Broker;
  readonly service: Broker;
  readonly stop: () => Promise<void>;
}

/** Starts the model, then the service, whose bundle names the model's address and launch digest. */
export async function servePair(options: BrokerOptions, modelOptions: BrokerOptions = {}): Promise<Pair> {
  const model = await serve(await bundleModel(), modelOptions);
  try {
    const service = await serve(await bundleSummariser(model), options);
    return {
      model,
      service,
      async stop() {
        await service.stop();
        await model.stop();
      },
    };
  } catch (error) {
    await model.stop();
    throw error;
  }
}
