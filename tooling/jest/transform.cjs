// Jest looks a transform up from the package under test, which knows this package only.
module.exports = require('@swc/jest');
