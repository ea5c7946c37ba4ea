import { buildApp } from "./app.ts";
import { readConfiguration } from "./configuration.ts";

const configuration = readConfigurationOrExit();
const app = await buildApp({ logger: true });

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    app.log.info(`${signal}: no new requests; those under way are finished`);
    void app.close();
  });
}

try {
  await app.listen(configuration);
} catch (error) {
  app.log.fatal(error);
  process.exitCode = 1;
}

function readConfigurationOrExit() {
  try {
    return readConfiguration(process.env);
  } catch (error) {
    process.stderr.write(`praxis server: ${error instanceof Error ? error.message : error}\n`);
    process.exit(2);
  }
}
