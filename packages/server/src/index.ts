export { engineVersion } from "@praxis/engine";
