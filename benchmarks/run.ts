import { engineVersion } from "@praxis/engine";

process.stdout.write(`praxis ${engineVersion}\n`);
