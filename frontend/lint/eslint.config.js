import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import ts from 'typescript-eslint';

const nodeTests = ['test', 'suite', 'describe', 'it'].map((name) => ({ from: 'package', package: 'node:test', name }));

export default [
  { ignores: ['*.d.ts', 'generated/', 'lint/', 'node_modules/', 'src/', 'target/', 'vite*.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  lit.configs['flat/recommended'],
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      curly: 'error',
      eqeqeq: ['error', 'smart'],
      'no-console': ['error', { allow: ['debug', 'warn', 'error'] }],
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: nodeTests }],
      // An async listener may fail: the browser reports its promise.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Lit calls the listeners of a template on their element.
      '@typescript-eslint/unbound-method': 'off',
      // An interface may ask for a promise where there is nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // IndexedDB rejects with what it has: an error or null.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      // JSON, IndexedDB, Markdown tokens and messages of workers are of type any.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off'
    }
  },
  // TypeScript declares the global scope of a worker by var only.
  { files: ['sw.ts'], rules: { 'no-var': 'off' } }
];
