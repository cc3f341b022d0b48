#!/usr/bin/env node
// A file that is there before the build, so that npm can link the command in a fresh checkout.
import '../dist/main.js';
