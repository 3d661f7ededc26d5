"""The host of programs in TypeScript and JavaScript on Node.js."""
