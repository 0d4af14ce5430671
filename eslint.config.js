import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const restrictedImports = (...more) => [
  'error',
  {
    patterns: [
      { group: ['@sixstep/*/*'], message: 'Import a package by its name alone.' },
      { group: ['@tensorflow/*/*'], message: 'Deep imports of TensorFlow.js do not load in plain Node.' },
      { regex: '^\\.{1,2}/(?!.*\\.m?js(on)?$)', message: 'Relative imports end in .js.' },
      ...more,
    ],
  },
];

const union = {
  group: ['@tensorflow/tfjs', '@tensorflow/tfjs-layers'],
  message: 'The union package is for tests and benchmarks.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      '**/.turbo',
      '**/.readme',
      '**/coverage',
      '**/generated',
      '**/assembly',
      'api-reference',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    rules: {
      // Shapes are indexed all the time, and noUncheckedIndexedAccess makes each index optional.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/array-type': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // isolatedDeclarations wants the type on the left.
      '@typescript-eslint/consistent-generic-constructors': 'off',
      '@typescript-eslint/no-inferrable-types': 'off',
      // Coefficients are written with all the digits of their source.
      'no-loss-of-precision': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/prefer-function-type': 'off',
      'no-control-regex': 'off',
      // TypeScript knows what is defined.
      'no-undef': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-restricted-imports': restrictedImports(),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['packages/*/src/**', 'apps/*/src/**'],
    ignores: ['**/*.d.ts'],
    rules: {
      'no-restricted-imports': restrictedImports(union),
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }],
    },
  },
  {
    files: ['**/index.ts'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Export by name.' }] },
  },
  {
    files: ['packages/*/test/**', 'apps/*/test/**', 'tooling/*/test/**'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': 'off',
      'jest/no-standalone-expect': 'off',
      'jest/no-conditional-expect': 'off',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': false }],
    },
  },
  {
    // Written as users of the packages write.
    files: ['tooling/consumers/programs/**'],
    rules: { 'no-restricted-imports': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
