#!/usr/bin/env node
// A file of its own, because package managers link commands before `dist` is built.
import "../dist/main.js";
